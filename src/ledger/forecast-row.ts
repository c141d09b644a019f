import { bodyCell, headingCell, partnerCell, schemeCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import { countedAs, isForecastOnce } from './planned-body.js';
import { quarterCell } from './quarter-cell.js';
import type { RowContext } from './row-context.js';
import type { ForecastRow } from './row-types.js';
import { sourceOfRow } from './source-of.js';
import { isWhole } from './whole.js';

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
  const row = { at: cells.at, asAt, schedule, appliedBy, heading, source, scheme, amountPence };
  if (!isWhole(row)) return undefined;
  const key = ['forecast', row.asAt, row.schedule, row.appliedBy, row.heading, row.source, row.scheme];
  const what = `the ${row.asAt} forecast of ${row.schedule} for ${row.scheme || row.heading}`;
  if (!standsOnce(cells, { key, what, column: 'heading' }, context)) return undefined;
  const counted = countedAs(context, { ...row, district: '' });
  return isForecastOnce(cells, row, counted, context) ? { ...row, ...counted } : undefined;
}
