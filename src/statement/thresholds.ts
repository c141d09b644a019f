import type { Threshold } from '../agreement/agreement.js';
import { fractionOf } from '../money/decimal.js';
import { isLarger, times, whole } from '../money/fraction.js';
import { absolute, type Pence } from '../money/pence.js';

/** Whether a variance reaches a threshold: its amount, and its percent of the budget, both. */
export function reaches(variancePence: Pence, budgetPence: Pence, { amountPence, percent }: Threshold): boolean {
  const size = absolute(variancePence);
  return size !== 0n && size >= amountPence && !isLarger(times(whole(budgetPence), fractionOf(percent)), whole(size));
}
