import { fromPounds } from '../money/format-money.js';
import { toPlaces } from '../money/places.js';
import type { Cell, CellTable } from '../statement/cell-table.js';
import { numberCell, type SheetCell, wordCell } from './model.js';

/** Not known, and not applicable: what stands in place of a blank cell. */
const [notKnown, notApplicable] = ['[x]', '[z]'];

/** A table as it is published: its header row, and the lines below it. */
export interface PublishedTable {
  readonly headers: readonly SheetCell[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A table with one header row, no cell left blank, and in words what is else said by how it looks. */
export function publishedTable({ columns, rows }: CellTable): PublishedTable {
  const isNumeric = columns.map((_, index) => rows.some(({ cells }) => numberIn(cells[index]) !== undefined));
  const isNested = rows.some(({ cells }) => indentOf(cells[0]) > 0);
  const isMixed = rows.some(({ emphasis }) => emphasis !== undefined);
  const above: { label: string; indent: number }[] = [];
  const lines = rows.map(({ cells, emphasis }) => {
    const indent = indentOf(cells[0]);
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const parent = above.at(-1)?.label ?? notApplicable;
    above.push({ label: cells[0]?.kind === 'text' ? cells[0].text : '', indent });
    return [
      ...columns.map((_, index) => published(cells[index])),
      ...(isNested ? [wordCell(parent)] : []),
      ...(isMixed ? [wordCell(kinds[emphasis ?? 'line'])] : []),
    ];
  });
  const headers = [...uniqueHeaders(columns), ...(isNested ? ['Part of'] : []), ...(isMixed ? ['Kind of line'] : [])];
  return {
    headers: inPlace(
      headers.map((header) => wordCell(header, 'header')),
      isNumeric,
    ),
    rows: lines.map((line) => inPlace(line, isNumeric)),
  };
}

/** What stands in a column of figures stands on the right, as they do, and words after it a little apart from them. */
function inPlace(cells: readonly SheetCell[], isNumeric: readonly boolean[]): SheetCell[] {
  return cells.map((cell, column) => {
    if (isNumeric[column] === true) return { ...cell, align: 'right' };
    return isNumeric[column - 1] === true ? { ...cell, indent: 1 } : cell;
  });
}

const kinds = { line: 'line', total: 'total', head: 'heading' } as const;

function uniqueHeaders(columns: CellTable['columns']): string[] {
  const taken = new Set<string>();
  return columns.map(({ header, name = '' }, index) => {
    const own = header || name || (index === 0 ? 'Line' : 'Comment');
    let unique = own;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${own} ${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function indentOf(cell: Cell | undefined): number {
  return cell?.kind === 'text' ? (cell.indent ?? 0) : 0;
}

/** A figure that has no amount is not known; where a line has no figure at all, nothing can stand there. */
function published(cell: Cell | undefined): SheetCell {
  const number = numberIn(cell);
  if (number !== undefined) return number;
  if (cell?.kind === 'money' || cell?.kind === 'percent') return wordCell(notKnown);
  return wordCell(cell?.text || notApplicable);
}

/** The number of a cell, £m where it is shown in them; undefined of words and of what is not known. */
function numberIn(cell: Cell | undefined): SheetCell | undefined {
  if (cell === undefined) return undefined;
  switch (cell.kind) {
    case 'money': {
      const { pounds, unit } = cell;
      if (pounds === undefined) return undefined;
      return unit === '£' ? numberCell(pounds, 'pounds') : numberCell(toPlaces(fromPounds(pounds), 8), { decimals: 3 });
    }
    case 'percent':
      return cell.percent === undefined ? undefined : numberCell(cell.percent, 'percent');
    case 'text': {
      const plain = /^\(?(-?[\d,]+(?:\.\d+)?)\)?$/.exec(cell.text)?.[1]?.replaceAll(',', '');
      if (plain === undefined || cell.figure === undefined) return undefined;
      const decimals = plain.split('.')[1]?.length ?? 0;
      return numberCell(cell.text.startsWith('(') ? `-${plain}` : plain, { decimals });
    }
  }
}
