import { counted } from '../diagnostics/entry.js';
import { lineWord, rowText } from '../diagnostics/place-text.js';
import { bracketed, separated } from '../money/format-money.js';
import { pounds } from '../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../statement/cell-table.js';
import type { PreviewedRow, PreviewResult } from '../statement/preview-schema.js';
import { type Line, line, lines, type Pages, type Part, tables } from './page.js';
import { sortInWords } from './passed-over.js';

/** How a file is read: how it is written, its columns, what is no row, its rows and their totals, and one last line. */
export function previewPages(result: PreviewResult): Pages {
  const { fund, proposal } = result;
  return {
    openings: [{ name: `${fund.name}, ${fund.year}`, asAt: `How ${result.file} is read` }],
    pages: [
      {
        parts: [
          lines(...howWritten(result)),
          ...(result.columns.length === 0 ? [] : tables(columnsTable(result))),
          ...notRead(result),
          ...tables(passedOverTable(result), headingsTable(result), byDefaultTable(result), rowsTable(result)),
          ...(proposal === undefined ? [] : [proposed(proposal)]),
        ],
      },
    ],
    legend: [],
    last: [...whatNext(result), ...conclusion(result)],
  };
}

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows-1252',
};

const separators: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

function howWritten({ entry: { kind, files, line: at, isNew }, layout, replaces, proposal }: PreviewResult): string[] {
  const where = at === undefined ? 'which bcf takes where agreement.yaml says nothing' : `agreement.yaml:${at}`;
  const inPlace = replaces === undefined ? '' : `, in place of ${replaces} of the fund`;
  const by = isNew
    ? `As ${kind}; no entry of agreement.yaml is for it yet${proposal === undefined ? '' : ': the lines below are a new one'}${inPlace}`
    : `As ${kind}, by the entry ${files} (${where})${inPlace}`;
  if (layout === undefined) return [by];
  const { encoding, separator, sheet, headerLine, unit } = layout;
  const ways =
    sheet === undefined
      ? [encodings[encoding] ?? encoding, `cells between ${separators[separator] ?? separator}`]
      : [`a workbook, of which sheet ${sheet} is read`];
  return [
    by,
    [
      ...ways,
      `the header in ${lineWord(sheet)} ${headerLine}`,
      ...(unit === undefined ? [] : [`amounts in ${unit}`]),
    ].join('; '),
  ];
}

function inFile({ letter, header }: PreviewResult['unread'][number]): string {
  return `${header} (${letter})`;
}

function columnsTable({ columns }: PreviewResult): CellTable {
  return {
    title: 'Columns',
    columns: [wordColumn('Ours', 16), wordColumn('In the file', 34), wordColumn('Why', 34)],
    rows: columns.map(({ column, from, how }) => ({
      cells: [words(column), words(from.map(inFile).join(' and ')), words(how)],
    })),
    notes: [],
  };
}

/** Of columns that stand there to no purpose. */
function notRead({ unread, ignored }: PreviewResult): Part[] {
  return [
    ...(unread.length === 0 ? [] : [lines(`Read by nobody: ${unread.map(inFile).join(', ')}`)]),
    ...(ignored.length === 0 ? [] : [lines(`Set aside by ignore: ${ignored.map(inFile).join(', ')}`)]),
  ];
}

function passedOverTable({ layout, passedOver }: PreviewResult): CellTable | undefined {
  if (passedOver.length === 0) return undefined;
  const rows = passedOver.map(
    ({ what, lines: count, text, amount }): Row => ({
      cells: [
        words(`${sortInWords({ what, lines: count }, layout?.sheet)}${text === undefined ? '' : `: ${text}`}`),
        words(separated(String(count))),
        amount === undefined ? words('') : money(amount),
      ],
    }),
  );
  return {
    title: 'Passed over, and not added',
    columns: [
      wordColumn('', 60, 'What'),
      figureColumn(layout?.sheet === undefined ? 'Lines' : 'Rows'),
      figureColumn('£'),
    ],
    rows,
    notes: [],
  };
}

