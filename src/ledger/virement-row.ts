import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { adjustsCell, noteAdjustment } from './adjusts.js';
import { headingCell, partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { referenceCell } from './once.js';
import { dayCell } from './quarter-cell.js';
import type { RowContext } from './row-context.js';
import type { VirementRow } from './row-types.js';
import { isWhole } from './whole.js';

/** A virement, or undefined where something in the row was reported. Whether it crosses a fence is a rule's to say. */
export function readVirementRow(cells: Cells, context: RowContext): VirementRow | undefined {
  const { agreement } = context;
  const { date, quarter } = dayCell(cells, agreement.year);
  const schedule = partnerCell(cells, 'schedule', agreement);
  const from = headingCell(cells, 'from', agreement);
  const to = headingCell(cells, 'to', agreement);
  const amountPence = positiveAmount(cells);
  const approvedBy = cells.required('approved_by');
  const reference = referenceCell(cells, schedule, quarter, context);
  if (from !== undefined && from === to) {
    cells.report(diagnose('BCF3419', { heading: from }, { place: cells.placeOf('to') }));
    return undefined;
  }
  const adjusts = adjustsCell(cells, agreement.year);
  const row = { at: cells.at, date, quarter, schedule, from, to, amountPence, approvedBy, reference };
  if (!isWhole(row) || adjusts === undefined) return undefined;
  noteAdjustment(cells, row.schedule, { adjusts, row }, context);
  return row;
}

function positiveAmount(cells: Cells): bigint | undefined {
  const amountPence = cells.amount('amount');
  if (amountPence === undefined || amountPence > 0n) return amountPence;
  cells.report(diagnose('BCF3420', { amount: inWords(amountPence) }, { place: cells.placeOf('amount') }));
  return undefined;
}
