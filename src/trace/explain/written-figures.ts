import type { FigureUnit, FigureValue, Summed, TermOfFigure } from '../../controls/figure.js';
import { digitsOf } from '../../controls/quantity.js';
import { type Fraction, minus, over, plus, times, whole } from '../../money/fraction.js';
import { placesOfMoney } from '../../money/places.js';
import type { Step, Term, Unit } from '../node.js';
import { given, step } from '../terms.js';

/** A figure as a control or a command writes it: `plan.applied[heading=care-act] + …`. */
export function writtenFigure(
  text: string,
  { terms, unit: counted, ...value }: FigureValue,
  places = value.places,
): Step {
  const unit = unitOf(counted);
  const common = { what: text, unit, places };
  if (!terms.every(isPlain)) {
    return {
      ...common,
      how: 'multiplied, divided and added as it is written, and rounded once',
      terms: terms.flatMap(inputsOf),
      formula: (amounts) => digitsOf(exactly(terms, amounts), places),
    };
  }
  const [only] = terms;
  if (terms.length === 1 && only?.sign === 1n) return { ...common, how: 'added up', terms: makingsOf(only) };
  const steps = terms.map((term) => step(sumOf(term), term.sign));
  return { ...common, how: 'its terms, added up', terms: steps };
}

/** One figure less another: exact, and rounded once. */
export function differenceOf(
  found: FigureValue,
  printed: FigureValue,
  places: number,
): Pick<Step, 'terms' | 'formula' | 'places'> | undefined {
  if (found.terms.every(isPlain) && printed.terms.every(isPlain)) return undefined;
  const fixed = printed.terms.length === 0 ? printed.amount : undefined;
  const count = found.terms.flatMap(inputsOf).length;
  return {
    places,
    terms: [...found.terms, ...printed.terms].flatMap(inputsOf),
    formula: (amounts) => {
      const other = fixed ?? exactly(printed.terms, amounts.slice(count));
      return digitsOf(minus(exactly(found.terms, amounts.slice(0, count)), other), places);
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
function inputsOf({ of, ...term }: TermOfFigure): Term[] {
  return [step(sumOf(term)), ...(of === undefined ? [] : [step(sumOf(of))])];
}

/** The exact value of terms whose inputs are given in order. */
function exactly(terms: readonly TermOfFigure[], inputs: readonly bigint[]): Fraction {
  let total = whole(0n);
  let next = 0;
  const input = ({ places }: Summed): Fraction =>
    over(whole(inputs[next++] ?? 0n), whole(10n ** BigInt(places - placesOfMoney)));
  for (const { of, sign, scale, ...term } of terms) {
    const amount = times(times(whole(sign), input(term)), scale);
    // In hundredths of a percent.
    total = plus(total, of === undefined ? amount : times(over(amount, input(of)), whole(10_000n)));
  }
  return total;
}

function sumOf(summed: Summed): Step {
  const { text, unit, places } = summed;
  return { what: text, how: 'added up', unit: unitOf(unit), places, terms: makingsOf(summed) };
}

function makingsOf({ makings, unit, places }: Omit<Summed, 'text'>): Term[] {
  return makings.map(({ amount, what, balance, at }): Term => {
    if (balance !== undefined) return { sign: 1n, from: 'balance', balance: balance.of, factor: balance.factor };
    return given({ what, unit: unitOf(unit), amount: digitsOf(amount, places), places, at });
  });
}
