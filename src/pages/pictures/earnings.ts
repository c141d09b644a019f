import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { EarningsPicture, EarningsRow } from '../pictures.js';

/** What each pot has earned, quarter by quarter (R3); undefined where nothing could be earned, or where no quarter has come. */
export function earningsPicture({ fund, performance }: Reconciliation): EarningsPicture | undefined {
  if (performance === undefined || fund.asAt === undefined) return undefined;
  const rows = performance.partners
    .filter(({ pot }) => pot.amount > 0n)
    .map(
      ({ label, pot, quarters, totals }): EarningsRow => ({
        label,
        pot,
        boxes: quarters.map(({ paidIn, maximum, payment, status }, index) => ({
          quarter: paidIn,
          maximum,
          maximumBefore: quarters[index - 1]?.maximum,
          payment,
          status,
        })),
        notEarned: totals.retained,
      }),
    );
  if (rows.every(({ boxes }) => boxes.every(({ maximum, payment }) => (maximum ?? payment) === undefined))) {
    return undefined;
  }
  const quarters = [...new Set(rows.flatMap(({ boxes }) => boxes.map(({ quarter }) => quarter)))].sort();
  return { kind: 'earnings', title: `${performance.label}, by body and quarter, ${fund.year}`, quarters, rows };
}
