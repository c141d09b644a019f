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

/** The table library slows down with the square of its rows, so long tables are drawn in pieces of this many. */
const rowsAtOnce = 100;

/** A table for the terminal: money right-aligned and whole, a line above each total, a blank where nothing is known. */
export function textTable(table: CellTable, style: Style): string {
  const header = table.columns.map(({ header, align }) => ({ lines: [header], align, emphasise: style.faint }));
  const drawn: DrawnRow[] = [header];
  for (const row of table.rows) {
    if (row.emphasis === 'total')
      drawn.push(table.columns.map(({ align }, index) => ruleUnder(table, row, index, align)));
    drawn.push(row.cells.map((cell, index) => drawnCell(cell, table.columns[index], row, style)));
  }
  const widths = table.columns.map((_, index) =>
    Math.max(1, ...drawn.flatMap((row) => (row[index]?.lines ?? []).map((line) => line.length))),
  );
  const pieces: string[] = [];
  for (let from = 0; from < drawn.length; from += rowsAtOnce) {
    pieces.push(piece(drawn.slice(from, from + rowsAtOnce), table, widths));
  }
  const lines = pieces.join('\n').split('\n');
  const notes = table.notes.map((note) => style.faint(note));
  return [
    style.strong(table.title),
    ...(table.rows.length === 0 ? [] : lines.map((line) => line.trimEnd())),
    ...notes,
  ].join('\n');
}

interface DrawnCell {
  readonly lines: readonly string[];
  readonly align: 'left' | 'right';
  readonly emphasise: (text: string) => string;
}

type DrawnRow = readonly DrawnCell[];

function piece(rows: readonly DrawnRow[], table: CellTable, widths: readonly number[]): string {
  const drawn = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: table.columns.map(({ align }) => align),
    colWidths: [...widths],
  });
  for (const row of rows) {
    const height = Math.max(...row.map(({ lines }) => lines.length));
    // A line of a wrapped cell is a row of its own: the library reads a tall cell whole for each of its lines.
    for (let at = 0; at < height; at += 1) drawn.push(row.map((cell) => lineOf(cell, at)));
  }
  return drawn.toString();
}

function lineOf({ lines, align, emphasise }: DrawnCell, at: number): { content: string; hAlign: 'left' | 'right' } {
  // What fills a cell up is the library's: spaces inside a colour would stay at the line's end.
  const line = (lines[at] ?? '').trimEnd();
  return { content: line === '' ? line : emphasise(line), hAlign: align };
}

/** What a cell shows. */
export function textOf(cell: Cell): string {
  if (cell.kind === 'text') return '  '.repeat(cell.indent ?? 0) + cell.text;
  if (cell.kind === 'percent') return cell.percent === undefined ? '' : `${cell.percent}%`;
  if (cell.pounds === undefined) return '';
  return cell.unit === '£m' ? inMillions(fromPounds(cell.pounds)) : bracketed(cell.pounds);
}

/** A cell's lines, each emphasised by itself, so that no colour runs over into the next column. */
function drawnCell(cell: Cell, column: Column | undefined, row: Row, style: Style): DrawnCell {
  const indent = cell.kind === 'text' ? (cell.indent ?? 0) : 0;
  const width = column?.width;
  const lines = cell.kind === 'text' && width !== undefined ? wrapped(cell.text, { width, indent }) : [textOf(cell)];
  return { lines, align: column?.align ?? 'left', emphasise: row.emphasis === undefined ? same : style.strong };
}

const same = (text: string): string => text;

/** A line as long as the widest figure of a column, above a total that has one. */
function ruleUnder(table: CellTable, { cells }: Row, index: number, align: 'left' | 'right'): DrawnCell {
  const total = cells[index];
  const nothing = { lines: [''], align, emphasise: same };
  if (align === 'left' || total === undefined || textOf(total) === '') return nothing;
  const widest = table.rows
    .map((row) => row.cells[index])
    .map((cell) => (cell === undefined ? 0 : textOf(cell).length));
  return { ...nothing, lines: ['─'.repeat(Math.max(0, ...widest))] };
}
