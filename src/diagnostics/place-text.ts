import { columnLetter } from './column-letter.js';

/** Where something stands: in a file, on a line of it, in a cell; of a workbook on a sheet, whose rows are its lines. */
export interface Standing {
  readonly file: string;
  readonly line?: number | undefined;
  readonly sheet?: string | undefined;
}

/** A column of a row, counted from 0, and what the file calls it. */
interface Column {
  readonly index?: number | undefined;
  readonly name: string;
}

/**
 * A row in words: `ledgers/a.csv:12`, and of a workbook as a spreadsheet shows it: `ledgers/a.xlsx, sheet GL, row 12`. All
 * that says where a row or a cell stands says it by these two functions.
 */
export function rowText({ file, line, sheet }: Standing): string {
  if (sheet === undefined) return line === undefined ? file : `${file}:${line}`;
  return line === undefined ? `${file}, sheet ${sheet}` : `${file}, sheet ${sheet}, row ${line}`;
}

/** A cell in words: `ledgers/a.csv:12, column F (heading)`, and of a workbook `ledgers/a.xlsx, sheet GL, cell F12 (heading)`. */
export function cellText(standing: Standing, { index, name }: Column): string {
  const cell = cellName(standing, index);
  const named = name === '' ? '' : ` (${name})`;
  if (cell !== undefined) return `${rowText({ file: standing.file, sheet: standing.sheet })}, cell ${cell}${named}`;
  return index === undefined || standing.line === undefined
    ? rowText(standing)
    : `${rowText(standing)}, column ${columnLetter(index)}${named}`;
}

/** What a spreadsheet calls a cell, `F12`; undefined where no one cell of a sheet is meant. */
export function cellName({ line, sheet }: Standing, index: number | undefined): string | undefined {
  return sheet === undefined || line === undefined || index === undefined ? undefined : `${columnLetter(index)}${line}`;
}

/** What the lines of a file are called: those of a sheet are its rows. */
export function lineWord(sheet: string | undefined): 'line' | 'row' {
  return sheet === undefined ? 'line' : 'row';
}

/** A row alone of what stands somewhere, without its cell. */
export function rowOf({ file, sheet, line }: Standing): {
  readonly file: string;
  readonly sheet?: string;
  readonly line?: number;
} {
  return { file, ...(sheet !== undefined && { sheet }), ...(line !== undefined && { line }) };
}
