import { added, type Expression, less, nil, number, over, times } from '../figures/expression.js';
import { Figure, type FigureBalance, type Making as MakingOfFigure } from '../figures/figure.js';
import { minus as lessFigures, plusAll } from '../figures/terms.js';
import { oncePer } from '../rules/once-per.js';
import type { FigureUnit, FigureValue, Making, Shown, Summed, TermOfFigure } from './figure.js';
import { digitsOf, inUnits } from './quantity.js';

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
      formula: (inputs) => exactly(terms, inputs),
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
    formula: (all) => {
      const other = fixed === undefined ? exactly(printedTerms, all.slice(inputs.length)) : number(inUnits(fixed));
      return less(exactly(foundTerms, all.slice(0, inputs.length)), other);
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

/** What terms come to whose inputs are given in order. */
function exactly(terms: readonly TermOfFigure[], inputs: readonly Expression[]): Expression {
  const left = [...inputs];
  return added(
    ...terms.map(({ of, sign, scale }) => {
      const amount = times(number(sign), left.shift() ?? nil, number(scale));
      return of === undefined ? amount : times(over(amount, left.shift() ?? nil), number(100n));
    }),
  );
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
