import { type FileOf, wholeOf } from '../files/open-file.js';
import type { ReadSheet, SheetCell } from './read-workbook.js';

/** The sheet of a workbook that a ledger is, or why there is none. */
export type ChosenSheet =
  | { readonly sheet: ReadSheet; readonly others: readonly ReadSheet[] }
  | { readonly reason: string };

/** Opens a workbook and finds the sheet that is declared of it, or the one that holds anything and is shown. */
export async function sheetOf(at: FileOf): Promise<ChosenSheet> {
  // A fund without workbooks does not load what reads them.
  const { readWorkbook } = await import('./read-workbook.js');
  const read = await readWorkbook(await wholeOf(at));
  if ('reason' in read) return read;
  const filled = read.sheets.filter(({ rows }) => rows.some(isFilled));
  const shown = filled.filter(({ isHidden }) => !isHidden);
  const candidates = at.sheet === undefined ? shown : filled.filter(({ name }) => isNamed(name, at.sheet ?? ''));
  const [sheet, ...more] = candidates;
  const names = filled.map(({ name }) => `“${name}”`).join(', ');
  if (sheet === undefined) {
    const lacking = at.sheet === undefined ? 'no sheet that is shown holds anything' : `it has no sheet “${at.sheet}”`;
    return { reason: names === '' ? 'its sheets are empty' : `${lacking}: there is ${names}` };
  }
  if (more.length > 0) return { reason: `it has several sheets, of which sheet: has to name one: ${names}` };
  return { sheet, others: filled.filter((other) => other !== sheet) };
}

/**
 * The sheet of a workbook as the text of a CSV file, a line for each row, so that a line has the number of its row: all
 * that reads rows reads it. '' where there is no such sheet, which `sheetOf` says.
 */
export async function* workbookText(at: FileOf): AsyncGenerator<string> {
  const chosen = await sheetOf(at);
  if ('reason' in chosen) return;
  const { rows } = chosen.sheet;
  const last = rows.findLastIndex(isFilled);
  const width = rows.reduce((widest, row) => Math.max(widest, row.findLastIndex(isText) + 1), 0);
  for (const row of rows.slice(0, last + 1)) yield `${lineOf(row, width)}\n`;
}

function lineOf(row: readonly SheetCell[], width: number): string {
  if (!isFilled(row)) return '';
  return Array.from({ length: width }, (_, column) => quoted(row[column]?.text ?? '')).join(',');
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isFilled(row: readonly SheetCell[]): boolean {
  return row.some(isText);
}

function isText({ text }: SheetCell): boolean {
  return text.trim() !== '';
}

function isNamed(name: string, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.trim().toLowerCase();
}
