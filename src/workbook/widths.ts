import { bracketed } from '../money/format-money.js';
import type { Look, SheetCell, SheetRow } from './model.js';

const [narrowest, widest, widestBeside] = [8, 46, 32];

/** How high a line of words is, in points, and that of a look with larger ones. */
const lineHeight = 13;
const higher: Partial<Record<Look, number>> = { title: 24, heading: 18 };

/**
 * How wide each column is, in characters: as its longest cell. Words wrap, but not what a formula says; what stands above
 * tables runs on.
 */
export function widthsOf(rows: readonly SheetRow[]): number[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: columns }, (_, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[column])), narrowest);
    const unbroken = rows.reduce(
      (most, row) => Math.max(most, isSaidByFormula(row[column]) ? lengthOf(row[column]) : 0),
      0,
    );
    return Math.max(Math.min(longest + 2, column === 0 ? widest : widestBeside), unbroken + 2);
  });
}

function isSaidByFormula(cell: SheetCell | undefined): boolean {
  return cell?.content.kind === 'verdict';
}

function lengthOf(cell: SheetCell | undefined): number {
  if (cell === undefined) return 0;
  const { content, look, indent = 0 } = cell;
  if (look === 'title' || look === 'heading' || look === 'note') return 0;
  switch (content.kind) {
    case 'words':
    case 'verdict':
    case 'link':
      // Words of a header wrap at spaces.
      return look === 'header' ? Math.min(content.text.length, 16) : content.text.length + 2 * indent;
    case 'number':
    case 'formula':
      return bracketed(content.exact).length + 1;
  }
}

/** How high each row is, in points: as many lines as its longest words take in the width of their column. */
export function heightsOf(rows: readonly SheetRow[], widths: readonly number[]): number[] {
  return rows.map((row) =>
    row.reduce((most, cell, column) => Math.max(most, heightOf(cell, widths[column] ?? narrowest)), lineHeight + 1),
  );
}

function heightOf(cell: SheetCell | undefined, width: number): number {
  if (cell === undefined) return 0;
  const { content, look, indent = 0 } = cell;
  const own = higher[look];
  if (own !== undefined) return own;
  if (content.kind !== 'words' || look === 'note') return 0;
  return linesIn(content.text, width - 2 - 2 * indent) * lineHeight + 1;
}

/** How many lines words take, which break at spaces; a word that is longer than a line takes as many as it needs. */
function linesIn(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1;
      used = 0;
    }
    used += word.length + (used > 0 ? 1 : 0);
    while (used > width) {
      lines += 1;
      used -= width;
    }
  }
  return lines;
}
