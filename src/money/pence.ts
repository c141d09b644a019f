/** An exact amount of money in whole pence. Positive is what the context says; never a float. */
export type Pence = bigint;

/** The total, in pence; 0 for none. */
export function sum(amounts: Iterable<Pence>): Pence {
  let total = 0n;
  for (const amountPence of amounts) total += amountPence;
  return total;
}

/** The amount without its sign, in pence. */
export function absolute(amountPence: Pence): Pence {
  return amountPence < 0n ? -amountPence : amountPence;
}

/** The larger of two. */
export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The smaller of two. */
export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
