import { dividedRounded } from '../../money/split.js';
import type { PerformanceTerms } from '../../rules/performance-payment.js';

/** What one quarter pays: the inputs in their order, and what was paid in the quarters before. */
export interface PaymentInputs {
  readonly pot: bigint;
  /** The reduction planned for the year. */
  readonly year: bigint;
  /** The reduction achieved so far. */
  readonly achieved: bigint;
  /** The reduction planned so far, or for the year, as the agreement caps it. */
  readonly cap: bigint;
  readonly paid: bigint;
}

/** R3 for a quarter, from what is so far and not quarter by quarter: rounded once, to the penny. */
export function paymentOf({ cap: capped, clawback }: PerformanceTerms, inputs: PaymentInputs): bigint {
  const { pot, year, achieved, cap, paid } = inputs;
  if (year <= 0n) return clawback ? -paid : 0n;
  const counted = larger(0n, smaller(smaller(achieved, capped === 'planned' ? larger(0n, cap) : cap), year));
  const due = dividedRounded(pot * counted - paid * year, year);
  return clawback ? due : larger(0n, due);
}

/** The same in words. */
export function paymentInWords({ cap, clawback }: PerformanceTerms): string {
  const limit = cap === 'planned' ? 'no more than planned so far' : 'no more than planned for the year';
  return `reduction achieved so far (${limit}, no less than nil) × pot ÷ planned reduction of the year, less what was paid before${clawback ? '' : ', and no less than nil'}; rounded to the penny`;
}

/** The larger of two. */
export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The smaller of two. */
export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
