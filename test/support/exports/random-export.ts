import { stringify } from 'csv-stringify/sync';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { Draw } from '../../../fixtures/kent-illustrative-basics.js';
import { amountPart, datePart, fixedParts, headingPart, notePart, type Part, referencePart } from './random-parts.js';
import { pick, type TrueLedger, type TrueRow } from './true-rows.js';

/** A ledger as one body’s finance system might write it, and the entry that says how. */
export interface RandomExport {
  readonly file: string;
  readonly content: string | Buffer;
  readonly tables: readonly (readonly [path: string, text: string])[];
  /** The entry’s lines, below `ledgers:`. */
  readonly entry: readonly string[];
  /** What each row says once it is read, as `rowInWords` has it. */
  readonly rows: readonly string[];
  /** How it was written. */
  readonly ways: readonly string[];
}

/** What a row says, on one line. */
export function rowInWords(
  row: Record<'date' | 'heading' | 'scheme' | 'reference' | 'note', string> & { pence: bigint },
) {
  const { date, heading, scheme, pence, reference, note } = row;
  return [date, heading, scheme, pence, reference, note.replace(/\s+/g, ' ').trim()].join(' | ');
}

/** Writes a ledger in a way that is drawn. */
export async function randomExport(draw: Draw, ledger: TrueLedger, name: string): Promise<RandomExport> {
  const ending = pick(draw, ['csv', 'csv', 'csv', 'csv', 'csv', 'csv', 'xlsx', 'ods'] as const);
  const file = `ledgers/${name}.${ending}`;
  const [reference, note] = [referencePart(draw), notePart(draw)];
  const heading = headingPart(draw, `maps/${name}.csv`);
  const parts = shuffled(draw, [
    datePart(draw),
    amountPart(draw),
    reference,
    note,
    heading,
    ...fixedParts(draw, ledger),
  ]);
  const lines = linesOf(draw, parts, ledger.rows);
  const { content, way } = ending === 'csv' ? csvBytes(draw, lines) : await sheetBytes(ending, lines);
  return {
    file,
    content,
    tables: parts.flatMap(({ tableFor }) => (tableFor === undefined ? [] : [tableFor(ledger.rows)])),
    entry: entryOf(file, parts, lines),
    rows: ledger.rows.map((row) =>
      rowInWords({
        ...row,
        pence: BigInt(row.pence),
        reference: reference.headers.length === 0 ? '' : `${row.document}/${row.line}`,
        note: note.noteOf(row),
      }),
    ),
    ways: [ending, way, ...parts.map((part) => part.way), ...lines.ways],
  };
}

function entryOf(file: string, parts: readonly Part[], { hasLeftOut, headerLine }: Lines): string[] {
  const columns = parts.flatMap((part) => part.columns ?? []);
  const constants = parts.flatMap((part) => part.constants ?? []);
  return [
    '  - kind: expenditure',
    `    files: ${file}`,
    ...(headerLine === undefined ? [] : [`    header: ${headerLine}`]),
    '    columns:',
    ...columns.map((column) => `      ${column}`),
    ...(constants.length > 0 ? [`    constants: { ${constants.join(', ')} }`] : []),
    ...parts.flatMap(({ says = [] }) => says.map((line) => `    ${line}`)),
    ...(hasLeftOut ? ['    leave_out: { Status: [Reversed] }'] : []),
  ];
}

interface Lines {
  readonly lines: readonly (readonly string[])[];
  readonly hasLeftOut: boolean;
  /** The line of the header, where it is to be declared. */
  readonly headerLine: number | undefined;
  readonly ways: readonly string[];
}

