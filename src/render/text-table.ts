import Table from 'cli-table3';
import { bracketed, fromPounds, inMillions } from '../money/format-money.js';
import type { Cell, CellTable, Column, Row } from '../statement/cell-table.js';
import type { Style } from './style.js';
import { wrapped } from './wrap.js';

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** The table library slows down with the square of its lines, so a long table is drawn in stretches of this many. */
const linesAtOnce = 50;

/** A table for the terminal: money right-aligned and whole, a line above each total, a blank where nothing is known. */
export function textTable(table: CellTable, style: Style): string {
  const notes = table.notes.map((note) => style.faint(note));
  return [style.strong(table.title), ...(table.rows.length === 0 ? [] : drawn(table, style)), ...notes].join('\n');
}

/** A table without room for all its columns: a line of figures for each row, and below it what else is to know. */
export function narrowTable(
  { table, below }: { readonly table: CellTable; readonly below: readonly (readonly string[])[] },
  style: Style,
): string {
  const notes = table.notes.map((note) => style.faint(note));
  const title = style.strong(table.title);
  if (table.rows.length === 0) return [title, 'None.', ...notes].join('\n');
  // No column of it has a width, so no cell is wrapped and each row is one line.
  const [header = '', ...lines] = drawn(table, style);
  const details = (texts: readonly string[] = []) =>
    texts.flatMap((text) => wrapped(text, { width: 110, indent: 2 })).map(style.faint);
  return [title, header, ...lines.flatMap((line, index) => [line, ...details(below[index])]), ...notes].join('\n');
}

/** The lines of a table, in columns as wide as the longest of their lines wherever it stands. */
function drawn(table: CellTable, style: Style): string[] {
  const lines = linesOf(table, style);
  const widths = table.columns.map((_, index) =>
    longest(
      lines.map((line) => line[index]?.text.length ?? 0),
      1,
    ),
  );
  const stretches: string[] = [];
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    stretches.push(stretch(lines.slice(from, from + linesAtOnce), table, widths));
  }
  return stretches
    .join('\n')
    .split('\n')
    .map((line) => line.trimEnd());
}

function stretch(lines: readonly Line[], { columns }: CellTable, widths: readonly number[]): string {
  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map(({ align }) => align),
    colWidths: [...widths],
  });
  for (const line of lines) {
    table.push(
      line.map(({ text, align, emphasise }) => {
        // What fills a cell up is the library's: spaces inside a colour would stay at the line's end.
        const content = text.trimEnd();
        return { content: content === '' ? content : emphasise(content), hAlign: align };
      }),
    );
  }
  return table.toString();
}

/** What one line of the table has of a cell. */
interface Piece {
  readonly text: string;
  readonly align: 'left' | 'right';
  readonly emphasise: (text: string) => string;
}

type Line = readonly Piece[];

/** Header, rows, and rules above totals; a line of a wrapped cell is a line of its own. */
function linesOf(table: CellTable, style: Style): Line[] {
  const { columns, rows } = table;
  const lines: Line[] = [columns.map(({ header, align }) => ({ text: header, align, emphasise: style.faint }))];
  const widest = widestFigures(table);
  for (const row of rows) {
    if (row.emphasis === 'total') lines.push(ruleAbove(table, row, widest));
    const emphasise = row.emphasis === undefined ? same : style.strong;
    const cells = row.cells.map((cell, index) => cellLines(cell, columns[index]));
    const height = longest(
      cells.map((cell) => cell.length),
      1,
    );
    for (let at = 0; at < height; at += 1) {
      lines.push(
        cells.map((cell, index) => ({ text: cell[at] ?? '', align: columns[index]?.align ?? 'left', emphasise })),
      );
    }
  }
  return lines;
}

/** What a cell shows. */
export function textOf(cell: Cell): string {
  if (cell.kind === 'text') return '  '.repeat(cell.indent ?? 0) + (cell.short ?? cell.text);
  if (cell.kind === 'percent') return cell.percent === undefined ? '' : `${cell.percent}%`;
  if (cell.pounds === undefined) return '';
  return cell.unit === '£m' ? inMillions(fromPounds(cell.pounds)) : bracketed(cell.pounds);
}

/** The lines of a cell: words wrapped at the width of their column, figures in one. */
function cellLines(cell: Cell, column: Column | undefined): readonly string[] {
  if (cell.kind !== 'text' || column?.width === undefined) return [textOf(cell)];
  return wrapped(cell.short ?? cell.text, { width: column.width, indent: cell.indent ?? 0 });
}

const same = (text: string): string => text;

/** A line as long as the widest figure of each column, above a total that has one. */
function ruleAbove({ columns }: CellTable, { cells }: Row, widest: readonly number[]): Line {
  return columns.map(({ align }, index) => {
    const total = cells[index];
    const isRuled = align === 'right' && total !== undefined && textOf(total) !== '';
    return { text: isRuled ? '─'.repeat(widest[index] ?? 0) : '', align, emphasise: same };
  });
}

/** How wide the widest figure of each column is. */
function widestFigures({ columns, rows }: CellTable): number[] {
  return columns.map(({ align }, index) =>
    align === 'left'
      ? 0
      : longest(
          rows.map(({ cells }) => (cells[index] === undefined ? 0 : textOf(cells[index]).length)),
          0,
        ),
  );
}

function longest(lengths: readonly number[], least: number): number {
  return lengths.reduce((most, length) => Math.max(most, length), least);
}
