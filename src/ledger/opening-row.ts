import { optionalHeadingCell, partnerCell, poolCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import { isPoolOfHeading } from './pool-of-heading.js';
import type { RowContext } from './row-context.js';
import type { OpeningRow } from './row-types.js';
import { sourceOfRow } from './source-of.js';

/** A balance brought forward, or undefined where something in the row was reported. */
export function readOpeningRow(cells: Cells, context: RowContext): OpeningRow | undefined {
  const { agreement } = context;
  const pool = poolCell(cells, 'pool', agreement);
  const heading = optionalHeadingCell(cells, 'heading', agreement);
  const partner = partnerCell(cells, 'partner', agreement);
  const amountPence = cells.amount('amount');
  if (pool === undefined || heading === undefined || partner === undefined || amountPence === undefined) {
    return undefined;
  }
  if (!isPoolOfHeading(cells, { pool, heading }, agreement)) return undefined;
  const source = sourceOfRow(cells, { partner, heading }, context);
  if (source === undefined) return undefined;
  const key = ['opening', pool, heading, partner, source];
  if (
    !standsOnce(
      cells,
      { key, what: `the opening balance of ${partner}, ${heading || source}`, column: 'heading' },
      context,
    )
  )
    return undefined;
  const at = { file: cells.file, line: cells.line };
  return { at, pool, heading, partner, source, amountPence };
}
