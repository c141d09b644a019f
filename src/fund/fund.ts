import type { Agreement } from '../agreement/agreement.js';
import type { Journal } from '../journal/journal.js';
import type { Tallies } from '../journal/tally.js';
import type { LedgerInput } from '../ledger/read-ledger.js';
import type { ActivityRow, SchemeRow } from '../ledger/row-types.js';

/** A fund folder, read: its agreement, and its ledgers as balances. */
export interface Fund {
  readonly agreement: Agreement;
  readonly journal: Journal;
  readonly schemes: readonly SchemeRow[];
  readonly activity: readonly ActivityRow[];
  readonly tallies: Tallies;
  readonly inputs: readonly LedgerInput[];
}
