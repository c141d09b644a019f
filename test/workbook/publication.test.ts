import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { xlsxBytes } from '../../src/render/xlsx.js';
import type { SheetCell } from '../../src/workbook/model.js';
import { publicationWorkbook } from '../../src/workbook/publication.js';
import { statementSheets } from '../../src/workbook/statement-sheets.js';
import { fixture } from '../support/fund-folder.js';
import { wideFund } from '../support/wide-fund.js';
import { workedFrom } from './funds.js';

/** Item by item what the accessibility checklist of the Government Analysis Function asks of a spreadsheet. */
describe.each([
  ['kent-2015-16', undefined],
  ['kent-2015-16-illustrative', 'Q2'],
  ['kent-2015-16-illustrative', 'Q4'],
] as const)('%s as at %s, to be published', (name, asAt) => {
  const worked = workedFrom(fixture(name), { asAt });
  const made = worked.then(publicationWorkbook);
  const tables = made.then(({ sheets }) => sheets.filter(({ table }) => table !== undefined));

  test('cover, contents and notes come first, and every other sheet is in the contents', async () => {
    const { sheets } = await made;
    expect(sheets.slice(0, 2).map((sheet) => sheet.name)).toEqual(['Cover', 'Contents']);
    const listed = sheets[1]?.rows.flatMap(([cell]) => (cell?.content.kind === 'link' ? [cell.content.sheet] : []));
    expect(listed).toEqual(sheets.slice(2).map((sheet) => sheet.name));
  });

  test('tables are marked up, one a sheet, with a name each, and nothing stands beside or below them', async () => {
    const names = new Set<string>();
    for (const { name: sheet, rows, table } of await tables) {
      expect(table?.name).toMatch(/^[A-Za-z]\w*$/);
      names.add(table?.name ?? '');
      expect(table?.lastRow, sheet).toBe(rows.length - 1);
      for (const row of rows.slice(table?.firstRow)) expect(row.length, sheet).toBe(table?.headers.length);
    }
    expect(names.size).toBe((await tables).length);
  });

  test('one header row, each header there once, and no cell of a table is blank', async () => {
    for (const { name: sheet, rows, table } of await tables) {
      const headers = table?.headers ?? [];
      expect(new Set(headers.map((header) => header.toLowerCase())).size, sheet).toBe(headers.length);
      for (const row of rows.slice(table?.firstRow)) for (const cell of row) expect(textOf(cell), sheet).not.toBe('');
    }
  });

  test('each line says what it is of, also where several lines are of one body', async () => {
    for (const { name: sheet, rows, table } of await tables) {
      for (const [label] of rows.slice(table?.firstRow)) expect(textOf(label), sheet).not.toMatch(/^\[[xz]\]$/);
    }
  });

  test('A1 says what the sheet is, and A2 that it has one table', async () => {
    for (const { rows } of await tables) {
      expect(rows[0]?.[0]?.look).toBe('title');
      expect(textOf(rows[1]?.[0])).toContain('This worksheet contains one table.');
    }
  });

  test('values alone: no formula, no frozen pane, no protection, no hidden row, and what shorthand means is said', async () => {
    const { sheets } = await made;
    for (const { rows, frozen, isProtected } of sheets) {
      expect([frozen, isProtected]).toEqual([undefined, false]);
      for (const cell of rows.flat()) expect(['words', 'number', 'link']).toContain(cell?.content.kind);
    }
    const cover = sheets[0]?.rows.map(([cell]) => textOf(cell)).join('\n');
    for (const mark of ['[x]', '[z]', '[d]', '[i]']) expect(cover).toContain(mark);
  });

  test('no meaning by look alone: totals, headings and what a line is part of are said in columns', async () => {
    for (const { name: sheet, rows, table } of await tables) {
      const indented = rows.some(([cell]) => (cell?.indent ?? 0) > 0);
      if (indented) expect(table?.headers, sheet).toContain('Part of');
    }
  });

  test('no name of a sheet breaks off', async () => {
    for (const { name: sheet } of (await made).sheets) expect(sheet).not.toMatch(/ (and|as|at|by|of|the|to|\d+ \w+)$/);
  });

  test('what stands in a column of figures stands on the right, its head too, and words beside it apart from it', async () => {
    for (const { name: sheet, rows, table } of await tables) {
      const lines = rows.slice(table?.firstRow);
      const figures = (table?.headers ?? []).map((_, at) => lines.some((row) => row[at]?.content.kind === 'number'));
      for (const row of lines) {
        for (const [at, cell] of row.entries()) {
          const expected = figures[at] ? ['right', 0] : [undefined, figures[at - 1] ? 1 : 0];
          expect([cell?.align, cell?.indent ?? 0], `${sheet}: ${textOf(cell)}`).toEqual(expected);
        }
      }
    }
  });

  test('each note that a title names is on the sheet of notes', async () => {
    const { sheets } = await made;
    const notes = sheets.find((sheet) => sheet.name === 'Notes')?.rows.map(([cell]) => textOf(cell)) ?? [];
    for (const { rows } of await tables) {
      for (const [, note = ''] of textOf(rows[0]?.[0]).matchAll(/\[(note \d+)\]/g)) expect(notes).toContain(note);
    }
  });

  test('in a column of figures what is not known is [x], and where nothing can stand is [z]', async () => {
    const shown = await worked;
    const cellsOfTables = statementSheets(shown).flatMap(({ tables: own }) => own);
    const sheets = (await tables).filter(({ name: sheet }) => !['Contents', 'Notes'].includes(sheet));
    expect(sheets.length).toBe(cellsOfTables.length);
    for (const [index, { rows, columns }] of cellsOfTables.entries()) {
      const published = sheets[index]?.rows.slice((sheets[index]?.table?.firstRow ?? 0) + 1) ?? [];
      for (const [at, row] of rows.entries()) {
        for (const [column] of columns.entries()) {
          const cell = row.cells[column];
          const mark = textOf(published[at]?.[column]);
          if (cell?.kind === 'text' && cell.text === '') expect(mark, sheets[index]?.name).toBe('[z]');
          if (cell?.kind === 'money' && cell.pounds === undefined) expect(mark, sheets[index]?.name).toBe('[x]');
        }
      }
    }
  });

  test('the document has a title and a language, and the first sheet is the one that is open', async () => {
    const { title } = await made;
    const { properties } = await readXlsx(await xlsxBytes(await made));
    expect(properties?.title).toBe(title);
    expect(properties?.custom).toEqual({ Language: 'en-GB' });
  });
});

test('no two blanks stand together, whatever marks a name has', async () => {
  const { sheets } = publicationWorkbook(await workedFrom((await wideFund({ partners: 9 })).path, {}));
  const texts = sheets.flatMap(({ rows }) => rows.flat().map(textOf));
  expect(texts.some((text) => text.startsWith('Ⱡong ICB of the Isles'))).toBe(true);
  expect(texts.filter((text) => / {2}|^ | $/.test(text))).toEqual([]);
});

function textOf(cell: SheetCell | undefined): string {
  const content = cell?.content;
  if (content === undefined) return '';
  return content.kind === 'words' || content.kind === 'link'
    ? content.text
    : content.kind === 'number'
      ? content.exact
      : '';
}
