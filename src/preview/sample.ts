import { columnsHolding, columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { FileOf } from '../files/open-file.js';
import { dayFormOf } from '../ledger/day-forms.js';
import { inspect, readRowText } from '../ledger/encoding.js';
import { HeaderNames } from '../ledger/header-names.js';
import { readRecords } from '../ledger/records.js';
import { linesAboveHeader } from '../ledger/separator.js';
import { moneyName } from '../ledger/unread-columns.js';
import { parseAmount } from '../money/parse-amount.js';

/** The beginning of an export that nobody has described: its header line as far as it can be told, and rows below it. */
export interface Sample {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Of more rows than this the first are looked at. */
const mostRows = 20_000;

/** Reads the beginning of a file; undefined where none of its first lines is like a header. Throws what the file system throws. */
export async function readSample(at: FileOf, kind: LedgerKind): Promise<Sample | undefined> {
  const form = await inspect(at);
  const { size, notText } = form;
  if (size === 0 || notText !== undefined) return undefined;
  let headers: readonly string[] | undefined;
  let above = 0;
  const rows: (readonly string[])[] = [];
  await readRecords(readRowText(at, form), {
    onRecord: (fields) => {
      const cells = fields.map((field) => plainText(field).trim());
      if (headers !== undefined) {
        if (isLikeRow(cells)) rows.push(cells);
      } else if (isLikeHeader(cells, kind)) headers = cells;
      else above += 1;
      return rows.length < mostRows && above < linesAboveHeader;
    },
    onFault: () => undefined,
    isHeaderSought: () => headers === undefined,
  });
  return headers && { headers, rows };
}

const total = /^(?:grand |sub[- ]?)?totals?\b/i;

/** Whether a line may be a row: it is none of the totals and notes that stand between rows and below them. */
function isLikeRow(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell !== '').length > 2 && !cells.some((cell) => total.test(cell));
}

const dayName = /\bdate\b|\bposted\b|\bday\b/i;

/** Whether a line names columns: one of money, one of days where the ledger has days, and no cell that is either. */
function isLikeHeader(cells: readonly string[], kind: LedgerKind): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const names = new HeaderNames(cells);
  const isOwn = (...holds: readonly ('money' | 'day')[]) =>
    columnsHolding(kind, ...holds).some((column) => names.placesOf(column, true).length > 0);
  const isData = filled.some((cell) => 'pence' in parseAmount(cell, 'pounds') || dayFormOf(cell).kind === 'days');
  const hasMoney = isOwn('money') || filled.some((cell) => moneyName.test(cell));
  const hasDay = columnsHolding(kind, 'day').length === 0 || isOwn('day') || filled.some((cell) => dayName.test(cell));
  const own = columnsOf(kind).filter((column) => names.placesOf(column, true).length > 0).length;
  return filled.length > 1 && !isData && ((hasMoney && hasDay) || own > 2);
}
