import { bodyCell, headingCell, partnerCell, schemeCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import { countedAs, isForecastOnce } from './planned-body.js';
import { quarterCell } from './quarter-cell.js';
import type { RowContext } from './row-context.js';
import type { ForecastRow } from './row-types.js';
import { sourceOfRow } from './source-of.js';

/** A forecast outturn, or undefined where something in the row was reported. */
export function readForecastRow(cells: Cells, context: RowContext): ForecastRow | undefined {
  const { agreement } = context;
  const asAt = quarterCell(cells, 'as_at');
  const schedule = partnerCell(cells, 'schedule', agreement);
  const appliedBy = bodyCell(cells, 'applied_by', agreement);
  const heading = headingCell(cells, 'heading', agreement);
  const isPlaced = schedule !== undefined && heading !== undefined;
  const scheme = isPlaced ? schemeCell(cells, 'scheme', { schedule, heading }, context) : undefined;
  const amountPence = cells.amount('amount');
  const source = isPlaced ? sourceOfRow(cells, { partner: schedule, heading }, context) : undefined;
  if (
    asAt === undefined ||
    schedule === undefined ||
    appliedBy === undefined ||
    heading === undefined ||
    scheme === undefined ||
    amountPence === undefined ||
    source === undefined
  ) {
    return undefined;
  }
  const key = ['forecast', asAt, schedule, appliedBy, heading, source, scheme];
  if (
    !standsOnce(
      cells,
      { key, what: `the ${asAt} forecast of ${schedule} for ${scheme || heading}`, column: 'heading' },
      context,
    )
  )
    return undefined;
  const counted = countedAs(context, { schedule, heading, appliedBy, district: '' });
  if (!isForecastOnce(cells, { asAt, schedule, heading, appliedBy }, counted, context)) return undefined;
  const at = { file: cells.file, line: cells.line };
  return { at, asAt, schedule, heading, source, scheme, amountPence, ...counted };
}
