import { type Fraction, over, rounded, times, whole } from '../money/fraction.js';
import { placesOfMoney } from '../money/places.js';

/** An amount in hundredths as a whole number of what its last decimal counts: pence where there are two. */
export function digitsOf(amount: Fraction, places: number): bigint {
  return rounded(times(amount, whole(10n ** BigInt(places - placesOfMoney))));
}

/** An amount in hundredths in its own unit: pounds, or percents. */
export function inUnits(amount: Fraction): Fraction {
  return over(amount, whole(10n ** BigInt(placesOfMoney)));
}
