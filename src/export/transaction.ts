import type { IsoDate } from '../agreement/financial-year.js';
import type { RowReference } from '../ledger/row-types.js';
import type { Pence } from '../money/pence.js';

/** A posting of plain-text accounting; positive flows into the account. */
export interface NamedPosting {
  readonly account: string;
  readonly amountPence: Pence;
}

/** A row as a dated transaction. */
export interface Transaction {
  readonly date: IsoDate;
  /** The row's own reference, '' where its ledger has none. */
  readonly reference: string;
  readonly payee: string;
  readonly narration: string;
  readonly note: string;
  readonly at: RowReference;
  readonly postings: readonly NamedPosting[];
}
