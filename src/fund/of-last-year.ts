import { readContributionRow } from '../ledger/contribution-row.js';
import { ReceiptsOfLastYear } from '../ledger/last-years-debts.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import { emptyContext, type RowContext } from '../ledger/row-context.js';
import { readLedgerSafely } from './read-safely.js';

/** Where a debt of last year is open, receipts are looked at first: which of them settles it none can say alone. */
export async function noteWhatIsOfLastYear(ledgers: readonly LedgerFile[], context: RowContext): Promise<void> {
  const { agreement, debts } = context;
  if (debts.size === 0) return;
  const receipts = new ReceiptsOfLastYear();
  const looking = emptyContext(agreement, { isQuick: true });
  for (const ledger of ledgers) {
    // What is wrong with a row is told when it is read.
    await readLedgerSafely(
      ledger,
      () => undefined,
      (cells) => {
        const row = readContributionRow(cells, looking);
        if (row !== undefined) receipts.take(row, { agreement, corrects: cells.optional('adjusts') !== '' });
        return row?.amountPence;
      },
    );
  }
  context.ofLastYear = receipts.settled(context);
}
