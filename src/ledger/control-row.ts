import { diagnose } from '../diagnostics/diagnostic.js';
import { nil } from '../money/decimal.js';
import { isName } from '../money/parse-amount.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import type { ControlRow } from './row-types.js';
import { isWhole } from './whole.js';

/** A row of controls.csv, or undefined where something in it was reported. What its figures name is looked up later. */
export function readControlRow(cells: Cells, context: RowContext): ControlRow | undefined {
  const name = cells.required('name');
  const figure = cells.required('figure');
  const expected = expectedCell(cells);
  const tolerance = cells.writtenNumber('tolerance');
  const place = cells.required('place');
  const accepted = cells.writtenNumber('accepted_difference');
  const row = { at: cells.at, name, figure, expected, place };
  if (!isWhole(row) || tolerance === 'bad' || accepted === 'bad') return undefined;
  if (tolerance?.number.lessThan(nil)) {
    cells.report(diagnose('BCF3502', { found: cells.optional('tolerance') }, { place: cells.placeOf('tolerance') }));
    return undefined;
  }
  const once = { key: ['controls', row.name], what: `the control “${row.name}”`, column: 'name' };
  if (!standsOnce(cells, once, context)) return undefined;
  return {
    ...row,
    tolerance: tolerance ?? { money: 0n, number: nil },
    acceptedBecause: cells.optional('accepted_because'),
    acceptedBy: cells.optional('accepted_by'),
    ...(accepted !== undefined && { acceptedDifference: accepted }),
  };
}

/** A name begins with a letter, and no amount does. */
function expectedCell(cells: Cells): ControlRow['expected'] | undefined {
  const text = cells.required('expected');
  if (text === undefined) return undefined;
  if (isName(text)) return { figure: text };
  const found = cells.writtenNumber('expected');
  return found === 'bad' ? undefined : found;
}
