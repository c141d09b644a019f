import { accrualCell, noteAccrual, saysWhatItReverses } from './accruals.js';
import { adjustsCell, noteAdjustment } from './adjusts.js';
import { bodyCell, districtCell, headingCell, partnerCell, schemeCell, sourceCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { isExplained, referenceCell } from './once.js';
import { countedAs } from './planned-body.js';
import { dayCell } from './quarter-cell.js';
import type { RowContext } from './row-context.js';
import type { ExpenditureRow } from './row-types.js';
import { isWhole } from './whole.js';

/** Money spent, or undefined where something in the row was reported. */
export function readExpenditureRow(cells: Cells, context: RowContext): ExpenditureRow | undefined {
  const { agreement } = context;
  const { date, quarter } = dayCell(cells, agreement.year);
  const schedule = partnerCell(cells, 'schedule', agreement);
  const appliedBy = bodyCell(cells, 'applied_by', agreement);
  const heading = headingCell(cells, 'heading', agreement);
  const source = sourceCell(cells, 'source', agreement);
  const isPlaced = schedule !== undefined && heading !== undefined;
  const scheme = isPlaced ? schemeCell(cells, 'scheme', { schedule, heading }, context) : undefined;
  const district = appliedBy === undefined ? undefined : districtCell(cells, 'district', appliedBy, agreement);
  const amountPence = cells.amount('amount');
  const reference = referenceCell(cells, appliedBy, quarter, context);
  const adjusts = adjustsCell(cells, agreement.year);
  const accrual = accrualCell(cells);
  const isWellExplained = isExplained(cells, amountPence);
  const isPlain = saysWhatItReverses(cells, accrual, adjusts);
  const row = {
    at: cells.at,
    date,
    quarter,
    schedule,
    appliedBy,
    heading,
    source,
    scheme,
    district,
    amountPence,
    reference,
    accrual,
    ofYear: adjusts?.ofYear,
    body: appliedBy,
    isAdjustment: adjusts?.adjusts !== '',
  };
  if (!isWhole(row) || adjusts === undefined || !isWellExplained || !isPlain) return undefined;
  const spending = { ...row, ...countedAs(context, row) };
  if (spending.accrual === 'accrual') noteAccrual(cells, row.appliedBy, spending, context);
  noteAdjustment(cells, row.appliedBy, { adjusts, row: spending, spending }, context);
  return spending;
}
