import { absolute } from './pence.js';
import { dividedRounded } from './split.js';

/** An exact number: a figure that was multiplied or divided is rounded only where it is shown. */
export interface Fraction {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

/** A whole number as a fraction. */
export function whole(numerator: bigint): Fraction {
  return { numerator, denominator: 1n };
}

/** The sum of two. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** One less another. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { ...b, numerator: -b.numerator });
}

/** The product of two. */
export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** One divided by another, which is not nil: throws where it is. */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === 0n) throw new Error('a division by nothing');
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator };
}

/** The nearest whole number, half away from zero. */
export function rounded({ numerator, denominator }: Fraction): bigint {
  return dividedRounded(numerator, denominator);
}

/** Whether one is larger than another, neither with its sign. */
export function isLarger(a: Fraction, b: Fraction): boolean {
  return absolute(a.numerator) * b.denominator > absolute(b.numerator) * a.denominator;
}
