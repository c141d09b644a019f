import { Figure, type FigureBalance, type Making as MakingOfFigure } from '../figures/figure.js';
import { minus as lessFigures, plusAll } from '../figures/terms.js';
import { type Fraction, minus, over, plus, times, whole } from '../money/fraction.js';
import { placesOfMoney } from '../money/places.js';
import { oncePer } from '../rules/once-per.js';
import type { FigureUnit, FigureValue, Making, Shown, Summed, TermOfFigure } from './figure.js';
import { digitsOf } from './quantity.js';

/** An amount of money, a percent, or a number that may have decimals: what controls and weights may be. */
export type Quantity = Figure<'money' | 'percent' | 'decimal'>;

/** A figure as a control or a command writes it: `plan.applied[heading=care-act] + …`. */
export function writtenFigure(text: string, value: FigureValue, places = value.places): Quantity {
  return new Figure(unitOf(value.unit), makingOf(text, value, places));
}

/** What it is made of. */
export function makingOf(text: string, { terms, places: own }: FigureValue, places = own): MakingOfFigure {
  const about = { what: text, places };
  if (!terms.every(isPlain)) {
    return {
      ...about,
      how: 'multiplied, divided and added as it is written, and rounded once',
      terms: plusAll(terms.flatMap(inputsOf)),
      formula: (amounts) => digitsOf(exactly(terms, amounts), places),
    };
  }
  const [only] = terms;
  if (terms.length === 1 && only?.sign === 1n) return { ...about, how: 'added up', terms: plusAll(partsOf(only)) };
  return {
    ...about,
    how: 'its terms, added up',
    terms: terms.map((term) => ({ sign: term.sign, figure: sumOf(term) })),
  };
}

/** A figure and its value, exact. */
interface Valued {
  readonly figure: Quantity;
  readonly value: FigureValue;
}

/** What one figure less another is made of: exact, and rounded once. */
export function differenceOf(
  found: Valued,
  printed: Valued,
  places: number,
): Pick<MakingOfFigure, 'terms' | 'formula' | 'places'> {
  const [foundTerms, printedTerms] = [found.value.terms, printed.value.terms];
  if ([...foundTerms, ...printedTerms].every(isPlain)) {
    return { terms: [...plusAll([found.figure]), ...lessFigures(printed.figure)] };
  }
  const fixed = printedTerms.length === 0 ? printed.value.amount : undefined;
  const inputs = foundTerms.flatMap(inputsOf);
  return {
    places,
    terms: plusAll([...inputs, ...printedTerms.flatMap(inputsOf)]),
    formula: (amounts) => {
      const other = fixed ?? exactly(printedTerms, amounts.slice(inputs.length));
      return digitsOf(minus(exactly(foundTerms, amounts.slice(0, inputs.length)), other), places);
    },
  };
}

/** What a figure counts, as a trace has it. */
export function unitOf(unit: FigureUnit): Quantity['unit'] {
  return unit === 'number' ? 'decimal' : unit;
}

/** What is stated, with as many decimals as others beside it have. */
export function statedQuantity({ unit, places }: Shown, { what, amount, at }: Making): Quantity {
  return new Figure(unitOf(unit), { what, how: '', terms: [], places }, { amount: digitsOf(amount, places), at });
}

function isPlain({ scale, of }: TermOfFigure): boolean {
  return of === undefined && scale.numerator === scale.denominator;
}

/** What a term takes: its amount before it is multiplied, and what it is a percent of. */
function inputsOf({ of, ...term }: TermOfFigure): Quantity[] {
  return [sumOf(term), ...(of === undefined ? [] : [sumOf(of)])];
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

function sumOf(summed: Summed): Quantity {
  const { text, unit, places } = summed;
  return new Figure(unitOf(unit), { what: text, how: 'added up', places, terms: plusAll(partsOf(summed)) });
}

function partsOf({ makings, ...shown }: Omit<Summed, 'text'>): Quantity[] {
  return makings.map((making) =>
    making.balance === undefined ? statedQuantity(shown, making) : figureOfBalance(making.balance),
  );
}

/** Made once: a fund may have thousands of controls of the same balances. */
const figureOfBalance = oncePer((balance: FigureBalance) => Figure.ofBalance(balance));
