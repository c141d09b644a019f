import { absolute } from './pence.js';
import { dividedRounded } from './split.js';

/** An exact number in lowest terms: a figure that was multiplied or divided is rounded only where it is shown. */
export interface Fraction {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

/** The fraction in lowest terms. */
function reduced(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [absolute(numerator), denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { numerator: 0n, denominator: 1n } : { numerator: numerator / a, denominator: denominator / a };
}

/** A whole number as a fraction. */
export function whole(numerator: bigint): Fraction {
  return { numerator, denominator: 1n };
}

/** The sum of two. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** One less another. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { ...b, numerator: -b.numerator });
}

/** The product of two. */
export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** One divided by another, which is not nil: throws where it is. */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === 0n) throw new Error('a division by nothing');
  const sign = b.numerator < 0n ? -1n : 1n;
  return reduced(sign * a.numerator * b.denominator, sign * a.denominator * b.numerator);
}

/** The nearest whole number, half away from zero. */
export function rounded({ numerator, denominator }: Fraction): bigint {
  return dividedRounded(numerator, denominator);
}

/** The whole number towards nil. */
export function truncated({ numerator, denominator }: Fraction): bigint {
  return numerator / denominator;
}

/** Whether one is larger than another, neither with its sign. */
export function isLarger(a: Fraction, b: Fraction): boolean {
  return absolute(a.numerator) * b.denominator > absolute(b.numerator) * a.denominator;
}
