import { amountsOf, plainNumber, said } from './read-table.js';
import type { TruthTable } from './truth.js';

/** What a line of `--plain` says, and the figure that it ends with. */
export interface PlainLine {
  readonly says: string;
  readonly figure: string;
}

/** The lines of each table of `--plain` with its title, and the amounts in words beside them. */
export function readPlain(text: string, titles: ReadonlySet<string>): { tables: PlainLine[][]; prose: string[] } {
  const tables: PlainLine[][] = [];
  const prose: string[] = [];
  for (const block of text.split('\n\n')) {
    const [title = '', ...lines] = block.split('\n');
    if (titles.has(title) && lines.length > 0) tables.push([title, ...lines].map(lineOf));
    else prose.push(...amountsOf(block));
  }
  return { tables, prose };
}

function lineOf(line: string): PlainLine {
  const found = /^(.*): ((?:minus )?£[\d,]+\.\d\d|\(?-?[\d,]+(?:\.\d+)?\)?%?)$/.exec(line);
  const [, says = line, figure = ''] = found ?? [];
  return { says: says.split(', ').map(said).join(', '), figure: said(figure) };
}

/** The lines that `--plain` is to have of a table: a figure a line, with its row and its column. */
export function plainLinesOf({ title, columns, rows, notes }: TruthTable): PlainLine[] {
  const lines = rows.flatMap((cells) => {
    const first = cells.findIndex((_, at) => isFigure(cells, at));
    const hasFigure = cells.some((cell, at) => isFigure(cells, at) && cell.says !== '');
    if (first === 0 || !hasFigure) {
      const words = cells.flatMap((cell, at) => (isFigure(cells, at) || cell.says === '' ? [] : [cell.says]));
      const figures = cells.flatMap((cell, at) => (isFigure(cells, at) && cell.says !== '' ? [cell.says] : []));
      if (figures.some((figure) => !isNumber(figure))) return [lineOf(`${words.join(', ')}: ${figures.join(', ')}`)];
      return [{ says: words.join(', '), figure: figures.join(', ') }];
    }
    const label = cells.slice(0, first).flatMap(({ says }) => (says === '' ? [] : [says]));
    return cells.slice(first).flatMap(({ says }, at): PlainLine[] => {
      if (says === '') return [];
      const header = (columns[first + at]?.header ?? '').replace(/ £/, '');
      const key = [...label, header].filter((part) => part !== '').join(', ');
      return [
        isNumber(says)
          ? { says: key.split(', ').map(said).join(', '), figure: plainNumber(says) }
          : lineOf(`${key}: ${says}`),
      ];
    });
  });
  return [...[title].map(lineOf), ...lines, ...notes.map(lineOf)];

  function isFigure(cells: (typeof rows)[number], at: number): boolean {
    return cells[at]?.isFigure === true || columns[at]?.isRight === true;
  }
}

function isNumber(says: string): boolean {
  return /^-?\d[\d.]*$/.test(says);
}
