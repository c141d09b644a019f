import { type ReadTable, said } from './read-table.js';
import type { Grid } from './spreadsheet.js';

/** What bcf says of a total beside what a sheet makes of it. */
const saidColumn = 'bcf says: ';

/** The tables of the statement's sheets of a working workbook, one below the other, each under its title. */
export function workingTables(grids: readonly Grid[], names: readonly string[]): ReadTable[] {
  return names.flatMap((name) => {
    const rows = grids.find((grid) => grid.name === name)?.rows ?? [];
    return blocksOf(rows).slice(1).map(blockTable);
  });
}

/** Rows that stand together, between rows in which nothing stands. */
function blocksOf(rows: readonly (readonly string[])[]): (readonly string[])[][] {
  const blocks: (readonly string[])[][] = [[]];
  for (const row of rows) {
    if (row.every((cell) => cell === '')) blocks.push([]);
    else blocks.at(-1)?.push(row);
  }
  return blocks.filter((block) => block.length > 0);
}

function blockTable([title = [], head = [], ...rows]: readonly (readonly string[])[]): ReadTable {
  const firstSaid = head.findIndex((header) => header.startsWith(saidColumn));
  const width = firstSaid < 0 ? head.length : firstSaid - 1;
  return {
    title: title[0] ?? '',
    headers: Array.from(head.slice(0, width), said),
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => said(row[at] ?? ''))),
  };
}

/** Where what bcf says of the totals of a working workbook is not what the sheet has, or the sheet says that it differs. */
export function differingTotals(grids: readonly Grid[], names: readonly string[]): string[] {
  return grids
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, rows }) =>
      blocksOf(rows)
        .slice(1)
        .flatMap(([, head = [], ...lines]) =>
          lines.flatMap((line) =>
            head.flatMap((header, at) => {
              if (!header.startsWith(saidColumn) || (line[at] ?? '') === '') return [];
              const own = line[head.indexOf(header.slice(saidColumn.length))];
              const isSame = own === line[at] && line.at(-1) === 'agrees';
              return isSame ? [] : [`${name}: ${line[0]}: ${header} ${line[at]}, not ${own}: ${line.at(-1)}`];
            }),
          ),
        ),
    );
}

/** The figures that the sheet Figures lists: by name, what the workbook makes of each and what bcf says, which are the same. */
export function listedFigures(grids: readonly Grid[]): Map<string, string> {
  const rows = grids.find(({ name }) => name === 'Figures')?.rows ?? [];
  const head = rows.findIndex(([first]) => first === 'Name');
  return new Map(
    rows
      .slice(head + 1)
      .flatMap(([name = '', , own = '', , saidByBcf = '', check = '']) =>
        name === ''
          ? []
          : [[name, own === saidByBcf && check === 'agrees' ? said(own) : `${own}, ${saidByBcf}, ${check}`] as const],
      ),
  );
}

/** Not known, and not applicable. */
const shorthand = new Set(['[x]', '[z]']);

/** What a publication says in columns of its own, because it may say nothing by how it looks. */
const addedColumns = new Set(['Part of', 'Kind of line']);

/** The tables of a publication, one a sheet, below its title and what is said of it. */
export function publishedTables(grids: readonly Grid[]): ReadTable[] {
  return grids
    .filter(({ name }) => !['Cover', 'Contents', 'Notes'].includes(name))
    .map(({ rows: [[title = ''] = [], , head = [], ...rows] }) => {
      const width = head.findIndex((header) => addedColumns.has(header));
      const own = width < 0 ? head.length : width;
      return {
        title: title.replace(/( \[note \d+\])+$/, ''),
        headers: head.slice(0, own).map(said),
        rows: rows.map((row) => row.slice(0, own).map((cell) => (shorthand.has(cell) ? '' : said(cell)))),
      };
    });
}
