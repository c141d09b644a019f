import type { Agreement } from '../agreement/agreement.js';
import { type Quarter, quarters } from '../agreement/financial-year.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { agreedContributionEntry } from '../journal/entries.js';
import type { SchemeRow } from '../ledger/row-types.js';
import type { ReadFund } from '../rules/check.js';
import { reconcile } from '../statement/reconcile.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import type { BookedRows } from './booked-rows.js';

/** What a journal is made of: the rows, and the statement as at each quarter up to the one asked for, in order. */
export interface Exported {
  readonly agreement: Agreement;
  readonly schemes: readonly SchemeRow[];
  readonly rows: BookedRows;
  /** As at the quarter asked for; of a fund with a plan only there is no quarter. */
  readonly statement: Reconciliation;
  /** As at each quarter up to that one, in order. */
  readonly upTo: readonly { readonly quarter: Quarter; readonly statement: Reconciliation }[];
}

/** A fund that was read whole, with its local schemes. */
type SchemedFund = ReadFund & { readonly schemes: readonly SchemeRow[] };

/**
 * What is exported of a fund: its rows, and the statement as at each quarter up to the one asked for. The findings are
 * those of the last.
 */
export function exportedOf(
  fund: SchemedFund,
  rows: BookedRows,
  askedFor: Quarter | undefined,
): { readonly exported: Exported; readonly diagnostics: readonly Diagnostic[] } {
  const { agreement, schemes } = fund;
  const { result: statement, diagnostics } = reconcile(fund, askedFor);
  const asAt = statement.fund.asAt;
  const earlier = asAt === undefined ? [] : quarters.filter((quarter) => quarter < asAt);
  const upTo = earlier.map((quarter) => ({ quarter, statement: reconcile(fund, quarter).result }));
  if (asAt !== undefined) upTo.push({ quarter: asAt, statement });
  for (const contribution of agreement.contributions) {
    rows.add(agreedContributionEntry(contribution), { reference: '', note: '', deliveredBy: '' });
  }
  return { exported: { agreement, schemes, rows, statement, upTo }, diagnostics };
}
