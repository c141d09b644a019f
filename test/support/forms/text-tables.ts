import { amountsOf, type ReadForm, type ReadTable, said } from './read-table.js';

/** Between two columns there are two blanks or more on every line; inside a cell there never are. */
const gap = 2;

/** No column of words wraps before this; it is wider where a word is. */
const narrowest = 34;

/** The tables of a text of fixed pitch, by their columns; a block below a title that is one of these is a table. */
export function readText(text: string, titles: ReadonlySet<string>): ReadForm {
  const tables: ReadTable[] = [];
  const prose: string[] = [];
  for (const block of text.split('\n\n')) {
    const [title = '', ...lines] = block.split('\n');
    if (!titles.has(title) || lines.length === 0) {
      prose.push(...amountsOf(block));
      continue;
    }
    const { table, below } = tableOf(title, lines);
    tables.push(table);
    prose.push(...amountsOf(below.join('\n')));
  }
  return { tables, prose };
}

interface Column {
  readonly start: number;
  readonly end: number;
}

function tableOf(title: string, lines: readonly string[]): { table: ReadTable; below: readonly string[] } {
  // A table without headers has its unit in its title.
  const head = title.endsWith('(£)') ? undefined : lines[0];
  const rows = lines.slice(head === undefined ? 0 : 1);
  const kept: string[] = head === undefined ? [] : [head];
  let columns = columnsOf(kept);
  let length = 0;
  // What runs across the columns is said below the table.
  for (const row of rows) {
    const line = head === undefined || isRule(row) ? row : filled(row);
    const wider = columnsOf([...kept, line]);
    if (wider.length < columns.length) break;
    columns = wider;
    kept.push(line);
    length += 1;
  }
  return {
    table: {
      title,
      headers: columns.map(({ start, end }) => said((head ?? '').slice(start, end))),
      rows: rowsOf(rows.slice(0, length), columns).map((row) => row.map(said)),
    },
    below: rows.slice(length),
  };
}

/** A line whose label is set in, without the blanks before it. */
function filled(line: string): string {
  return line.replace(/^ {1,8}(?=\S)/, (blanks) => '·'.repeat(blanks.length));
}

/** A line above a total. */
function isRule(line: string): boolean {
  return /^[\s─]+$/.test(line);
}

function columnsOf(lines: readonly string[]): Column[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isBlank = (at: number) => lines.every((line) => (line[at] ?? ' ') === ' ');
  const columns: Column[] = [];
  let start: number | undefined;
  let blanks = 0;
  for (let at = 0; at < width + gap; at += 1) {
    if (!isBlank(at)) {
      start ??= at;
      blanks = 0;
      continue;
    }
    blanks += 1;
    if (blanks < gap || start === undefined) continue;
    columns.push({ start, end: at - gap + 1 });
    start = undefined;
  }
  return columns;
}

/** The rows of lines: a line that only goes on with words of the one above is part of its row. */
function rowsOf(lines: readonly string[], columns: readonly Column[]): string[][] {
  const rows: string[][] = [];
  let above: readonly string[] | undefined;
  let first: readonly string[] = [];
  for (const line of lines) {
    if (isRule(line)) {
      above = undefined;
      continue;
    }
    const cells = columns.map(({ start, end }) => line.slice(start, end).trimEnd());
    const before = above;
    const isFurther =
      before !== undefined && cells.every((cell, at) => goesOn(cell, before[at] ?? '', first[at] ?? '', columns[at]));
    above = cells;
    const row = rows.at(-1);
    if (isFurther && row !== undefined) {
      for (const [at, cell] of cells.entries()) row[at] = `${row[at]} ${cell}`;
      continue;
    }
    first = cells;
    rows.push([...cells]);
  }
  return rows;
}

/** Whether words go on with those above: they are set in by two more, and their first word had no room there. */
function goesOn(cell: string, above: string, first: string, column: Column | undefined): boolean {
  if (cell === '') return true;
  const indent = (text: string) => text.length - text.trimStart().length;
  const [word = ''] = cell.trim().split(' ');
  const width = column === undefined ? 0 : Math.min(column.end - column.start, narrowest);
  return above !== '' && indent(cell) === indent(first) + 2 && above.length + 1 + word.length > width;
}
