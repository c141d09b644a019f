import type { AdjustedRow } from '../ledger/row-types.js';
import { toPounds } from '../money/format-money.js';
import type { Adjustment } from '../statement/closes-schema.js';
import type { Standing } from './standing.js';

/** The adjustments that correct rows of closed quarters (R7). */
export function adjustmentsTo(rows: readonly AdjustedRow[], { closed }: Standing): Adjustment[] {
  return rows
    .filter(({ adjustsQuarter, quarter }) => closed.has(adjustsQuarter) && adjustsQuarter !== quarter)
    .map(({ at, quarter, body, reference, adjusts, adjustsQuarter, amountPence }) => ({
      ...at,
      quarter,
      body,
      reference,
      adjusts,
      adjustsQuarter,
      amount: toPounds(amountPence),
    }));
}
