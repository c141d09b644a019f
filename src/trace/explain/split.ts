import { absolute } from '../../money/pence.js';

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
