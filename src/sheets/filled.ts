import type { SheetCell } from './sheet.js';

/** Whether a row of a sheet holds anything. */
export function isFilled(row: readonly SheetCell[]): boolean {
  return row.some(isText);
}

/** Whether a cell of a sheet holds anything. */
export function isText({ text }: SheetCell): boolean {
  return text.trim() !== '';
}
