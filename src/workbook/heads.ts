import type { SheetCell, SheetRow } from './model.js';

/** The rows of a sheet, in which the head of a column of figures stands on the right, as they do. */
export function withHeadsOverFigures(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row, at) =>
    row.map((cell, column) =>
      cell?.look === 'header' && isOverFigures(rows, at, column) ? { ...cell, align: 'right' } : cell,
    ),
  );
}

/** Whether what stands first below a head, in its table, is a figure. */
function isOverFigures(rows: readonly SheetRow[], head: number, column: number): boolean {
  for (let at = head + 1; at < rows.length; at += 1) {
    const row = rows[at] ?? [];
    if (row.every((cell) => cell === undefined)) return false;
    const below = row[column];
    if (below !== undefined && below.look !== 'header') return isFigure(below);
  }
  return false;
}

function isFigure({ content }: SheetCell): boolean {
  return content.kind === 'number' || content.kind === 'formula';
}
