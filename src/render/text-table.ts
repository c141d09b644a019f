import Table from 'cli-table3';
import type { Cell, CellTable, Row } from '../statement/cell-table.js';
import { columnWidths, fitted, gap } from './fitted-table.js';
import type { Style } from './style.js';
import { cellLines, textOf } from './table-cells.js';
import { broken, wrapped } from './wrap.js';

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
  middle: ' '.repeat(gap),
};

/** The table library slows down with the square of its lines, so a long table is drawn in stretches of this many. */
const linesAtOnce = 50;

/**
 * A table for the terminal, no wider than it: money right-aligned and never cut, a line above each total, a blank where
 * nothing is known.
 */
export function textTable(table: CellTable, style: Style): string {
  return tableWithDetails(table, [], style);
}

/** A table without room for all its columns: a line of figures for each row, and below it what else is to know. */
export function narrowTable(
  { table, below }: { readonly table: CellTable; readonly below: readonly (readonly string[])[] },
  style: Style,
): string {
  if (table.rows.length > 0) return tableWithDetails(table, below, style);
  return [style.strong(table.title), 'None.', ...notesOf(table, style)].join('\n');
}

function tableWithDetails(wanted: CellTable, below: readonly (readonly string[])[], style: Style): string {
  const { table, below: moved } = fitted(wanted, style.width);
  const details = (texts: readonly string[] = []) =>
    texts.flatMap((text) => wrapped(text, { width: Math.min(110, style.width), indent: 2 })).map(style.faint);
  const title = broken(table.title, style.width, 2).map(style.strong);
  if (table.rows.length === 0) return [...title, ...notesOf(table, style)].join('\n');
  const { head, rows } = drawn(table, style);
  return [
    ...title,
    ...head,
    ...rows.flatMap((lines, index) => [...lines, ...details(moved[index]), ...details(below[index])]),
    ...notesOf(table, style),
  ].join('\n');
}

function notesOf({ notes }: CellTable, style: Style): string[] {
  return notes.flatMap((note) => broken(note, style.width, 2)).map(style.faint);
}

/** The lines of a table, in columns as wide as the longest of their lines wherever it stands. */
function drawn(table: CellTable, style: Style): { readonly head: string[]; readonly rows: string[][] } {
  const widths = columnWidths(table);
  const head = headLines(table, style);
  const blocks = rowLines(table, style);
  const lines = [...head, ...blocks.flat()];
  const stretches: string[] = [];
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    stretches.push(stretch(lines.slice(from, from + linesAtOnce), table, widths));
  }
  const texts = stretches
    .join('\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const rows: string[][] = [];
  let at = head.length;
  for (const block of blocks) {
    rows.push(texts.slice(at, at + block.length));
    at += block.length;
  }
  return { head: texts.slice(0, head.length), rows };
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

/** The headers, each at the foot of its lines. */
function headLines({ columns }: CellTable, style: Style): Line[] {
  if (columns.every(({ header }) => header === '')) return [];
  const headers = columns.map(({ header }) => header.split('\n'));
  const height = longest(
    headers.map((lines) => lines.length),
    1,
  );
  return Array.from({ length: height }, (_, at) =>
    columns.map(({ align }, index) => {
      const lines = headers[index] ?? [];
      return { text: lines[at - height + lines.length] ?? '', align, emphasise: style.faint };
    }),
  );
}

/** The lines of each row, with a rule above a total; a line of a wrapped cell is a line of its own. */
function rowLines(table: CellTable, style: Style): Line[][] {
  const { columns, rows } = table;
  const widest = widestFigures(table);
  return rows.map((row) => {
    const emphasise = row.emphasis === undefined ? same : style.strong;
    const cells = row.cells.map((cell, index) => cellLines(cell, columns[index]));
    const height = longest(
      cells.map((cell) => cell.length),
      1,
    );
    const lines = Array.from({ length: height }, (_, at) =>
      cells.map((cell, index) => ({
        text: cell[at] ?? '',
        align: columns[index]?.align ?? 'left',
        emphasise: isAdverse(row.cells[index]) ? style.bad : emphasise,
      })),
    );
    return row.emphasis === 'total' ? [ruleAbove(table, row, widest), ...lines] : lines;
  });
}

function isAdverse(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== 'percent' && cell.tone === 'adverse';
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
