import { counted, grouped } from '../diagnostics/entry.js';
import { lineWord, rowText } from '../diagnostics/place-text.js';
import { pounds } from '../money/pounds-text.js';
import type { Envelope } from '../statement/document-schema.js';
import type { PassedOverDocument } from '../statement/passed-over.js';
import { line, type Part } from './page.js';

type Input = Envelope['inputs'][number];

/** What a line is that is no row, as one and as several; of a workbook the lines are rows of its sheet. */
const sortsOf = (
  line: 'line' | 'row',
): Readonly<Record<PassedOverDocument['what'], readonly [one: string, several: string]>> => ({
  above: [`${line} above the header`, `${line}s above the header`],
  again: ['header again', 'headers again'],
  ruled: [`${line} of dashes`, `${line}s of dashes`],
  blank: ['blank row', 'blank rows'],
  note: [`${line} of words`, `${line}s of words`],
  filler: ['row of formula errors', 'rows of formula errors'],
  total: ['total', 'totals'],
  'left-out': ['row left out', 'rows left out'],
});

/** What a sort of lines is called, without how many. */
export function sortInWords({ what, lines }: Pick<PassedOverDocument, 'what' | 'lines'>, sheet?: string): string {
  const [one, several] = sortsOf(lineWord(sheet))[what];
  return lines === 1 ? one : several;
}

function countedSort(sort: PassedOverDocument, sheet?: string): string {
  return `${grouped(sort.lines)} ${sortInWords(sort, sheet)}`;
}

/** How many rows a file has, and how many of them count elsewhere, and how many lines are none: `343 rows; 2 totals`. */
export function rowsInWords({
  sheet,
  rows,
  repeated,
  passedOver = [],
}: Pick<Input, 'sheet' | 'rows' | 'repeated' | 'passedOver'>): string {
  const read = rows === 0 ? [] : [counted(rows, 'row').padStart(10)];
  return [
    ...read,
    ...(repeated === undefined ? [] : [`${grouped(repeated.rows)} of them counted in another file`]),
    ...(passedOver.length === 0 ? [] : [passedOver.map((sort) => countedSort(sort, sheet)).join(', ')]),
  ].join('; ');
}

/** What is told of a file line by line: the rows that count elsewhere, each sort of lines with its first, and their money. */
export function firstLines({
  sheet,
  repeated,
  passedOver = [],
}: Pick<Input, 'sheet' | 'repeated' | 'passedOver'>): string[] {
  const elsewhere =
    repeated === undefined
      ? []
      : [`${counted(repeated.rows, 'row')}, ${pounds(repeated.amount)}, counted in another file`];
  const sorts = passedOver.map((sort) => {
    const where = `${sort.lines === 1 ? '' : 'from '}${lineWord(sheet)} ${sort.line}`;
    const money = sort.amount === undefined ? '' : `, ${pounds(sort.amount)}`;
    const text = sort.text === undefined ? '' : `: “${sort.text}”`;
    return `${countedSort(sort, sheet)}, ${where}${money}${text}`;
  });
  return [...elsewhere, ...sorts];
}

/** The files that have lines which are no rows; nothing where none has. */
export function passedOverList(inputs: readonly Input[]): Part[] {
  const found = inputs.filter(({ passedOver = [] }) => passedOver.length > 0);
  if (found.length === 0) return [];
  const nameOf = ({ path, sheet }: Input) => rowText({ file: path, sheet });
  const widest = Math.max(...found.map((input) => nameOf(input).length));
  return [
    {
      kind: 'list',
      title: 'Lines that are no rows, and are not added',
      lines: found.map((input) => ({ ...line(`${nameOf(input).padEnd(widest)}  ${rowsInWords(input)}`), indent: 2 })),
    },
  ];
}
