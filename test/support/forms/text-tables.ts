import { amountsOf, type ReadForm, type ReadTable, said } from './read-table.js';
import type { TruthTable } from './truth.js';

/** Between two columns there are two blanks or more on every line; inside a cell there never are. */
const gap = 2;

/** No column of words wraps before this; it is wider where a word is. */
const narrowest = 34;

/**
 * The tables of a text of fixed pitch, by their columns; a block below the title of one of these is a table. What is known
 * of each beforehand is how its headers read, which may stand on several lines, and whether its lines begin with a mark.
 */
export function readText(text: string, expected: readonly TruthTable[]): ReadForm {
  const tables: ReadTable[] = [];
  const prose: string[] = [];
  for (const block of text.split('\n\n')) {
    const [title = '', ...lines] = block.split('\n');
    const own = expected.filter((table) => table.title === title);
    const known = own[tables.filter((table) => table.title === title).length] ?? own[0];
    if (known === undefined || lines.every(isUnderline)) {
      prose.push(...amountsOf(block));
      continue;
    }
    const { table, below } = tableOf(known, lines);
    tables.push(table);
    prose.push(...amountsOf(below.join('\n')));
  }
  return { tables, prose };
}

/** The line below the title of a page. */
function isUnderline(line: string): boolean {
  return /^═+$/.test(line);
}

interface Column {
  readonly start: number;
  readonly end: number;
}

function tableOf(known: TruthTable, lines: readonly string[]): { table: ReadTable; below: readonly string[] } {
  const { title } = known;
  const heads = lines.slice(0, headLines(known, lines));
  const isMarked = known.rows.every(([first]) => (first?.says ?? '').length <= 1);
  const isFilled = heads.length > 0 && !isMarked;
  const isSaidBelow = (line: string) => isMarked && /^ {4}( {2})?\S/.test(line);
  const kept: string[] = [...heads];
  const rows: string[] = [];
  let columns = columnsOf(kept);
  // What runs across the columns is said below the table.
  for (const row of lines.slice(heads.length)) {
    rows.push(row);
    if (isSaidBelow(row)) continue;
    const wider = columnsOf([...kept, isFilled && !isRule(row) ? filled(row) : row]);
    if (wider.length < columns.length) {
      rows.pop();
      break;
    }
    columns = wider;
    kept.push(isFilled && !isRule(row) ? filled(row) : row);
  }
  const read = rowsOf(rows, columns, isSaidBelow);
  const notes = notesAmong(read, known);
  return {
    table: {
      title,
      headers: [...columns.map(({ start, end }) => said(heads.map((head) => head.slice(start, end)).join(' '))), ''],
      rows: read.slice(0, read.length - notes.length).map((row) => row.map(said)),
    },
    below: [...notes, ...lines.slice(heads.length + rows.length)],
  };
}

/** What is said below a table and is no wider than its labels. */
function notesAmong(rows: readonly (readonly string[])[], known: TruthTable): string[] {
  const more = rows.slice(known.rows.length);
  return more.every(([, ...others]) => others.every((cell) => cell === '')) ? more.map(([words = '']) => words) : [];
}

/** On how many lines the headers stand: until each of their words was read. A table without any has its unit in its title. */
function headLines({ title, columns }: TruthTable, lines: readonly string[]): number {
  if (title.endsWith('(£)')) return 0;
  const words = (text: string) =>
    text
      .split(/\s+/)
      .filter((word) => word !== '')
      .sort()
      .join(' ');
  const all = words(columns.map(({ header }) => header).join(' '));
  const upTo = lines.findIndex((_, at) => words(lines.slice(0, at + 1).join(' ')) === all);
  return Math.max(upTo, 0) + 1;
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

/**
 * The rows of lines: a line that only goes on with words of the one above is part of its row. What is said below a row,
 * where there is no room beside it, is its last cell.
 */
function rowsOf(
  lines: readonly string[],
  columns: readonly Column[],
  isSaidBelow: (line: string) => boolean,
): string[][] {
  const rows: string[][] = [];
  let above: readonly string[] | undefined;
  let first: readonly string[] = [];
  for (const line of lines) {
    if (isRule(line)) {
      above = undefined;
      continue;
    }
    const row = rows.at(-1);
    if (isSaidBelow(line)) {
      row?.push([row.splice(columns.length).join(' '), line.trim()].join(' ').trim());
      continue;
    }
    const cells = columns.map(({ start, end }) => line.slice(start, end).trimEnd());
    const before = above;
    const isFurther =
      before !== undefined && cells.every((cell, at) => goesOn(cell, before[at] ?? '', first[at] ?? '', columns[at]));
    above = cells;
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
  if (column !== undefined && cell.length === column.end - column.start && /^-?\d/.test(said(cell))) return false;
  const indent = (text: string) => text.length - text.trimStart().length;
  const [word = ''] = cell.trim().split(' ');
  const width = column === undefined ? 0 : Math.min(column.end - column.start, narrowest);
  return above !== '' && indent(cell) === indent(first) + 2 && above.length + 1 + word.length > width;
}
