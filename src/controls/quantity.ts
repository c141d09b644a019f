import { inPounds, separated } from '../money/format-money.js';
import { type Fraction, rounded, times, whole } from '../money/fraction.js';
import { absolute } from '../money/pence.js';
import { placesOfMoney, toPlaces } from '../money/places.js';
import type { Shown } from './figure.js';

/** An amount in hundredths as a whole number of what its last decimal counts: pence where there are two. */
export function digitsOf(amount: Fraction, places: number): bigint {
  return rounded(times(amount, whole(10n ** BigInt(places - placesOfMoney))));
}

/** An amount as documents carry it: `12400.00`, `33.333`. */
export function toDecimal(amount: Fraction, places: number): string {
  return toPlaces(digitsOf(amount, places), places);
}

/** An amount in a sentence: `£12,400.00`, `9.00%`, `146,500.00`. */
export function quantityInWords(amount: Fraction, { unit, places }: Shown): string {
  const text = toDecimal(amount, places);
  return unit === 'money' ? inPounds(text) : `${separated(text)}${unit === 'percent' ? '%' : ''}`;
}

/** A difference in words: `£14,000.00 more`, `no difference`. */
export function differenceInWords(difference: Fraction, shown: Shown): string {
  if (difference.numerator === 0n) return 'no difference';
  const size = { numerator: absolute(difference.numerator), denominator: difference.denominator };
  return `${quantityInWords(size, shown)} ${difference.numerator < 0n ? 'less' : 'more'}`;
}
