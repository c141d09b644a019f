import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { larger, type Pence, smaller } from '../money/pence.js';
import { dividedRounded } from '../money/split.js';

/** What the agreement says of paying for performance: the terms that the calculation needs. */
export type PerformanceTerms = Pick<PerformancePaymentRule, 'cap' | 'clawback'>;

/** What a quarter's payment is worked out from. Reductions are in admissions, of all the quarters so far. */
export interface PaymentInputs {
  readonly potPence: Pence;
  /** The reduction planned for the year. */
  readonly year: bigint;
  readonly achieved: bigint;
  /** The reduction planned so far, or for the year, as the agreement caps it. */
  readonly limit: bigint;
  /** What was paid in the quarters before. */
  readonly paidPence: Pence;
}

/**
 * R3: what a quarter pays, in pence. An admission not needed is worth pot ÷ planned reduction; where no reduction is
 * planned nothing can be earned. Rounded once, here, half away from zero; negative only with clawback.
 */
export function paymentOf({ clawback }: PerformanceTerms, inputs: PaymentInputs): Pence {
  const { potPence, year, achieved, limit, paidPence } = inputs;
  if (year <= 0n) return clawback ? -paidPence : 0n;
  const duePence = dividedRounded(potPence * paidFor(achieved, limit, year) - paidPence * year, year);
  return clawback ? duePence : larger(0n, duePence);
}

/** How much of a reduction is paid for: up to a limit, and no more than the year’s. */
export function paidFor(achieved: bigint, limit: bigint, year: bigint): bigint {
  return larger(0n, smaller(smaller(achieved, larger(0n, limit)), year));
}

/** The payment in words. */
export function paymentInWords({ cap, clawback }: PerformanceTerms): string {
  const limit = cap === 'planned' ? 'no more than planned so far' : 'no more than planned for the year';
  return `reduction achieved so far (${limit}, no less than nil) × pot ÷ planned reduction of the year, less what was paid before${clawback ? '' : ', and no less than nil'}; rounded to the penny`;
}

/** What a reduction is worth of a pot, to the penny: a rise is negative; nil where no reduction is planned. */
export function worthOf(potPence: Pence, year: bigint, admissions: bigint): Pence {
  return year <= 0n ? 0n : dividedRounded(potPence * admissions, year);
}

/** A pot, and the reduction planned for it in the year. */
export interface Priced {
  readonly potPence: Pence;
  readonly year: bigint;
}

/** What a reduction is worth more of one pot than of another, exact until it is rounded once to the penny. */
export function worthMore(of: Priced, than: Priced, admissions: bigint): Pence {
  if (of.year <= 0n) return -worthOf(than.potPence, than.year, admissions);
  if (than.year <= 0n) return worthOf(of.potPence, of.year, admissions);
  const crossed = of.potPence * than.year - than.potPence * of.year;
  return dividedRounded(crossed * admissions, of.year * than.year);
}
