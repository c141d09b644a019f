import { bracketed, fromPounds, inMillions } from '../money/format-money.js';
import type { Cell, Column } from '../statement/cell-table.js';
import { wrapped } from './wrap.js';

/** What a cell shows. */
export function textOf(cell: Cell): string {
  if (cell.kind === 'text') return '  '.repeat(cell.indent ?? 0) + (cell.short ?? cell.text);
  if (cell.kind === 'percent') return cell.percent === undefined ? '' : `${cell.percent}%`;
  if (cell.pounds === undefined) return '';
  return cell.unit === '£m' ? inMillions(fromPounds(cell.pounds)) : bracketed(cell.pounds);
}

/** The lines of a cell: words wrapped at the width of their column, figures in one. */
export function cellLines(cell: Cell, column: Column | undefined): readonly string[] {
  if (cell.kind !== 'text' || column?.width === undefined) return [textOf(cell)];
  return wrapped(cell.short ?? cell.text, { width: column.width, indent: cell.indent ?? 0 });
}
