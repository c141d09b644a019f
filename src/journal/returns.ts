import type { ActivityRow, BalanceRow } from '../ledger/row-types.js';

/** What bodies report beside their postings. */
export interface Returns {
  /** Non-elective admissions, by partner and measured quarter. */
  readonly activity: readonly ActivityRow[];
  /** What each body says that it and another owe each other. */
  readonly balances: readonly BalanceRow[];
}
