import Table from 'cli-table3';
import { fromPounds, grouped, inMillions } from '../money/format-money.js';
import type { Cell, CellTable, Row } from './cell-table.js';
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

/** A table for the terminal: money right-aligned and whole, a line above each total, a blank where nothing is known. */
export function textTable(table: CellTable, style: Style): string {
  const drawn = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: table.columns.map(({ align }) => align),
  });
  drawn.push(table.columns.map(({ header, align }) => ({ content: style.faint(header), hAlign: align })));
  for (const row of table.rows) {
    if (row.emphasis === 'total')
      drawn.push(table.columns.map(({ align }, index) => ruleUnder(table, row, index, align)));
    drawn.push(row.cells.map((cell, index) => drawnCell(cell, table.columns[index]?.width, row, style)));
  }
  const lines = drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const notes = table.notes.map((note) => style.faint(note));
  return [style.strong(table.title), ...(table.rows.length === 0 ? [] : lines), ...notes].join('\n');
}

/** What a cell shows. */
export function textOf(cell: Cell): string {
  if (cell.kind === 'text') return '  '.repeat(cell.indent ?? 0) + cell.text;
  if (cell.pounds === undefined) return '';
  const amountPence = fromPounds(cell.pounds);
  return cell.unit === '£m' ? inMillions(amountPence) : grouped(amountPence);
}

/** A cell's lines, each emphasised by itself, so that no colour runs over into the next column. */
function drawnCell(cell: Cell, width: number | undefined, row: Row, style: Style): string {
  const indent = cell.kind === 'text' ? (cell.indent ?? 0) : 0;
  const lines = cell.kind === 'text' && width !== undefined ? wrapped(cell.text, { width, indent }) : [textOf(cell)];
  return lines.map((line) => (row.emphasis === undefined || line === '' ? line : style.strong(line))).join('\n');
}

/** A line as long as the widest figure of a column, above a total that has one. */
function ruleUnder(table: CellTable, { cells }: Row, index: number, align: 'left' | 'right'): string {
  const total = cells[index];
  if (align === 'left' || total === undefined || textOf(total) === '') return '';
  const widest = table.rows
    .map((row) => row.cells[index])
    .map((cell) => (cell === undefined ? 0 : textOf(cell).length));
  return '─'.repeat(Math.max(0, ...widest));
}
