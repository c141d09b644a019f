import type { FigureUnit, FigureValue, Making, TermOfFigure } from '../../controls/figure.js';
import { type Fraction, over, plus, rounded, times, whole } from '../../money/fraction.js';
import type { Step, Term, Unit } from '../node.js';
import { given, step } from '../terms.js';

/** A figure as a control or a command writes it: `plan.applied[heading=care-act] + …`. */
export function writtenFigure(text: string, { terms, unit: counted }: FigureValue): Step {
  const unit = unitOf(counted);
  const common = { what: text, unit };
  if (!terms.every(isPlain)) {
    return {
      ...common,
      how: 'multiplied, divided and added as it is written, and rounded once',
      terms: terms.flatMap(inputsOf),
      formula: (amounts) => rounded(exactly(terms, amounts)),
    };
  }
  const [only] = terms;
  if (terms.length === 1 && only?.sign === 1n)
    return { ...common, how: 'added up', terms: makingsOf(only.makings, unit) };
  const steps = terms.map((term) => step(sumOf(term.text, term.makings, unit), term.sign));
  return { ...common, how: 'its terms, added up', terms: steps };
}

/** One figure less another: exact, and rounded once. */
export function differenceOf(found: FigureValue, printed: FigureValue): Pick<Step, 'terms' | 'formula'> | undefined {
  if (found.terms.every(isPlain) && printed.terms.every(isPlain)) return undefined;
  const fixed = printed.terms.length === 0 ? printed.amount : undefined;
  const count = found.terms.flatMap(inputsOf).length;
  return {
    terms: [...found.terms, ...printed.terms].flatMap(inputsOf),
    formula: (amounts) => {
      const other = fixed ?? exactly(printed.terms, amounts.slice(count));
      return rounded(plus(exactly(found.terms, amounts.slice(0, count)), { ...other, numerator: -other.numerator }));
    },
  };
}

/** What a figure counts, as a trace has it. */
export function unitOf(unit: FigureUnit): Unit {
  return unit === 'number' ? 'decimal' : unit;
}

function isPlain({ scale, of }: TermOfFigure): boolean {
  return of === undefined && scale.numerator === scale.denominator;
}

/** What a term takes: its amount before it is multiplied, and what it is a percent of. */
function inputsOf({ text, makings, of }: TermOfFigure): Term[] {
  const own = step(sumOf(text, makings, 'money'));
  return of === undefined ? [own] : [own, step(sumOf(of.text, of.makings, 'money'))];
}

/** The exact value of terms whose inputs are given in order. */
function exactly(terms: readonly TermOfFigure[], inputs: readonly bigint[]): Fraction {
  let total = whole(0n);
  let next = 0;
  for (const { sign, scale, of } of terms) {
    let amount = times(whole(sign * (inputs[next] ?? 0n)), scale);
    next += 1;
    if (of !== undefined) {
      // In hundredths of a percent.
      amount = times(over(amount, whole(inputs[next] ?? 1n)), whole(10_000n));
      next += 1;
    }
    total = plus(total, amount);
  }
  return total;
}

function sumOf(what: string, makings: readonly Making[], unit: Unit): Step {
  return { what, how: 'added up', unit, terms: makingsOf(makings, unit) };
}

function makingsOf(makings: readonly Making[], unit: Unit): Term[] {
  return makings.map(({ amount, what, balance, at }): Term => {
    if (balance !== undefined) return { sign: 1n, from: 'balance', balance: balance.of, factor: balance.factor };
    return given({ what, unit, amount, at });
  });
}
