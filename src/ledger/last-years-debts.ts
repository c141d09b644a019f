import { isPaidAsReleased } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Pence } from '../money/pence.js';
import type { Cells } from './cells.js';
import type { RowContext } from './row-context.js';
import type { ContributionRow, OpeningRow, PartOfReceipt } from './row-types.js';

/** Whose contribution it is: from a source, into a pool. */
type Contribution = Pick<ContributionRow, 'partner' | 'source' | 'pool'>;

/** Remembers what a partner owed at the end of last year, for the receipts that come after it. */
export function noteDebt({ debts }: RowContext, row: OpeningRow, purpose: string): void {
  if (row.kind !== 'contributions' || row.amountPence >= 0n) return;
  const key = keyOf(row);
  const own = debts.get(key) ?? { byPurpose: new Map<string, Pence>(), lastDay: '' };
  own.byPurpose.set(purpose, (own.byPurpose.get(purpose) ?? 0n) - row.amountPence);
  debts.set(key, own);
}

/**
 * What of a receipt settles last year’s contributions, which are the oldest of what is owed (R5): a receipt that does not
 * say what it is for goes to them first. What is tied goes to what is tied alike; what is not, to what is not, and then
 * behind ring-fences. Rows are taken as they stand, so that one of an earlier day below them is told.
 */
export function ofLastYear(
  cells: Cells,
  receipt: Contribution & Pick<ContributionRow, 'date' | 'amountPence'> & { readonly purpose: string },
  { agreement, debts }: RowContext,
): PartOfReceipt[] {
  const debt = debts.get(keyOf(receipt));
  if (debt === undefined || receipt.amountPence <= 0n) return [];
  const { purpose, date, partner } = receipt;
  if (debt.lastDay > date) {
    cells.report(diagnose('BCF3425', { partner, later: debt.lastDay }, { place: cells.placeOf('date') }));
  }
  const purposes =
    purpose === ''
      ? ['', ...[...debt.byPurpose.keys()].filter((code) => code !== '' && !isPaidAsReleased(agreement, code))]
      : [purpose];
  let leftPence = receipt.amountPence;
  return purposes.flatMap((code): PartOfReceipt[] => {
    const owedPence = debt.byPurpose.get(code) ?? 0n;
    const amountPence = owedPence < leftPence ? owedPence : leftPence;
    if (amountPence === 0n) return [];
    leftPence -= amountPence;
    debt.byPurpose.set(code, owedPence - amountPence);
    debt.lastDay = date;
    return [{ purpose: code, amountPence }];
  });
}

function keyOf({ partner, source, pool }: Contribution): string {
  return [partner, source, pool].join('\0');
}
