import { Decimal as Library } from 'decimal.js';
import { type Fraction, over, whole } from './fraction.js';
import { mostWholeDigits, type NumberFault, readNumber } from './parse-number.js';
import { placesOfMoney, toPlaces } from './places.js';
import type { Weight } from './split.js';

/**
 * What is a number and not pence: a price, a rate, a percent, a weight, a share, a whole-time equivalent, with all the
 * decimals that were stated. Made from checked text; a quotient that must be exact is a `Fraction`.
 */
export type Decimal = Library;

/** More decimals than this are a slip of the keyboard. */
export const mostDecimals = 40;

/** Ours alone, so that nothing can set it otherwise. Sums and products of what may be stated are exact in it. */
const Exact = Library.clone({
  precision: 400,
  rounding: Library.ROUND_HALF_UP,
  toExpNeg: -400,
  toExpPos: 400,
  defaults: true,
});

/** Nothing. */
export const nil: Decimal = new Exact(0);

/** A number that is fixed here and not read. */
export function asDecimal(number: number | bigint): Decimal {
  return new Exact(number.toString());
}

/** A number as finance staff write it, as `parseAmount` reads an amount: `33.333`, `1,234.5`, `(0.25)`, `-` for nil. */
export function parseDecimal(text: string): { readonly number: Decimal } | { readonly fault: NumberFault } {
  const read = readNumber(text);
  if ('fault' in read) return read;
  const { isNegative, whole: digits, decimals } = read;
  if (digits.replace(/^0+/, '').length > mostWholeDigits || decimals.length > mostDecimals)
    return { fault: 'too-long' };
  const number = new Exact(`${digits}.${decimals}0`);
  return { number: isNegative && !number.isZero() ? number.negated() : number };
}

/** A number without sign, comma or anything else but its digits: `33.333`. Undefined where it is written otherwise. */
export function plainDecimal(text: string): Decimal | undefined {
  const parsed = /^\d+(?:\.\d+)?$/.test(text) ? parseDecimal(text) : undefined;
  return parsed !== undefined && 'number' in parsed ? parsed.number : undefined;
}

/** A part of a number, up to so many decimals: where steps of it are counted, none is left at the end. */
export function dividedUp(number: Decimal, by: number, places: number): Decimal {
  return number.dividedBy(by).toDecimalPlaces(places, Library.ROUND_UP);
}

/** The sum; nil of none. */
export function total(numbers: Iterable<Decimal>): Decimal {
  let sum = nil;
  for (const number of numbers) sum = sum.plus(number);
  return sum;
}

/** As many decimals as the longest of some numbers has, and two at least: in that many they are printed together. */
export function placesFor(numbers: Iterable<Decimal>): number {
  let places = placesOfMoney;
  for (const number of numbers) places = Math.max(places, number.decimalPlaces());
  return places;
}

/** The number to so many decimals as its digits: 33.333 to three is 33333. Throws where it has more: that is a bug. */
export function digitsOf(number: Decimal, places: number): bigint {
  if (number.decimalPlaces() > places) throw new Error(`${number} has more decimals than ${places}`);
  return BigInt(number.times(asDecimal(10n ** BigInt(places))).toString());
}

/** The number as a fraction, exactly. */
export function asFraction(number: Decimal): Fraction {
  const places = number.decimalPlaces();
  return over(whole(digitsOf(number, places)), whole(10n ** BigInt(places)));
}

/** A percent as the part of a whole that it is: 33.333% is 33333/100000. */
export function fractionOf(percent: Decimal): Fraction {
  return asFraction(percent.times('0.01'));
}

/** Weights by code as whole numbers in the same proportion, as an exact split takes them. */
export function wholeWeights(numbers: Iterable<readonly [code: string, number: Decimal]>): Weight[] {
  const list = [...numbers];
  const places = placesFor(list.map(([, number]) => number));
  return list.map(([code, number]) => ({ code, weight: digitsOf(number, places) }));
}

/** A number with all its decimals and none that is needless: `25`, `33.333`. */
export function inFull(number: Decimal): string {
  return number.toString();
}

/** A number with all its decimals, and two at least: `25.00`, `33.333`. */
export function inPlaces(number: Decimal): string {
  const places = placesFor([number]);
  return toPlaces(digitsOf(number, places), places);
}
