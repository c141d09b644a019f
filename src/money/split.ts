import { absolute, type Pence, sum } from './pence.js';

/** Somebody's weight in a split; weights are exact and never negative. */
export interface Weight {
  readonly code: string;
  readonly weight: bigint;
}

/** One part of a split. */
export interface Share {
  readonly code: string;
  readonly amountPence: Pence;
}

/**
 * Splits an amount by weights, to the penny: each gets the whole pence of its part, and the pence left over go one each
 * to the largest remainders, ties to the lower code. The parts add up to the amount; a negative amount splits as its
 * opposite does. Multiplying all weights, or writing them in another order, changes no part. Gives no parts where all
 * weights are nil: nobody can bear the amount. Throws on a negative weight, which is a bug.
 */
export function splitByWeights(amountPence: Pence, weights: readonly Weight[]): Share[] {
  if (weights.some(({ weight }) => weight < 0n)) throw new Error('a negative weight');
  const total = sum(weights.map(({ weight }) => weight));
  if (total === 0n) return [];
  const whole = absolute(amountPence);
  const parts = weights.map(({ code, weight }) => ({
    code,
    pence: (whole * weight) / total,
    remainder: (whole * weight) % total,
  }));
  const left = Number(whole - sum(parts.map(({ pence }) => pence)));
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? compareCodes(a.code, b.code) : a.remainder > b.remainder ? -1 : 1,
  );
  const rounded = new Set(byRemainder.slice(0, left).map(({ code }) => code));
  const sign = amountPence < 0n ? -1n : 1n;
  return parts.map(({ code, pence }) => ({ code, amountPence: sign * (pence + (rounded.has(code) ? 1n : 0n)) }));
}

/** The quotient to the nearest whole number, half away from zero. Throws on a divisor that is not positive. */
export function dividedRounded(amount: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new Error('a divisor that is not positive');
  const whole = (absolute(amount) * 2n + divisor) / (divisor * 2n);
  return amount < 0n ? -whole : whole;
}

function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
