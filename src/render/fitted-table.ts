import { fromPounds, inWholePounds } from '../money/format-money.js';
import type { Cell, CellTable, Column } from '../statement/cell-table.js';
import { cellLines, textOf } from './table-cells.js';
import { wrapped } from './wrap.js';

/** Between two columns. */
export const gap = 2;

/** How narrow a column of labels is at first, and in the end; and another of words. */
const [narrowLabel, narrowestLabel, narrowestWords] = [28, 20, 20];

/** What stands beside figures and is no longer than this is a code or a mark, which stays there longer than other words. */
const longestMark = 14;

/** How many lines of words may stand beside figures. */
const mostLines = 3;

/** A table as it is drawn, and what is said below each of its rows. */
export interface FittedTable {
  readonly table: CellTable;
  readonly below: readonly (readonly string[])[];
}

/**
 * A table that is no wider than a line: its labels wrap; then pence go; then what is said beside the figures stands below
 * them, as it does where it would make a row tall; then figures go, the last first, and a note says which. A figure is never
 * cut, and pence stay where without them something would look like nothing.
 */
export function fitted(table: CellTable, width: number): FittedTable {
  if (widthOf(table) <= width) return { table, below: [] };
  const pounds = inPounds(table);
  for (const shown of [table, pounds]) {
    const fit = [narrowLabel, narrowestLabel]
      .map((label) => narrowed(shown, { width, label }))
      .filter((attempt) => widthOf(attempt) <= width);
    const low = fit.find((attempt) => !isTall(attempt));
    if (low !== undefined) return { table: low, below: [] };
    // Words go before pence do.
    if (fit.length > 0) break;
  }
  return leftOut(table, width, (column) => column.isLong) ?? leftOut(pounds, width, () => true) ?? { table, below: [] };
}

/** Whether what is said beside figures makes a row taller than is read along a line. */
function isTall(table: CellTable): boolean {
  const label = labelOf(table);
  return table.rows.some(({ cells }) =>
    cells.some((cell, index) => index !== label && cellLines(cell, table.columns[index]).length > mostLines),
  );
}

interface Leaving {
  readonly index: number;
  readonly isWords: boolean;
  /** Whether it is words, and more than a code or a mark. */
  readonly isLong: boolean;
}

/** The table without as many of its columns as it takes, of those that may go; undefined where all of them are not enough. */
function leftOut(table: CellTable, width: number, mayGo: (column: Leaving) => boolean): FittedTable | undefined {
  const going = lastFirst(table).filter(mayGo);
  for (let count = 1; count <= going.length; count += 1) {
    const gone = going.slice(0, count);
    const rest = without(table, new Set(gone.map(({ index }) => index)));
    for (const label of [narrowLabel, narrowestLabel]) {
      const attempt = narrowed(rest, { width, label });
      if (widthOf(attempt) > width) continue;
      const figures = gone.filter(({ isWords }) => !isWords).map(({ index }) => index);
      const notes = leftOutNotes(table, width, new Set(figures));
      return { table: { ...attempt, notes: [...notes, ...attempt.notes] }, below: saidBelow(table, gone) };
    }
  }
  return undefined;
}

/** Which columns may go, and in which order: words first, then marks, then figures, each the last first. */
function lastFirst(table: CellTable): Leaving[] {
  const widths = columnWidths(table);
  const columns = [...table.columns.keys()].slice(labelOf(table) + 1).map((index): Leaving => {
    const isWords = table.columns[index]?.align === 'left';
    return { index, isWords, isLong: isWords && (widths[index] ?? 0) > longestMark };
  });
  columns.reverse();
  return [
    ...columns.filter(({ isLong }) => isLong),
    ...columns.filter(({ isWords, isLong }) => isWords && !isLong),
    ...columns.filter(({ isWords }) => !isWords),
  ];
}

function leftOutNotes({ columns }: CellTable, width: number, gone: ReadonlySet<number>): string[] {
  const names = columns.flatMap((column, index) => (gone.has(index) ? [nameOf(column)] : []));
  return names.length === 0 ? [] : [`Left out at ${width} wide: ${names.join(', ')}.`];
}

/** Of each row what stood beside its figures, in the order of the columns, with what they were called. */
function saidBelow({ columns, rows }: CellTable, gone: readonly Leaving[]): string[][] {
  const moved = gone.flatMap(({ index, isWords }) => (isWords ? [index] : [])).sort((one, other) => one - other);
  return rows.map(({ cells }) => {
    const said = moved.flatMap((index) => saidOfCell(cells[index], columns[index])).join('; ');
    return said === '' ? [] : [said];
  });
}

/** Which column is the labels’: of those before the figures the widest. It never goes, nor does a mark before it. */
function labelOf(table: CellTable): number {
  const firstFigures = table.columns.findIndex(({ align }) => align === 'right');
  // What begins with its amount is called by the words behind it.
  if (firstFigures === 0)
    return Math.max(
      0,
      table.columns.findIndex(({ align }) => align === 'left'),
    );
  const before = columnWidths(table).slice(0, firstFigures < 0 ? undefined : Math.max(1, firstFigures));
  return before.indexOf(longest(before));
}

