import type { SheetCell } from './sheet.js';

/** Whether a row of a sheet holds anything. */
export function isFilled(row: readonly SheetCell[]): boolean {
  return row.some(isText);
}

/** Whether a cell of a sheet holds anything. */
export function isText({ text }: SheetCell): boolean {
  return text.trim() !== '';
}

const money = /^\s*[-+(£]*\d[\d,]*(?:\.\d+)?\)?\s*$/;

/** Whether a cell of a sheet is text that looks like money. */
export function isMoneyAsText({ holds, text }: SheetCell): boolean {
  return holds === 'text' && money.test(text);
}

/** Whether a cell of a sheet holds a number or a day, be it as text. */
export function isFigure(cell: SheetCell): boolean {
  return cell.holds === 'number' || cell.holds === 'day' || isMoneyAsText(cell);
}
