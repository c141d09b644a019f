import { absolute, sum } from '../../money/pence.js';

/**
 * One part of what is split by weights: the whole units in it, and an odd one where its remainder is among the largest.
 * Worked out by itself, and nothing where all weights are nil.
 */
export function partOfSplit(
  amount: bigint,
  weights: readonly { readonly code: string; readonly weight: bigint }[],
  index: number,
): bigint {
  const all = sum(weights.map(({ weight }) => weight));
  const own = weights[index];
  if (all === 0n || own === undefined) return 0n;
  const remainders = weights.map(({ weight }) => remainderOf(amount, weight, all));
  const codes = weights.map(({ code }) => code);
  const isOdd = BigInt(before(codes, remainders, index)) < sum(remainders) / all;
  return signOf(amount) * ((absolute(amount) * own.weight) / all + (isOdd ? 1n : 0n));
}

/** What is left of a part in whole units, by the same divisor for all: so they can be compared. */
export function remainderOf(units: bigint, weight: bigint, weights: bigint): bigint {
  return (absolute(units) * weight) % weights;
}

/** How many have a larger remainder, or the same one and a lower code. */
export function before(codes: readonly string[], remainders: readonly bigint[], index: number): number {
  const [code = '', own = 0n] = [codes[index], remainders[index]];
  return codes.filter((other, at) => {
    const remainder = remainders[at] ?? 0n;
    return remainder > own || (remainder === own && other < code);
  }).length;
}

export function signOf(amount: bigint): 1n | -1n {
  return amount < 0n ? -1n : 1n;
}
