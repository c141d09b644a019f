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

/** A table as it is drawn, and what is said below each of its rows. */
export interface FittedTable {
  readonly table: CellTable;
  readonly below: readonly (readonly string[])[];
}

/**
 * A table that is no wider than a line: its labels wrap; then pence go; then what is said beside the figures stands below
 * them; then figures go, the last first, and a note says which. A figure is never cut, and pence stay where without them
 * something would look like nothing.
 */
export function fitted(table: CellTable, width: number): FittedTable {
  const isFit = (attempt: CellTable) => widthOf(attempt) <= width;
  if (isFit(table)) return { table, below: [] };
  const pounds = inPounds(table);
  const rounded = pounds === table ? [] : ['Amounts to £1.'];
  for (const [shown, notes] of [
    [table, []],
    [pounds, rounded],
  ] as const) {
    for (const label of [narrowLabel, narrowestLabel]) {
      const attempt = narrowed(shown, { width, label });
      if (isFit(attempt)) return { table: noted(attempt, notes), below: [] };
    }
  }
  return leftOut(pounds, { width, rounded });
}

function leftOut(
  table: CellTable,
  { width, rounded }: { readonly width: number; readonly rounded: string[] },
): FittedTable {
  const indexes = [...table.columns.keys()].slice(labelOf(table) + 1).reverse();
  const isWords = (index: number) => table.columns[index]?.align === 'left';
  const isLong = (index: number) => isWords(index) && (columnWidths(table)[index] ?? 0) > longestMark;
  const going = [
    ...indexes.filter(isLong),
    ...indexes.filter((index) => isWords(index) && !isLong(index)),
    ...indexes.filter((index) => !isWords(index)),
  ];
  let count = 1;
  let attempt = table;
  for (; count <= going.length; count += 1) {
    attempt = narrowed(without(table, new Set(going.slice(0, count))), { width, label: narrowestLabel });
    if (widthOf(attempt) <= width) break;
  }
  const gone = new Set(going.slice(0, count));
  const names = table.columns.flatMap((column, index) => (gone.has(index) && !isWords(index) ? [nameOf(column)] : []));
  const notes = [...rounded, ...(names.length === 0 ? [] : [`Left out at ${width} wide: ${names.join(', ')}.`])];
  const moved = [...gone].filter(isWords).sort((one, other) => one - other);
  const below = table.rows.map(({ cells }) => {
    const said = moved.flatMap((index) => saidBelow(cells[index], table.columns[index])).join('; ');
    return said === '' ? [] : [said];
  });
  return { table: noted(attempt, notes), below };
}

/** Which column is the labels’: of those before the figures the widest. It never goes, nor does a mark before it. */
function labelOf(table: CellTable): number {
  const firstFigures = table.columns.findIndex(({ align }) => align === 'right');
  const before = columnWidths(table).slice(0, firstFigures < 0 ? undefined : Math.max(1, firstFigures));
  return before.indexOf(longest(before));
}

/** What stood beside figures, with what its column was called. */
function saidBelow(cell: Cell | undefined, column: Column | undefined): string[] {
  const text = cell === undefined ? '' : textOf(cell).trim();
  if (text === '') return [];
  return [column === undefined || column.header === '' ? text : `${column.header}: ${text}`];
}

function noted(table: CellTable, notes: readonly string[]): CellTable {
  return { ...table, notes: [...notes, ...table.notes] };
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

/** The same to the pound, unless an amount that is not nil would be shown as nil. */
function inPounds(table: CellTable): CellTable {
  const isHidden = (cell: Cell) =>
    cell.kind === 'money' && cell.unit === '£' && cell.pounds !== undefined && isLostInPounds(cell.pounds);
  const isMoney = (cell: Cell) => cell.kind === 'money' && cell.unit === '£';
  const cells = table.rows.flatMap((row) => row.cells);
  if (!cells.some(isMoney) || cells.some(isHidden)) return table;
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(toPound) })) };
}

function isLostInPounds(pounds: string): boolean {
  const pence = fromPounds(pounds);
  return pence !== 0n && inWholePounds(pence) === '0';
}

function toPound(cell: Cell): Cell {
  if (cell.kind !== 'money' || cell.unit !== '£' || cell.pounds === undefined) return cell;
  return { kind: 'text', text: inWholePounds(fromPounds(cell.pounds)) };
}

function longestWord(text: string): number {
  return longest(text.split(/\s+/).map((word) => word.length));
}

function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}
