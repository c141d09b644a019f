/**
 * The length in pixels of an amount, where `whole` has a given length: to a thousandth. This is the one place where money
 * becomes a number, and nothing is added up after it but pixels.
 */
export function lengthOf(amountPence: bigint, whole: bigint, length: number): number {
  if (amountPence <= 0n || whole <= 0n) return 0;
  return Number((amountPence * BigInt(nearest(length * 1000))) / whole) / 1000;
}

/** The nearest whole number of pixels or parts of one. */
function nearest(length: number): number {
  return Math.floor(length + 0.5);
}

/** A coordinate with at most one decimal, so that the same picture is the same text. */
export function at(pixels: number): string {
  const tenths = nearest(pixels * 10);
  return String(tenths / 10);
}

/** What an amount is of a whole, as a width: `12.34%`; what is not nil is never nothing. */
export function percentOf(amountPence: bigint, whole: bigint): string {
  const hundredths = nearest(lengthOf(amountPence, whole, 10_000));
  return `${(amountPence > 0n ? Math.max(hundredths, leastHundredths) : 0) / 100}%`;
}

const leastHundredths = 40;