/** The header, the rows, and lines among them that are none. */
function linesOf(draw: Draw, parts: readonly Part[], rows: readonly TrueRow[]): Lines {
  const hasLeftOut = draw(4) === 0;
  const [hasPages, hasTotal, hasTitle] = [draw(5) === 0, draw(3) === 0, draw(3) === 0];
  const header = [...parts.flatMap(({ headers }) => headers), ...(hasLeftOut ? ['Status'] : []), 'Origin'].map(
    spelt(draw),
  );
  const blank = header.map(() => '');
  const lineOf = (row: TrueRow, status = 'Posted') => [
    ...parts.flatMap(({ cells }) => cells(row)),
    ...(hasLeftOut ? [status] : []),
    'GL',
  ];
  const alone = (text: string) => [text, ...blank.slice(1)];
  const written = rows.flatMap((row, index) => [
    ...(hasPages && index > 0 && index % 7 === 0 ? [alone(`Page ${index / 7 + 1} of the report`), header] : []),
    ...(hasLeftOut && draw(6) === 0 ? [lineOf({ ...row, document: `R${index}`, pence: 12_345 }, 'Reversed')] : []),
    ...(draw(20) === 0 ? [blank] : []),
    lineOf(row),
  ]);
  const isSummed = hasTotal && rows.reduce((sum, { pence }) => sum + pence, 0) !== 0;
  const cover =
    draw(8) === 0 ? coverOf(draw, header).map((line) => (Array.isArray(line) ? line : alone(line))) : undefined;
  const above = [
    ...(hasTitle ? [alone('Transactions of the Better Care Fund, April to March, by date'), blank] : []),
    ...(cover ?? []),
  ];
  const lines = [
    ...above,
    header,
    ...(draw(8) === 0 ? [header.map((name) => '-'.repeat(Math.max(3, name.length)))] : []),
    ...written,
    ...(isSummed ? [totalOf(parts, rows, hasLeftOut)] : []),
    ...(draw(4) === 0 ? [alone('End of the report')] : []),
  ];
  const ways = [
    ...(hasTitle ? ['a title'] : []),
    ...(cover === undefined ? [] : [`${cover.length} lines of a cover sheet`]),
    ...(hasPages ? ['pages'] : []),
    ...(isSummed ? ['a total'] : []),
    ...(hasLeftOut ? ['rows left out'] : []),
  ];
  return { lines, hasLeftOut, headerLine: cover && above.length + 1, ways };
}

/** What may stand above a header that is declared: more lines than are looked through, or the header of another table. */
function coverOf(draw: Draw, header: string[]): (string | string[])[] {
  const isOneLine = header.every((name) => !name.includes('\n'));
  const lines = Array.from({ length: draw(70) }, (_, index) => `Cover sheet, line ${index + 1}`);
  return isOneLine ? [header, ...lines] : lines;
}

/** The sums below the columns of money, and the word in the first cell that is free. */
function totalOf(parts: readonly Part[], rows: readonly TrueRow[], hasLeftOut: boolean): string[] {
  const cells = parts.flatMap(({ headers, total }) => total?.(rows) ?? headers.map(() => ''));
  const line = [...cells, ...(hasLeftOut ? [''] : []), ''];
  line[line.indexOf('')] = 'Total';
  return line;
}

/** A header as the next export may spell it. */
function spelt(draw: Draw): (header: string) => string {
  const how = draw(5);
  return (header) => {
    if (how === 0) return header.toUpperCase();
    if (how === 1) return header.replaceAll(' ', '  ');
    if (how === 2) return ` ${header} `;
    return how === 3 ? header.replaceAll(' ', '\n') : header;
  };
}

const encodings = {
  'UTF-8': (text: string) => text,
  'UTF-8 with a mark': (text: string) => `\uFEFF${text}`,
  'UTF-16': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'Windows-1252': windows1252,
} as const;

function csvBytes(draw: Draw, { lines }: Lines): { content: string | Buffer; way: string } {
  const delimiter = pick(draw, [',', ';', '\t', '|']);
  const surplus = draw(6) === 0 ? ['', ''] : [];
  const text = stringify(
    lines.map((line) => [...line, ...surplus]),
    {
      delimiter,
      record_delimiter: pick(draw, ['\n', '\r\n']),
      quoted: draw(4) === 0,
      // Excel quotes what has a comma, whatever the separator is.
      quoted_match: /[,;\n]/,
    },
  );
  const encoding = pick(draw, ['UTF-8', 'UTF-8 with a mark', 'UTF-16', 'Windows-1252'] as const);
  const isIn1252 = !text.includes('\u2009');
  const way = encoding === 'Windows-1252' && !isIn1252 ? 'UTF-8' : encoding;
  return { content: encodings[way](text), way: `${way}, separated by ${JSON.stringify(delimiter)}` };
}

async function sheetBytes(ending: 'xlsx' | 'ods', { lines }: Lines): Promise<{ content: Buffer; way: string }> {
  const rows = lines.map((line) => line.map((text) => (text === '' ? null : cellOf(text))));
  const sheets = [{ name: 'Ledger', rows }];
  const bytes = await (ending === 'xlsx' ? writeXlsx({ sheets }) : writeOds({ sheets }));
  return { content: Buffer.from(bytes), way: 'a sheet' };
}

/** A day or a plain amount as a spreadsheet holds it; all else is text. */
function cellOf(text: string): string | number | Date {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text}T00:00:00Z`);
  return /^-?\d+\.\d\d$/.test(text) ? Number(text) : text;
}

const in1252: ReadonlyMap<string, number> = new Map([
  ['“', 0x93],
  ['”', 0x94],
  ['’', 0x92],
  ['–', 0x96],
]);

function windows1252(text: string): Buffer {
  return Buffer.from(Array.from(text, (character) => in1252.get(character) ?? character.charCodeAt(0)));
}

function shuffled<T>(draw: Draw, things: readonly T[]): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(draw(left.length), 1));
}
