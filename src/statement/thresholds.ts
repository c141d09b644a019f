import type { Threshold } from '../agreement/agreement.js';
import { absolute, type Pence } from '../money/pence.js';

/** Whether a variance reaches a threshold: its amount, and its percent of the budget, both. */
export function reaches(variancePence: Pence, budgetPence: Pence, { amountPence, basisPoints }: Threshold): boolean {
  const size = absolute(variancePence);
  return size !== 0n && size >= amountPence && size * 10_000n >= BigInt(basisPoints) * absolute(budgetPence);
}
