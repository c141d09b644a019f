import { legend } from '../pages/legend.js';
import { openingOf } from '../pages/opening.js';
import type { CellTable } from '../statement/cell-table.js';
import { DraftSheet } from './draft.js';
import { type SheetCell, type Workbook, type WorkbookSheet, wordCell } from './model.js';
import { type PublishedTable, publishedTable } from './published-table.js';
import { type Shown, statementSheets } from './statement-sheets.js';
import { heightsOf, widthsOf } from './widths.js';

/** A table that is published: on a sheet of its own. */
interface Published {
  readonly name: string;
  readonly title: string;
  readonly table: CellTable;
  /** The numbers of its notes. */
  readonly notes: readonly number[];
}

/**
 * A statement to be published, by the accessibility checklist of the Government Analysis Function: values alone, a cover,
 * contents, notes, and one marked-up table a sheet, with one header row and no cell left blank.
 */
export function publicationWorkbook(shown: Shown): Workbook {
  const { name, asAt = '', warning, note } = openingOf(shown.result.fund);
  const notes: string[] = [];
  const published = withNames(statementSheets(shown).flatMap(({ tables }) => tables)).map(
    ({ table, ...names }): Published => {
      const own = table.notes.map((text) => notes.push(text));
      return { ...names, table, notes: own };
    },
  );
  const cover = new DraftSheet('Cover');
  cover.add(wordCell(name, 'title'));
  for (const text of [asAt, warning, note, shown.result.conclusion.message]) {
    if (text !== undefined && text !== '') cover.add(wordCell(text, 'prose'));
  }
  cover.add(wordCell('Shorthand', 'heading'));
  for (const text of [...shorthand, ...legend({ isDerived: true, isIllustrative: true })]) {
    cover.add(wordCell(text, 'prose'));
  }
  return {
    title: `${name}: ${asAt}`,
    subject: asAt,
    purpose: 'publication',
    sheets: [
      plainSheet(cover, [90]),
      contentsOf(published, notes.length > 0),
      ...(notes.length > 0 ? [notesOf(notes, published)] : []),
      ...published.map(tableSheet),
    ],
    names: [],
  };
}

const shorthand = [
  '[x]: not known. It never means nil.',
  '[z]: not applicable: nothing can stand in the cell.',
  'Amounts are in pounds unless the column says otherwise; a negative amount has a minus sign.',
];

/** Tables with the names of their sheets, which are no longer than a spreadsheet takes, and each there once. */
function withNames(tables: readonly CellTable[]): { name: string; title: string; table: CellTable }[] {
  const taken = new Set(['Cover', 'Contents', 'Notes']);
  return tables.map((table) => {
    const plain = table.title
      .replace(/[[(].*$|[:,].*$/, '')
      .replace(/ (as at|by|to) [Q\d].*$/, '')
      .replace(/[^A-Za-z0-9 ]+/g, ' ')
      .replace(/ +/g, ' ')
      .trim();
    const short = atWord(plain, 28) || 'Table';
    let name = short;
    for (let count = 2; taken.has(name); count += 1) name = `${atWord(short, 27)} ${count}`;
    taken.add(name);
    return { name, title: table.title, table };
  });
}

/** So many characters at most, cut where a word ends that does not wait for another. */
function atWord(text: string, most: number): string {
  if (text.length <= most) return text;
  return text
    .slice(0, text.lastIndexOf(' ', most))
    .replace(/( (a|and|as|at|by|for|in|of|on|or|the|to|who|with))+$/, '');
}

function tableSheet({ name, title, table, notes }: Published): WorkbookSheet {
  const sheet = new DraftSheet(name);
  const marks = notes.map((number) => ` [note ${number}]`).join('');
  sheet.add(wordCell(title + marks, 'title'));
  const refers = notes.length === 0 ? '' : ' Notes are on the worksheet Notes.';
  sheet.add(
    wordCell(`This worksheet contains one table. Shorthand is explained on the worksheet Cover.${refers}`, 'note'),
  );
  return marked(sheet, publishedTable(table));
}

function contentsOf(published: readonly Published[], hasNotes: boolean): WorkbookSheet {
  const sheet = new DraftSheet('Contents');
  sheet.add(wordCell('Contents', 'title'));
  sheet.add(wordCell('This worksheet contains one table.', 'note'));
  const lines = [...(hasNotes ? [{ name: 'Notes', title: 'Notes to the tables' }] : []), ...published];
  const rows = lines.map((line): SheetCell[] => [
    { content: { kind: 'link', text: line.name, sheet: line.name }, look: 'line' },
    wordCell(line.title),
  ]);
  return marked(sheet, { headers: headed('Worksheet', 'What it contains'), rows });
}

function notesOf(notes: readonly string[], published: readonly Published[]): WorkbookSheet {
  const sheet = new DraftSheet('Notes');
  sheet.add(wordCell('Notes', 'title'));
  sheet.add(wordCell('This worksheet contains one table.', 'note'));
  const rows = notes.map((text, index) => {
    const of = published.find(({ notes: own }) => own.includes(index + 1));
    return [wordCell(`note ${index + 1}`), wordCell(text), wordCell(of?.name ?? '')];
  });
  return marked(sheet, { headers: headed('Note', 'Text', 'Worksheet'), rows });
}

function headed(...headers: readonly string[]): SheetCell[] {
  return headers.map((header) => wordCell(header, 'header'));
}

/** A sheet with its one table below what is said of it. */
function marked(sheet: DraftSheet, { headers: cells, rows }: PublishedTable): WorkbookSheet {
  const firstRow = sheet.add(...cells);
  const headers = cells.flatMap(({ content }) => (content.kind === 'words' ? [content.text] : []));
  for (const row of rows) sheet.add(...row);
  const name = sheet.name.replaceAll(' ', '_').replace(/^(?=\d)/, 'Table_');
  return { ...plainSheet(sheet), table: { name: `${name}_table`, firstRow, lastRow: sheet.length - 1, headers } };
}

function plainSheet(sheet: DraftSheet, widths?: readonly number[]): WorkbookSheet {
  const rows = sheet.finished();
  const own = widths ?? widthsOf(rows);
  return { name: sheet.name, rows, widths: own, heights: heightsOf(rows, own), isProtected: false };
}
