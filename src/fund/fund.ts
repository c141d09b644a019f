import type { Agreement } from '../agreement/agreement.js';
import type { Journal } from '../journal/journal.js';
import type { Receipts } from '../journal/receipts.js';
import type { Returns } from '../journal/returns.js';
import type { Tallies } from '../journal/tally.js';
import type { LedgerInput } from '../ledger/read-ledger.js';
import type { SchemeRow } from '../ledger/row-types.js';

/** A fund folder, read: its agreement, and its ledgers as balances. */
export interface Fund extends Returns {
  readonly agreement: Agreement;
  readonly journal: Journal;
  readonly schemes: readonly SchemeRow[];
  readonly receipts: Receipts;
  readonly tallies: Tallies;
  readonly inputs: readonly LedgerInput[];
}
