import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { Cells } from './cells.js';
import { referenceScope } from './once.js';
import { type RowContext, seenAt } from './row-context.js';
import type { AdjustedRow, AdjustmentRow } from './row-types.js';

/** Notes that a row corrects another, where it says so: that row may stand in a file that is read later. */
export function noteAdjustment(
  cells: Cells,
  body: string,
  { at, reference, quarter, amountPence }: Pick<AdjustmentRow, 'at' | 'reference' | 'quarter' | 'amountPence'>,
  context: RowContext,
): void {
  const adjusts = cells.optional('adjusts');
  if (adjusts === '') return;
  const place = cells.placeOf('adjusts');
  context.adjustments.push({ at, ledger: cells.kind, body, reference, quarter, amountPence, adjusts, place });
}

/** Looks up what each adjustment corrects: a row of the same ledger and body, of an earlier quarter (R7). None by a quick reading. */
export function adjustedRows(context: RowContext, report: Report): AdjustedRow[] {
  const { seen } = context;
  if (seen === undefined) return [];
  return context.adjustments.flatMap((row) => {
    const { ledger, body, adjusts, quarter, place } = row;
    const scope = referenceScope(ledger, body);
    const adjusted = seenAt(context, { scope, key: adjusts });
    if (adjusted?.quarter !== undefined && adjusted.quarter < quarter) {
      return [{ ...row, adjustsAt: { file: adjusted.file, line: adjusted.line }, adjustsQuarter: adjusted.quarter }];
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
