import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import type { GivenBack } from '../journal/given-back.js';
import type { Journal } from '../journal/journal.js';
import type { Receipts } from '../journal/receipts.js';
import type { Returns } from '../journal/returns.js';
import type { Tallies } from '../journal/tally.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import type { PublishedTable } from '../ledger/published-table.js';
import type { AdjustedRow, ControlRow, ProFormaRow, SchemeRow } from '../ledger/row-types.js';

/** A fund folder, read: its agreement, and its ledgers as balances. */
export interface Fund extends Returns {
  readonly agreement: Agreement;
  readonly journal: Journal;
  readonly schemes: readonly SchemeRow[];
  readonly receipts: Receipts;
  readonly givenBack: GivenBack;
  readonly tallies: Tallies;
  /** Kinds of ledger of which the folder holds no file. */
  readonly notCome: ReadonlySet<LedgerKind>;
  /** Published totals, the tables they may refer to, and the mapping of the pro-forma; only what was asked for is read. */
  readonly controls: readonly ControlRow[];
  readonly tables: ReadonlyMap<string, PublishedTable>;
  readonly proForma: readonly ProFormaRow[];
  /** Rows that correct rows of earlier quarters. */
  readonly adjustments: readonly AdjustedRow[];
  /** What the agreement declares and no file has come of. */
  readonly withoutFile: readonly LedgerEntry[];
  readonly inputs: readonly LedgerInput[];
}
