import Table from 'cli-table3';
import { fromPounds, grouped, inMillions } from '../money/format-money.js';
import type { Cell, CellTable, Row } from './cell-table.js';
import type { Style } from './style.js';

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
    colWidths: table.columns.map(({ width }) => width ?? null),
    colAligns: table.columns.map(({ align }) => align),
    wordWrap: true,
  });
  drawn.push(table.columns.map(({ header, align }) => ({ content: style.faint(header), hAlign: align })));
  for (const row of table.rows) {
    if (row.emphasis === 'total') drawn.push(table.columns.map(({ align }, index) => ruleUnder(table, index, align)));
    drawn.push(row.cells.map((cell) => emphasised(textOf(cell), row, style)));
  }
  const lines = drawn.toString().split('\n').map((line) => line.trimEnd());
  const notes = table.notes.map((note) => style.faint(note));
  return [style.strong(table.title), ...lines, ...notes].join('\n');
}

/** What a cell shows. */
export function textOf(cell: Cell): string {
  if (cell.kind === 'text') return '  '.repeat(cell.indent ?? 0) + cell.text;
  if (cell.pounds === undefined) return '';
  const amountPence = fromPounds(cell.pounds);
  return cell.unit === '£m' ? inMillions(amountPence) : grouped(amountPence);
}

function emphasised(text: string, row: Row, style: Style): string {
  return row.emphasis === undefined || text === '' ? text : style.strong(text);
}

/** A line as long as the widest amount of a column of money. */
function ruleUnder(table: CellTable, index: number, align: 'left' | 'right'): string {
  if (align === 'left') return '';
  const widest = table.rows.map(({ cells }) => cells[index]).map((cell) => (cell === undefined ? 0 : textOf(cell).length));
  return '─'.repeat(Math.max(0, ...widest));
}
