import { optionalHeadingCell, partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import type { SchemeRow } from './row-types.js';
import { isWhole } from './whole.js';

/** A row of schemes.csv, or undefined where something in it was reported. */
export function readSchemeRow(cells: Cells, context: RowContext): SchemeRow | undefined {
  const row = {
    at: cells.at,
    schedule: partnerCell(cells, 'schedule', context.agreement),
    scheme: cells.required('scheme'),
    name: cells.required('name'),
    heading: optionalHeadingCell(cells, 'heading', context.agreement),
    amountPence: cells.amount('amount'),
  };
  if (!isWhole(row)) return undefined;
  const { schedule, scheme } = row;
  const key = ['scheme', schedule, scheme];
  return standsOnce(cells, { key, what: `scheme ${scheme} of ${schedule}`, column: 'scheme' }, context)
    ? row
    : undefined;
}
