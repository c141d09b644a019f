import { type FinancialYear, parseFinancialYear } from '../agreement/financial-year.js';
import { factsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { faultOfReversal } from './accruals.js';
import type { Cells } from './cells.js';
import { referenceScope } from './once.js';
import { type RowContext, seenAt } from './row-context.js';
import type { AdjustedRow, AdjustmentRow, Adjusts, ExpenditureRow } from './row-types.js';
import { rowIn } from './row-types.js';

const nothing: Adjusts = { adjusts: '', ofYear: '' };

/** What a row adjusts, of this year or of an earlier one (`2015/16:REF`); undefined where it was reported. */
export function adjustsCell(cells: Cells, year: FinancialYear): Adjusts | undefined {
  const found = cells.optional('adjusts');
  if (found === '') return nothing;
  const [label = '', ...rest] = found.split(':');
  const ofYear = rest.length === 0 ? undefined : parseFinancialYear(label);
  if (ofYear === undefined) return { adjusts: found, ofYear: '' };
  const adjusts = rest.join(':').trim();
  const reason = notOfEarlierYear(cells.kind, ofYear, year) ?? (adjusts === '' ? 'it names no row of that year' : '');
  if (reason === '') return { adjusts, ofYear: ofYear.label };
  cells.report(diagnose('BCF3433', { found, reason }, { place: cells.placeOf('adjusts') }));
  return undefined;
}

function notOfEarlierYear(kind: LedgerKind, ofYear: FinancialYear, year: FinancialYear): string | undefined {
  if (factsOf(kind).book !== 'actual') return `${kind} are of one year alone`;
  if (ofYear.firstYear === year.firstYear) return 'it is a row of this year, which is named by its reference alone';
  return ofYear.firstYear > year.firstYear ? `${ofYear.label} is after ${year.label}` : undefined;
}

/** A row that may adjust another; what it says of spending, where it is that. */
interface Adjusting {
  readonly row: Pick<AdjustmentRow, 'at' | 'reference' | 'quarter' | 'amountPence'>;
  readonly adjusts: Adjusts;
  readonly spending?: ExpenditureRow;
}

/** Notes that a row corrects another of its year, where it says so: that row may stand in a file that is read later. */
export function noteAdjustment(
  cells: Cells,
  body: string,
  { row, adjusts: { adjusts, ofYear }, spending }: Adjusting,
  context: RowContext,
): void {
  if (adjusts === '' || ofYear !== '') return;
  const { at, reference, quarter, amountPence } = row;
  const place = cells.placeOf('adjusts');
  context.adjustments.push({ at, ledger: cells.kind, body, reference, quarter, amountPence, adjusts, place, spending });
}

/**
 * Looks up what each adjustment corrects: a row of the same ledger and body, of an earlier quarter (R7), or an accrual
 * that it reverses. None by a quick reading.
 */
export function adjustedRows(context: RowContext, report: Report): AdjustedRow[] {
  const { seen } = context;
  if (seen === undefined) return [];
  return context.adjustments.flatMap((row) => {
    const { ledger, body, adjusts, quarter, place, spending } = row;
    const scope = referenceScope(ledger, body);
    const adjusted = seenAt(context, { scope, key: adjusts });
    const mayBeOfItsQuarter = spending?.accrual === 'reversal';
    if (
      adjusted?.quarter !== undefined &&
      (adjusted.quarter < quarter || (mayBeOfItsQuarter && adjusted.quarter === quarter))
    ) {
      const fault = faultOfReversal(context, row);
      if (fault !== undefined) report(fault);
      return [{ ...row, adjustsAt: rowIn(adjusted, adjusted.line), adjustsQuarter: adjusted.quarter }];
    }
    if (adjusted !== undefined) {
      const args = { found: adjusts, theirs: adjusted.quarter ?? '', own: quarter };
      report(diagnose('BCF3432', args, { place }));
    } else if (!context.faulty.has(ledger)) {
      const meant = near(adjusts, seen.get(scope)?.keys() ?? []);
      report(diagnose('BCF3431', { found: adjusts, ledger, body, meant }, { place }));
    }
    return [];
  });
}
