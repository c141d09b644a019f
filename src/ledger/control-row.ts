import { diagnose } from '../diagnostics/diagnostic.js';
import { nil } from '../money/decimal.js';
import { isName } from '../money/parse-amount.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import type { ControlRow } from './row-types.js';

/** A row of controls.csv, or undefined where something in it was reported. What its figures name is looked up later. */
export function readControlRow(cells: Cells, context: RowContext): ControlRow | undefined {
  const name = cells.required('name');
  const figure = cells.required('figure');
  const expected = expectedCell(cells);
  const tolerance = cells.writtenNumber('tolerance');
  const place = cells.required('place');
  const accepted = cells.writtenNumber('accepted_difference');
  if (
    name === undefined ||
    figure === undefined ||
    expected === undefined ||
    tolerance === 'bad' ||
    place === undefined ||
    accepted === 'bad'
  ) {
    return undefined;
  }
  if (tolerance?.number.lessThan(nil)) {
    cells.report(diagnose('BCF3502', { found: cells.optional('tolerance') }, { place: cells.placeOf('tolerance') }));
    return undefined;
  }
  if (!standsOnce(cells, { key: ['controls', name], what: `the control “${name}”`, column: 'name' }, context)) {
    return undefined;
  }
  return {
    at: { file: cells.file, line: cells.line },
    name,
    figure,
    expected,
    tolerance: tolerance ?? { money: 0n, number: nil },
    place,
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
