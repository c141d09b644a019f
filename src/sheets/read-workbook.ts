import { readOds } from 'hucre/ods';
import { type Cell, type CellValue, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import { textInZip } from '../files/zip-guard.js';
import { type FormatsOfSheet, formatsInOds, type ShownAs } from './formats-in-ods.js';
import { type HiddenInOds, hiddenInOds } from './hidden-in-ods.js';
import { namesOfOds, namesOfXlsx } from './names.js';
import { numberText, percentText } from './number-text.js';
import { withoutGroups } from './rows-in-groups.js';
import type { ReadSheet, ReadWorkbook, SheetCell } from './sheet.js';

/** Reads a workbook that was looked at by the guard; why it cannot be read, in words. This is the one file that knows its library. */
export async function readWorkbook(
  bytes: Buffer,
  kind: 'xlsx' | 'ods',
): Promise<ReadWorkbook | { readonly reason: string }> {
  return kind === 'xlsx' ? xlsxIn(bytes) : odsIn(bytes);
}

const unreadable = { reason: 'it is a workbook that cannot be read: save it anew, or as CSV' };

async function xlsxIn(bytes: Buffer): Promise<ReadWorkbook | { readonly reason: string }> {
  const read = await ifReadable(readXlsx(bytes, { readStyles: true }));
  if (read === undefined) return unreadable;
  return { sheets: read.sheets.map((sheet) => sheetOf(sheet)), names: namesOfXlsx(read) };
}

async function odsIn(bytes: Buffer): Promise<ReadWorkbook | { readonly reason: string }> {
  const content = textInZip(bytes, 'content.xml') ?? '';
  const read = await ifReadable(readOds(withoutGroups(bytes, content), { readStyles: true }));
  if (read === undefined) return unreadable;
  const hidden = hiddenInOds(content);
  const formats = formatsInOds(content, textInZip(bytes, 'styles.xml') ?? '');
  return {
    sheets: read.sheets.map((sheet, nth) => sheetOf(sheet, hidden[nth], formats[nth])),
    names: namesOfOds(content),
  };
}

/** Undefined where the library gives up: on a file that is odd enough it throws what is no error of its own too. */
async function ifReadable(reading: Promise<Workbook>): Promise<Workbook | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function sheetOf(sheet: Sheet, unseen?: HiddenInOds, formats?: FormatsOfSheet): ReadSheet {
  const { name, rows, cells, merges = [], rowDefs, hidden, veryHidden } = sheet;
  const under = placesUnder(merges, rows);
  const read = rows.map((row, at) =>
    row.map((value, column) => {
      const key = `${at},${column}`;
      const cell = cellOf(value, cells?.get(key), formats?.get(key));
      const isStray = cell.holds !== 'nothing' && under.has(key);
      return isStray ? { ...cell, fault: 'under-a-merge' as const } : cell;
    }),
  );
  const inRuns = (unseen?.rows ?? []).flatMap(({ first, last }) =>
    Array.from({ length: Math.max(0, Math.min(last, rows.length) - first + 1) }, (_, nth) => first + nth),
  );
  const hiddenRows = new Set([
    ...inRuns,
    ...[...(rowDefs ?? [])].flatMap(([row, { hidden: isHidden }]) => (isHidden ? [row + 1] : [])),
  ]);
  const isHidden = hidden === true || veryHidden === true || unseen?.isHidden === true;
  return { name, isHidden, rows: read, hiddenRows };
}

/** The places below merged cells but for the first of each, as far as the sheet has cells there. */
function placesUnder(merges: NonNullable<Sheet['merges']>, rows: Sheet['rows']): ReadonlySet<string> {
  const under = new Set<string>();
  for (const { startRow, endRow, startCol, endCol } of merges) {
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const last = Math.min(endCol, (rows[row]?.length ?? 0) - 1);
      for (let column = startCol; column <= last; column += 1) {
        if (row !== startRow || column !== startCol) under.add(`${row},${column}`);
      }
    }
  }
  return under;
}

function cellOf(value: CellValue, cell: Cell | undefined, ofOds: ShownAs | undefined): SheetCell {
  if (cell?.type === 'error') return { text: String(value ?? ''), holds: 'text', fault: 'error' };
  if (cell?.formula !== undefined && value === null) {
    return { text: '', holds: 'nothing', fault: 'never-worked-out' };
  }
  if (value === null || value === '') return { text: '', holds: 'nothing' };
  if (value instanceof Date) return { text: dayText(value), holds: 'day' };
  if (typeof value === 'number') {
    const shownAs = ofOds ?? shownAsOf(cell?.style?.numFmt ?? '');
    if (shownAs === 'percent') return { text: percentText(value), holds: 'number' };
    const isScaled = shownAs === 'scaled' && value !== 0;
    return { text: numberText(value), holds: 'number', ...(isScaled && { fault: 'scaled' as const }) };
  }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', holds: 'text' };
  return { text: value.replace(/\s*[\r\n]+\s*/g, ' '), holds: 'text' };
}

/** What of a format stands for itself: words, a sign behind a bar, the width of a sign, what fills a cell, a colour or a condition. */
const literal = /"[^"]*"|[\\_*].|\[[^\]]*\]/g;

/**
 * Whether a number is shown as another: in percent, so that in pounds it is a hundredth of what is seen; or divided, by a
 * comma behind its last digit for each thousand.
 */
function shownAsOf(format: string): ShownAs | undefined {
  const signs = format.replace(literal, '');
  if (signs.includes('%')) return 'percent';
  return /[0#?],+(?![0#?,])/.test(signs) ? 'scaled' : undefined;
}

/** A day is read as midnight of it in UTC; a time of day is kept, as it stands. */
function dayText(day: Date): string {
  const [date = '', time = ''] = day.toISOString().split('T');
  return time.startsWith('00:00:00') ? date : `${date} ${time.slice(0, 8)}`;
}
