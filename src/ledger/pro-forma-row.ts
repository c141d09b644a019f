import { diagnose } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { optionalHeadingCell, partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import { type RowContext, schemeKey } from './row-context.js';
import { type ProFormaRow, provenances } from './row-types.js';
import { isWhole } from './whole.js';

/** A row of pro-forma.csv, or undefined where something in it was reported. */
export function readProFormaRow(cells: Cells, context: RowContext): ProFormaRow | undefined {
  const { agreement } = context;
  const line = cells.required('line');
  const schedule = cells.optional('schedule') === '' ? '' : partnerCell(cells, 'schedule', agreement);
  const heading = optionalHeadingCell(cells, 'heading', agreement);
  const provenance = cells.optional('provenance') === '' ? 'stated' : cells.choice('provenance', provenances);
  const scheme = schedule === undefined ? undefined : schemeOf(cells, schedule, context);
  const row = { at: cells.at, line, schedule, scheme, heading, provenance };
  return isWhole(row) && mapsOnce(cells, row, context) ? row : undefined;
}

/** Whether a row maps a scheme, a heading of a schedule, a heading, or nothing, and is the first to do so. */
function mapsOnce(cells: Cells, { line, schedule, scheme, heading }: ProFormaRow, context: RowContext): boolean {
  const isOne = scheme === '' ? heading !== '' || schedule === '' : heading === '' && schedule !== '';
  if (!isOne) {
    cells.report(diagnose('BCF3503', { line }, { place: cells.placeOf('scheme') }));
    return false;
  }
  if (scheme === '' && heading === '') return true;
  const what = `what ${scheme || [schedule, heading].filter(Boolean).join(' ')} is mapped to`;
  const column = scheme === '' ? 'heading' : 'scheme';
  return standsOnce(cells, { key: ['pro-forma', schedule, scheme, heading], what, column }, context);
}

/** A scheme of the schedule; '' where the cell is blank. */
function schemeOf(cells: Cells, schedule: string, context: RowContext): string | undefined {
  const found = cells.optional('scheme');
  if (found === '' || schedule === '') return found;
  if (context.faulty.has('schemes')) {
    context.schemesUsed.add(found);
    return found;
  }
  if (context.schemes.has(schemeKey(schedule, found))) return found;
  const schemes = [...context.schemes.values()]
    .filter((scheme) => scheme.schedule === schedule)
    .map(({ scheme }) => scheme);
  cells.report(
    diagnose('BCF3404', { found, schedule, meant: near(found, schemes) }, { place: cells.placeOf('scheme') }),
  );
  return undefined;
}