function headingsTable({ headings, posted, amount }: PreviewResult): CellTable | undefined {
  if (headings.length === 0) return undefined;
  const rows = headings.map(
    ({ heading, rows: count, amount: own }): Row => ({
      cells: [words(heading === '' ? 'no heading' : heading), words(separated(String(count))), money(own)],
    }),
  );
  const total: Row = { cells: [words('In all'), words(separated(String(posted))), money(amount)], emphasis: 'total' };
  return {
    title: 'By heading',
    columns: [wordColumn('', undefined, 'Heading'), figureColumn('Rows'), figureColumn('£')],
    rows: [...rows, total],
    notes: [],
  };
}

/** Codes that nobody wrote a line for, with their money. */
function byDefaultTable({ byDefault }: PreviewResult): CellTable | undefined {
  if (byDefault.length === 0) return undefined;
  const rows = byDefault.map(
    ({ map, sheet, line: at, code, rows: count, amount }): Row => ({
      cells: [
        words(code),
        words(rowText({ file: map, sheet, line: at })),
        words(separated(String(count))),
        amount === undefined ? words('') : money(amount),
      ],
    }),
  );
  return {
    title: 'Codes without a line of their own, which fell to a line for any (*)',
    columns: [wordColumn('Code', 24), wordColumn('By', 34), figureColumn('Rows'), figureColumn('£')],
    rows,
    notes: [],
  };
}

/** The first rows and the last in our columns, without those that are blank in all of them. */
function rowsTable({ layout, first, last, posted }: PreviewResult): CellTable | undefined {
  const rows = [...first, ...last];
  if (rows.length === 0) return undefined;
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  const isMoney = (column: string) => rows.every((row) => /^-?\d+\.\d\d$|^$/.test(textOf(row, column)));
  const title =
    rows.length === posted
      ? 'Its rows, as they will be posted'
      : `The first ${first.length} rows and the last ${last.length} of ${separated(String(posted))}, as they will be posted`;
  return {
    title,
    columns: [
      figureColumn(layout?.sheet === undefined ? 'Line' : 'Row'),
      ...columns.map((column) => (isMoney(column) ? figureColumn(column) : wordColumn(column, 24))),
    ],
    rows: rows.map((row) => ({
      cells: [
        words(String(row.line)),
        ...columns.map((column) => words(isMoney(column) ? bracketed(textOf(row, column)) : textOf(row, column))),
      ],
    })),
    notes: [],
  };
}

function textOf({ cells }: PreviewedRow, column: string): string {
  return cells.find((cell) => cell.column === column)?.text ?? '';
}

/** What is to be done with a proposal, or why there is none. */
function whatNext({ proposal, isUnlikeAny }: PreviewResult): Line[] {
  const why =
    'No entry is proposed: none of its first lines names a day and an amount, or stands above a row that has both';
  if (proposal === undefined) return isUnlikeAny === true ? [line(why)] : [];
  const blanks = proposal.split('FILL IN').length - 1;
  const first = blanks === 0 ? '' : `Fill in ${counted(blanks, 'blank')}, put`;
  return [line(`${first === '' ? 'Put' : first} these lines into agreement.yaml, and run bcf preview again`)];
}

function proposed(proposal: string): Part {
  const title = 'Lines that would read it, to be put under ledgers: in agreement.yaml';
  return { kind: 'verbatim', title, lines: proposal.trimEnd().split('\n') };
}

function conclusion({ layout, rows, posted, amount, errors, elsewhere, passedOver }: PreviewResult): Line[] {
  const lost = passedOver.reduce((sum, { lines: count }) => sum + count, 0);
  const sum = amount === undefined ? '' : `, ${pounds(amount)}`;
  const over = lost === 0 ? '' : `; ${counted(lost, lineWord(layout?.sheet))} passed over`;
  const rest =
    elsewhere === 0 ? [] : [line(`The rest of the fund has ${counted(elsewhere, 'error')}: bcf check`, 'warn')];
  if (errors === 0) return [...rest, line(`${counted(posted, 'row')} would be read${sum}${over}`, 'good')];
  if (layout === undefined) return [...rest, line('Not to be used as it is: nothing of it could be read', 'bad')];
  const read = `${separated(String(posted))} of ${counted(rows, 'row')} could be read${sum}${over}`;
  return [...rest, line(`Not to be used as it is: ${counted(errors, 'error')}; ${read}`, 'bad')];
}
