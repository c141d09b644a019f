import { optionalHeadingCell, partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import type { SchemeRow } from './row-types.js';

/** A row of schemes.csv, or undefined where something in it was reported. */
export function readSchemeRow(cells: Cells, context: RowContext): SchemeRow | undefined {
  const schedule = partnerCell(cells, 'schedule', context.agreement);
  const scheme = cells.required('scheme');
  const name = cells.required('name');
  const heading = optionalHeadingCell(cells, 'heading', context.agreement);
  const amountPence = cells.amount('amount');
  if (
    schedule === undefined ||
    scheme === undefined ||
    name === undefined ||
    heading === undefined ||
    amountPence === undefined
  ) {
    return undefined;
  }
  const key = ['scheme', schedule, scheme];
  if (!standsOnce(cells, { key, what: `scheme ${scheme} of ${schedule}`, column: 'scheme' }, context)) return undefined;
  const at = { file: cells.file, line: cells.line };
  return { at, schedule, scheme, name, heading, amountPence };
}