/** What stood beside figures, with what its column was called. */
function saidOfCell(cell: Cell | undefined, column: Column | undefined): string[] {
  const text = cell === undefined ? '' : textOf(cell).trim();
  if (text === '') return [];
  return [column === undefined || column.header === '' ? text : `${column.header}: ${text}`];
}

function nameOf({ header, name }: Column): string {
  return (name ?? header).replace(/ £/, '');
}

function without(table: CellTable, gone: ReadonlySet<number>): CellTable {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => !gone.has(index)) }));
  return { ...table, columns: table.columns.filter((_, index) => !gone.has(index)), rows };
}

/** How wide a table is drawn. */
function widthOf(table: CellTable): number {
  return columnWidths(table).reduce((total, width) => total + width, 0) + gap * Math.max(0, table.columns.length - 1);
}

/** How wide each column is: as the longest of its lines, wherever it stands. */
export function columnWidths({ columns, rows }: CellTable): number[] {
  return columns.map((column, index) =>
    longest([
      1,
      ...column.header.split('\n').map((line) => line.length),
      ...rows.flatMap(({ cells }) => {
        const cell = cells[index];
        return cell === undefined ? [] : cellLines(cell, column).map((line) => line.length);
      }),
    ]),
  );
}

/** Headers over as many lines as their column wants, and columns of words as narrow as they must be, the widest first. */
function narrowed(table: CellTable, { width, label }: { readonly width: number; readonly label: number }): CellTable {
  const bodies = columnWidths({ ...table, columns: table.columns.map((column) => ({ ...column, header: '' })) });
  const own = labelOf(table);
  const least = table.columns.map((column, index) =>
    leastWidthOf(table, { column, index, least: index === own ? label : narrowestWords }),
  );
  const widths = bodies.map((body, index) => Math.max(body, twoLines(table.columns[index]?.header ?? '')));
  let over = widths.reduce((total, own) => total + own, 0) + gap * (widths.length - 1) - width;
  while (over > 0) {
    const spare = widths.map((own, index) => own - (least[index] ?? own));
    const most = spare.indexOf(longest(spare));
    if ((spare[most] ?? 0) <= 0) break;
    widths[most] = (widths[most] ?? 0) - 1;
    over -= 1;
  }
  return {
    ...table,
    columns: table.columns.map((column, index) => {
      const own = widths[index] ?? 0;
      return {
        ...column,
        header: linesOf(column.header, own).join('\n'),
        ...(column.align === 'left' && { width: own }),
      };
    }),
  };
}

function linesOf(header: string, width: number): string[] {
  return wrapped(header, { width }).map((line) => line.trim());
}

/** How wide a header is on two lines. */
function twoLines(header: string): number {
  let width = longestWord(header);
  while (linesOf(header, width).length > 2) width += 1;
  return width;
}

/** A column of figures can be no narrower than they are, one of words than its longest word. */
function leastWidthOf(
  { rows }: CellTable,
  {
    column: { align, header },
    index,
    least,
  }: { readonly column: Column; readonly index: number; readonly least: number },
): number {
  const cells = rows.flatMap((row) => row.cells[index] ?? []);
  if (align === 'right') return longest([longestWord(header), ...cells.map((cell) => textOf(cell).length)]);
  const words = cells.map((cell) => longestWord(textOf(cell)) + indentOf(cell));
  const widest = longest(cells.map((cell) => textOf(cell).length));
  return longest([Math.min(widest, least), longestWord(header), ...words]);
}

/** Of a line that is wrapped, what stands before it. */
function indentOf(cell: Cell): number {
  return cell.kind === 'text' ? 2 * ((cell.indent ?? 0) + 1) : 0;
}

/** The same to the pound, and said so, unless an amount that is not nil would be shown as nil. */
function inPounds(table: CellTable): CellTable {
  const isHidden = (cell: Cell) =>
    cell.kind === 'money' && cell.unit === '£' && cell.pounds !== undefined && isLostInPounds(cell.pounds);
  const isMoney = (cell: Cell) => cell.kind === 'money' && cell.unit === '£';
  const cells = table.rows.flatMap((row) => row.cells);
  if (!cells.some(isMoney) || cells.some(isHidden)) return table;
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(toPound) }));
  const title = table.title === '' ? '' : `${table.title}, to £1`;
  const notes = title === '' ? ['Amounts to £1.', ...table.notes] : table.notes;
  return { ...table, title, rows, notes };
}

function isLostInPounds(pounds: string): boolean {
  const pence = fromPounds(pounds);
  return pence !== 0n && inWholePounds(pence) === '0';
}

function toPound(cell: Cell): Cell {
  if (cell.kind !== 'money' || cell.unit !== '£' || cell.pounds === undefined) return cell;
  return { kind: 'text', text: inWholePounds(fromPounds(cell.pounds)), tone: cell.tone };
}

function longestWord(text: string): number {
  return longest(text.split(/\s+/).map((word) => word.length));
}

function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}
