import { quarterOf } from '../agreement/financial-year.js';
import { noteAdjustment } from './adjusts.js';
import { bodyCell, districtCell, headingCell, partnerCell, schemeCell, sourceCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { isExplained, referenceCell } from './once.js';
import { countedAs } from './planned-body.js';
import type { RowContext } from './row-context.js';
import type { ExpenditureRow } from './row-types.js';

/** Money spent, or undefined where something in the row was reported. */
export function readExpenditureRow(cells: Cells, context: RowContext): ExpenditureRow | undefined {
  const { agreement } = context;
  const date = cells.date('date', agreement.year);
  const quarter = date === undefined ? undefined : quarterOf(date, agreement.year);
  const schedule = partnerCell(cells, 'schedule', agreement);
  const appliedBy = bodyCell(cells, 'applied_by', agreement);
  const heading = headingCell(cells, 'heading', agreement);
  const source = sourceCell(cells, 'source', agreement);
  const isPlaced = schedule !== undefined && heading !== undefined;
  const scheme = isPlaced ? schemeCell(cells, 'scheme', { schedule, heading }, context) : undefined;
  const district = appliedBy === undefined ? undefined : districtCell(cells, 'district', appliedBy, agreement);
  const amountPence = cells.amount('amount');
  const reference = referenceCell(cells, 'reference', { ledger: 'expenditure', body: appliedBy, quarter }, context);
  const isWellExplained = isExplained(cells, amountPence);
  if (
    date === undefined ||
    quarter === undefined ||
    schedule === undefined ||
    appliedBy === undefined ||
    heading === undefined ||
    source === undefined ||
    scheme === undefined ||
    district === undefined ||
    amountPence === undefined ||
    reference === undefined ||
    !isWellExplained
  ) {
    return undefined;
  }
  noteAdjustment(cells, { ledger: 'expenditure', body: appliedBy, reference, quarter, amountPence }, context);
  const at = { file: cells.file, line: cells.line };
  const counted = countedAs(context, { schedule, heading, appliedBy, district });
  return { at, date, quarter, schedule, heading, source, scheme, amountPence, reference, ...counted };
}
