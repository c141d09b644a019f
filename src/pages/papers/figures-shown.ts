import type { Cell } from '../../statement/cell-table.js';
import type { NamedFigure } from '../../statement/figure-names.js';
import type { Paper } from '../../statement/paper-schema.js';

/** The figures that a paper shows, each once, in the order of its cells. */
export function figuresShown({ pages }: Pick<Paper, 'pages'>, named: readonly NamedFigure[]): NamedFigure[] {
  const byName = new Map(named.map((figure) => [figure.name, figure]));
  const cells = pages.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)));
  const names = new Set(cells.flatMap(figuresOfCell));
  return [...names].map((name) => {
    const figure = byName.get(name);
    if (figure === undefined) throw new Error(`a paper shows ${name}, which is no figure`);
    return figure;
  });
}

function figuresOfCell(cell: Cell): readonly string[] {
  if (cell.figure !== undefined) return [cell.figure];
  return cell.kind === 'text' ? (cell.figures ?? []) : [];
}
