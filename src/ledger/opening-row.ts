import { optionalHeadingCell, partnerCell, poolCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import { isPoolOfHeading } from './pool-of-heading.js';
import type { RowContext } from './row-context.js';
import type { OpeningRow } from './row-types.js';
import { sourceOfRow } from './source-of.js';
import { isWhole } from './whole.js';

/** A balance brought forward, or undefined where something in the row was reported. */
export function readOpeningRow(cells: Cells, context: RowContext): OpeningRow | undefined {
  const { agreement } = context;
  const row = {
    at: cells.at,
    pool: poolCell(cells, 'pool', agreement),
    heading: optionalHeadingCell(cells, 'heading', agreement),
    partner: partnerCell(cells, 'partner', agreement),
    amountPence: cells.amount('amount'),
  };
  if (!isWhole(row) || !isPoolOfHeading(cells, row, agreement)) return undefined;
  const { pool, heading, partner } = row;
  const source = sourceOfRow(cells, { partner, heading }, context);
  if (source === undefined) return undefined;
  const key = ['opening', pool, heading, partner, source];
  const what = `the opening balance of ${partner}, ${heading || source}`;
  return standsOnce(cells, { key, what, column: 'heading' }, context) ? { ...row, source } : undefined;
}
