import { columnsHolding, columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { FileOf } from '../files/open-file.js';
import { dayFormOf } from '../ledger/day-forms.js';
import { type Inspection, inspect, readRowText } from '../ledger/encoding.js';
import { HeaderNames } from '../ledger/header-names.js';
import { readRecords } from '../ledger/records.js';
import { linesAboveHeader } from '../ledger/separator.js';
import { moneyName } from '../ledger/unread-columns.js';
import { parseAmount } from '../money/parse-amount.js';
import { creditName, dayName, debitName, wordsOf } from './header-words.js';

/** The beginning of an export that nobody has described: its header line as far as it can be told, and rows below it. */
export interface Sample {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Of a workbook the sheets that it may be, where it is none as it stands; the sample is of the first. */
  readonly sheets?: readonly string[];
}

/** Of more rows than this the first are looked at. */
const mostRows = 20_000;

/**
 * Reads the beginning of a file; undefined where none of its first lines is like a header. Of a workbook with several
 * sheets those are looked at that are shown. Throws what the file system throws.
 */
export async function readSample(at: FileOf, kind: LedgerKind): Promise<Sample | undefined> {
  const form = await inspect(at);
  if (form.size === 0 || form.notText !== undefined) return undefined;
  const chosen = await form.workbook?.chosen();
  if (form.workbook === undefined || chosen === undefined || !('reason' in chosen)) return sampleOf(at, form, kind);
  const samples: [sheet: string, sample: Sample][] = [];
  for (const sheet of await form.workbook.shownSheets()) {
    const of = { ...at, part: { sheet } };
    const sample = await sampleOf(of, await inspect(of), kind);
    if (sample !== undefined) samples.push([sheet, sample]);
  }
  const [first] = samples;
  return first && { ...first[1], sheets: samples.map(([sheet]) => sheet) };
}

async function sampleOf(at: FileOf, form: Inspection, kind: LedgerKind): Promise<Sample | undefined> {
  let headers: readonly string[] | undefined;
  let before: readonly string[] | undefined;
  let above = 0;
  const rows: (readonly string[])[] = [];
  await readRecords(readRowText(at, form), {
    onRecord: (fields) => {
      const cells = fields.map((field) => plainText(field).trim());
      headers ??= headerAmong(before, cells, kind);
      if (headers === undefined) above += 1;
      else if (headers !== cells && isLikeRow(cells) && !isSame(cells, headers)) rows.push(cells);
      before = cells;
      return rows.length < mostRows && above < linesAboveHeader;
    },
    onFault: () => undefined,
    isHeaderSought: () => headers === undefined,
  });
  return headers && { headers, rows };
}

/** Whether a line is the header again, as it stands on each page of a report. */
function isSame(cells: readonly string[], headers: readonly string[]): boolean {
  return headers.every((header, index) => header === (cells[index] ?? ''));
}

const total = /^(?:grand |sub[- ]?)?totals?\b/i;

/** Whether a line may be a row: it is none of the totals and notes that stand between rows and below them. */
function isLikeRow(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell !== '').length > 2 && !cells.some((cell) => total.test(cell));
}

function isMoneyName(words: string): boolean {
  return moneyName.test(words) || debitName.test(words) || creditName.test(words);
}

/** Of a line and the one before it the header: what names a day and money, or what has below it what it does not name. */
function headerAmong(
  before: readonly string[] | undefined,
  cells: readonly string[],
  kind: LedgerKind,
): readonly string[] | undefined {
  const [namesDay, namesMoney] = [hasDayName(cells, kind), hasMoneyName(cells, kind)];
  if (isLikeHeader(cells, kind, { hasDay: namesDay, hasMoney: namesMoney })) return cells;
  if (before === undefined) return undefined;
  const hasDay = hasDayName(before, kind) || cells.some(isDay);
  const hasMoney =
    hasMoneyName(before, kind) || cells.some((cell, index) => before[index] !== '' && isToThePenny(cell));
  return isLikeHeader(before, kind, { hasDay, hasMoney }) ? before : undefined;
}

/** Whether a line names columns: one of money, where the ledger has days one of them, and no cell that is either. */
function isLikeHeader(
  cells: readonly string[],
  kind: LedgerKind,
  { hasDay, hasMoney }: { readonly hasDay: boolean; readonly hasMoney: boolean },
): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const isData = filled.some((cell) => 'pence' in parseAmount(cell, 'pounds') || isDay(cell));
  const names = new HeaderNames(cells);
  const own = columnsOf(kind).filter((column) => names.placesOf(column, true).length > 0).length;
  return filled.length > 1 && !isData && ((hasMoney && hasDay) || own > 2);
}

function hasDayName(cells: readonly string[], kind: LedgerKind): boolean {
  const isOfDays = columnsHolding(kind, 'day').length > 0;
  return !isOfDays || hasOwn(cells, kind, 'day') || cells.map(wordsOf).some((words) => dayName.test(words));
}

function hasMoneyName(cells: readonly string[], kind: LedgerKind): boolean {
  return hasOwn(cells, kind, 'money') || cells.map(wordsOf).some(isMoneyName);
}

/** Whether a cell is an amount that nothing else is as likely to be: a number of a document has no pence. */
function isToThePenny(cell: string): boolean {
  return /\d[.,]\d\d(?!\d)/.test(cell) && 'pence' in parseAmount(cell, 'pounds');
}

/** Whether a line has one of our own names of money, or of a day. */
function hasOwn(cells: readonly string[], kind: LedgerKind, holds: 'money' | 'day'): boolean {
  const names = new HeaderNames(cells);
  return columnsHolding(kind, holds).some((column) => names.placesOf(column, true).length > 0);
}

function isDay(cell: string): boolean {
  return dayFormOf(cell).kind === 'days';
}
