/** Rows that a cell of several lines holds, because the mark that opens it by mistake is closed only in a later row. */
export interface SwallowedRows {
  /** Which field it is, counted from 0. */
  readonly index: number;
  /** How many lines below the beginning of its record the cell opens, and closes. */
  readonly opensBelow: number;
  readonly closesBelow: number;
  /** How many of its lines read as rows. */
  readonly rows: number;
}

const lineEnd = /\r\n|\n|\r/;

/** What may part the fields of rows that were pasted from another export. */
const separators = [',', ';', '\t', '|'];

/**
 * The first cell of a record in which a line reads as a row of its file, or undefined. A line of a note, an address or a
 * list does not: a row has as many fields as the header, and in each column what the row that holds the cell has there.
 */
export function swallowedRows(
  fields: readonly string[],
  separator: string,
  expected: number,
): SwallowedRows | undefined {
  let below = 0;
  for (const [index, field] of fields.entries()) {
    const lines = field.split(lineEnd);
    if (lines.length === 1) continue;
    const rows = rowsWithin(lines, index, fields, { separator, expected });
    const closesBelow = below + lines.length - 1;
    if (rows > 0) return { index, opensBelow: below, closesBelow, rows };
    below = closesBelow;
  }
  return undefined;
}

interface Shape {
  readonly separator: string;
  readonly expected: number;
}

function rowsWithin(
  lines: readonly string[],
  index: number,
  fields: readonly string[],
  { separator, expected }: Shape,
): number {
  const columns = fields.map((_, at) => at);
  const isRow = (cells: readonly string[], own: readonly number[]): boolean =>
    cells.length === expected && readsAsRow(cells, fields, own);
  const [first = '', ...inner] = lines.map((line) => line.split(separator));
  const last = inner.pop() ?? [];
  const others = columns.filter((at) => at !== index);
  const isWhole = (line: string): boolean =>
    isRow(line.split(separator), others) ||
    separators.some((other) => hasFiguresOfRow(line.split(other), fields, others));
  const whole = lines.slice(1, -1).filter(isWhole).length;
  // The cell opens within its first row and closes within its last: what stands outside it completes them.
  const isLastField = index === fields.length - 1;
  const opens = isLastField || isRow([...fields.slice(0, index), ...first], columns.slice(index + 1));
  const closes = isRow([...last, ...fields.slice(index + 1)], columns.slice(0, index));
  return whole + (closes && (opens || whole > 0) ? 1 : 0);
}

/**
 * Whether cells that are fewer or more than a row has, or parted in another way, have its figures nevertheless: each day
 * and each number of it in its own column, two at the least, and most of the words between them.
 */
function hasFiguresOfRow(cells: readonly string[], row: readonly string[], columns: readonly number[]): boolean {
  const figures = columns.filter((at) => ['day', 'number'].includes(kindOf(row[at])));
  const alike = columns.filter((at) => at < cells.length && kindOf(cells[at]) === kindOf(row[at]));
  const there = columns.filter((at) => at < cells.length);
  return (
    figures.length > 1 &&
    figures.every((at) => alike.includes(at)) &&
    alike.length * 3 >= there.length * 2 &&
    cells.slice(row.length).every((cell) => cell.trim() === '')
  );
}

/** Whether cells are what a row has in these columns. */
function readsAsRow(cells: readonly string[], row: readonly string[], columns: readonly number[]): boolean {
  const alike = columns.filter((at) => kindOf(cells[at]) === kindOf(row[at]));
  if (alike.length * 3 < columns.length * 2) return false;
  const figures = columns.filter((at) => ['day', 'number'].includes(kindOf(row[at])));
  const alikeFigures = figures.filter((at) => alike.includes(at));
  if (figures.length > 0 && alikeFigures.length === figures.length) return true;
  return isTight(cells) && (figures.length === 0 || alikeFigures.length > 0);
}

function kindOf(cell = ''): 'blank' | 'day' | 'number' | 'words' {
  const text = cell.trim();
  if (text === '') return 'blank';
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/.test(text)) return 'day';
  return /^[£(+-]*\s*[\d,.]+\s*[)-]?$/.test(text) ? 'number' : 'words';
}

/** Prose has a space behind its commas; the fields of a row have none. */
function isTight(cells: readonly string[]): boolean {
  return !cells.slice(1).some((cell) => cell.startsWith(' '));
}
