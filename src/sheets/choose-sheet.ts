import type { SheetPart } from '../files/open-file.js';
import { type CellRange, rangeOf } from './cell-range.js';
import { isFigure, isFilled, isText } from './filled.js';
import type { NamedRange, ReadSheet, ReadWorkbook, SheetCell } from './sheet.js';

/** The sheet of a workbook that is read, or why there is none. */
export type ChosenSheet = FoundSheet | { readonly reason: string };

export interface FoundSheet {
  /** Only what is to be read of it: cells outside of a range are blank in it. */
  readonly sheet: ReadSheet;
  /** All of it. */
  readonly whole: ReadSheet;
  /** The other sheets that hold anything. */
  readonly others: readonly ReadSheet[];
  /** The first row that is read, counted from 1. */
  readonly firstRow: number;
  /** Rows above and below the range that hold something in its columns, counted from 1: they are not read. */
  readonly outside: { readonly above: readonly number[]; readonly below: readonly number[] };
}

/** Finds what is declared of a workbook, or its one sheet that holds anything and is shown. */
export function chosenSheet(read: ReadWorkbook, { sheet: wanted, range }: SheetPart): ChosenSheet {
  const filled = read.sheets.filter(({ rows }) => rows.some(isFilled));
  const named = range === undefined ? undefined : namedRange(read.names, range, wanted);
  const cells = range === undefined ? undefined : rangeOf(named?.cells ?? range);
  if (range !== undefined && cells === undefined) return { reason: noRange(read, range, named) };
  const sheetWanted = named?.sheet ?? wanted;
  if (named !== undefined && wanted !== undefined && !isNamed(named.sheet, wanted)) {
    return { reason: `“${range}” is on sheet “${named.sheet}”, and not on “${wanted}”` };
  }
  const candidates =
    sheetWanted === undefined ? shownSheets(read) : filled.filter(({ name }) => isNamed(name, sheetWanted));
  const [sheet, ...more] = candidates;
  const names = filled.map(({ name }) => `“${name}”`).join(', ');
  if (sheet === undefined) {
    const lacking =
      sheetWanted === undefined ? 'no sheet that is shown holds anything' : `it has no sheet “${sheetWanted}”`;
    return { reason: names === '' ? 'its sheets are empty' : `${lacking}: there is ${names}` };
  }
  if (more.length > 0) return { reason: `it has several sheets, of which sheet: has to name one: ${names}` };
  const others = filled.filter((other) => other !== sheet);
  if (cells === undefined) return { sheet, whole: sheet, others, firstRow: 1, outside: { above: [], below: [] } };
  const within = partOf(sheet, cells);
  if (!within.rows.some(isFilled)) return { reason: `no cell of ${range} on sheet “${sheet.name}” holds anything` };
  return { sheet: within, whole: sheet, others, firstRow: cells.top, outside: rowsOutside(sheet, cells) };
}

/** The sheets of a workbook that hold anything and are shown. */
export function shownSheets({ sheets }: ReadWorkbook): ReadSheet[] {
  return sheets.filter(({ isHidden, rows }) => !isHidden && rows.some(isFilled));
}

/** Names are one list for ranges and tables; one of a single sheet goes before one of the workbook. */
function namedRange(names: readonly NamedRange[], wanted: string, sheet: string | undefined): NamedRange | undefined {
  const found = names.filter(({ name }) => isNamed(name, wanted));
  return found.find((one) => sheet !== undefined && isNamed(one.sheet, sheet)) ?? found[0];
}

function noRange({ names }: ReadWorkbook, wanted: string, named: NamedRange | undefined): string {
  if (named !== undefined) return `“${wanted}” is a name in it of something other than one block of cells`;
  const there = names.map(({ name }) => `“${name}”`).join(', ');
  return `it has no range or table “${wanted}”: ${there === '' ? 'nothing in it has a name' : `there is ${there}`}`;
}

function partOf(sheet: ReadSheet, { top, bottom, left, right }: CellRange): ReadSheet {
  const nothing = { text: '', holds: 'nothing' } as const;
  const rows = sheet.rows.slice(0, Math.min(bottom, sheet.rows.length)).map((row, at) => {
    if (at + 1 < top) return [];
    return row.map((cell, column) => (column < left || column > right ? nothing : cell));
  });
  return { ...sheet, rows };
}

/** Above a range only rows with a figure are told: a title there is none of a ledger, whoever reads it. */
function rowsOutside({ rows }: ReadSheet, { top, bottom, left, right }: CellRange): FoundSheet['outside'] {
  const linesWith = (isIt: (cell: SheetCell) => boolean, from: number, to: number) =>
    rows.slice(from, to).flatMap((row, nth) => (row.slice(left, right + 1).some(isIt) ? [from + nth + 1] : []));
  return { above: linesWith(isFigure, 0, top - 1), below: linesWith(isText, bottom, rows.length) };
}

function isNamed(name: string, wanted: string): boolean {
  return name.trim().toLowerCase() === wanted.trim().toLowerCase();
}
