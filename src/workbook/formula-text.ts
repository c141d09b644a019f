import type { Expression } from '../figures/expression.js';
import type { Fraction } from '../money/fraction.js';

/**
 * An expression as the formula of a cell, its terms by the cells that they stand in. Numbers of cells are not exact, so that
 * what is cut off is rounded first, far beyond what can matter.
 */
export function formulaText(expression: Expression, terms: readonly string[]): string {
  const text = (of: Expression) => formulaText(of, terms);
  const factor = (of: Expression) => (isSimple(of) ? text(of) : `(${text(of)})`);
  switch (expression.kind) {
    case 'term':
      return terms[expression.at] ?? '0';
    case 'number':
      return numberText(expression.value);
    case 'sum':
      return expression.of.length === 0 ? '0' : expression.of.map(text).join('+');
    case 'product':
      return expression.of.map(factor).join('*');
    case 'largest':
      return `MAX(${expression.of.map(text).join(',')})`;
    case 'smallest':
      return `MIN(${expression.of.map(text).join(',')})`;
    case 'difference':
      return `${text(expression.of[0])}-${factor(expression.of[1])}`;
    case 'quotient':
      return `${factor(expression.of[0])}/${factor(expression.of[1])}`;
    case 'remainder': {
      const [of, by] = expression.of.map(factor);
      return `ROUND(${of}-${by}*INT(ROUND(${of}/${by},9)),6)`;
    }
    case 'rounded':
      return `ROUND(${text(expression.of)},${expression.places})`;
    case 'truncated':
      return `TRUNC(${inWholeUnits(expression, text)})/${10 ** expression.places}`;
    case 'choice':
      return `IF(${text(expression.test)}>0,${text(expression.positive)},${text(expression.otherwise)})`;
    case 'split':
      return splitText(factor(expression.amount), expression.weights.map(factor), expression.at);
  }
}

/**
 * What is to be cut off, counted in its last place. A part of an amount is a part of a whole number there, which cells hold
 * exactly: £412m and three quarters of a penny are more digits than they have.
 */
function inWholeUnits(
  { of, places }: { readonly of: Expression; readonly places: number },
  text: (of: Expression) => string,
): string {
  const unit = 10 ** places;
  const [amount, part] = of.kind === 'product' && of.of.length === 2 ? of.of : [];
  if (amount?.kind === 'term' && part?.kind === 'number') {
    return `ROUND(${text(amount)}*${unit},0)*${part.value.numerator}/${part.value.denominator}`;
  }
  return `ROUND((${text(of)})*${unit},4)`;
}

function isSimple({ kind }: Expression): boolean {
  return kind !== 'sum' && kind !== 'difference' && kind !== 'product' && kind !== 'quotient';
}

function numberText({ numerator, denominator }: Fraction): string {
  const text = denominator === 1n ? String(numerator) : `(${numerator}/${denominator})`;
  return numerator < 0n ? `(${text})` : text;
}

/** The whole pence of a part, and one more where its remainder is among the largest, ties to who comes first. */
function splitText(amount: string, weights: readonly string[], at: number): string {
  const all = `(${weights.join('+')})`;
  const exact = weights.map(
    (weight) => `IF(${all}>0,ROUND(ABS(${amount})*100*${weight}/${all},6),ABS(${amount})*100/${weights.length})`,
  );
  const left = exact.map((part) => `ROUND(${part}-INT(${part}),6)`);
  const own = left[at] ?? '0';
  const before = left.flatMap((part, index) =>
    index === at ? [] : [`IF(${part}${index < at ? '>=' : '>'}${own},1,0)`],
  );
  const odd = `IF(${['0', ...before].join('+')}<ROUND(${left.join('+')},0),1,0)`;
  return `SIGN(${amount})*(INT(${exact[at] ?? '0'})+${odd})/100`;
}
