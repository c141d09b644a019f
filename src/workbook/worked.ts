import type { Agreement } from '../agreement/agreement.js';
import type { Quarter } from '../agreement/financial-year.js';
import type { ControlRows } from '../controls/controls.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BookedRows } from '../export/booked-rows.js';
import { agreedContributionEntry } from '../journal/entries.js';
import type { ReadFund } from '../rules/check.js';
import { controlsOf } from '../statement/check-fund.js';
import { reconcile } from '../statement/reconcile.js';
import { postingsOf, type SheetPostings } from './postings.js';
import type { Shown } from './statement-sheets.js';

/** What a working workbook is made of. */
export interface Worked extends Shown {
  readonly agreement: Agreement;
  readonly postings: SheetPostings;
}

interface Asked {
  readonly asAt?: Quarter | undefined;
  /** More postings than this are summed by account and month. */
  readonly mostPostings?: number | undefined;
}

/** What a workbook of a fund is made of, whose rows were kept as they passed; with the findings of its statement. */
export function workedOf(
  fund: ReadFund & ControlRows,
  rows: BookedRows,
  { asAt, mostPostings }: Asked,
): { readonly worked: Worked; readonly diagnostics: readonly Diagnostic[] } {
  const { agreement } = fund;
  const { result, books, diagnostics } = reconcile(fund, asAt);
  for (const contribution of agreement.contributions) {
    rows.add(agreedContributionEntry(contribution), { reference: '', note: '', deliveredBy: '' });
  }
  const { controls, diagnostics: ofControls } = controlsOf(fund, books);
  const postings = postingsOf(rows, mostPostings);
  return { worked: { result, controls, agreement, postings }, diagnostics: [...diagnostics, ...ofControls] };
}
