import type { Quarter } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { rowText } from '../diagnostics/place-text.js';
import { inWords as money } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { Cells } from './cells.js';
import { type RowContext, seenBefore } from './row-context.js';

/** The reference of a row, which no other row of the same ledger and body may have. */
export function referenceCell(
  cells: Cells,
  body: string | undefined,
  quarter: Quarter | undefined,
  context: RowContext,
): string | undefined {
  if (cells.toldBy !== undefined) return unreferenced(cells, cells.toldBy, quarter, context);
  const found = cells.required('reference');
  if (found !== undefined && cells.isNull('reference')) return undefined;
  if (found === undefined || body === undefined) return found;
  const at = { ...cells.at, quarter };
  const scope = referenceScope(cells.kind, body);
  const first = seenBefore(context, { scope, key: found }, at);
  if (first === undefined) return found;
  const args = { found, body, first: rowText(first) };
  const fault = diagnose('BCF3411', args, { place: cells.placeOf('reference') });
  if (first.file === cells.file) cells.report(fault);
  else context.held.hold(cells, first.file, fault);
  return undefined;
}

/** The reference of a row that has none: blank, or undefined where another file has the row to the letter. */
function unreferenced(
  cells: Cells,
  key: string,
  quarter: Quarter | undefined,
  context: RowContext,
): string | undefined {
  const first = seenBefore(context, { scope: `${cells.kind} rows`, key }, { ...cells.at, quarter });
  if (first === undefined) return '';
  context.held.hold(cells, first.file, diagnose('BCF3073', { first: rowText(first) }, { place: cells.at }));
  return undefined;
}

/** Among which rows a reference is unique: those of one ledger and body. */
export function referenceScope(ledger: LedgerKind, body: string): string {
  return `${ledger} ${body}`;
}

/** Whether a row may have its amount: a negative one says in its note what it corrects (R1). */
export function isExplained(cells: Cells, amountPence: Pence | undefined): boolean {
  if (amountPence === undefined || amountPence >= 0n) return true;
  if (cells.isNull('note')) return false;
  if (cells.optional('note') !== '') return true;
  cells.report(diagnose('BCF3413', { amount: money(amountPence) }, { place: cells.placeOf('note') }));
  return false;
}

/** Whether a row is the first of its kind for a key: a plan cell, a scheme, a forecast may stand only once. */
export function standsOnce(
  cells: Cells,
  line: { readonly key: readonly string[]; readonly what: string; readonly column: string },
  context: RowContext,
): boolean {
  const [scope = '', ...key] = line.key;
  const first = seenBefore(context, { scope, key: key.join('\0') }, cells.at);
  if (first === undefined) return true;
  const args = { what: line.what, first: rowText(first) };
  cells.report(diagnose('BCF3412', args, { place: cells.placeOf(line.column) }));
  return false;
}
