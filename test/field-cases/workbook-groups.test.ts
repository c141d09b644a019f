import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { zipBytes } from '../../src/files/zip.js';
import { PartOfWorkbook } from '../../src/sheets/sheet-text.js';
import { openedField } from '../support/field-fund.js';
import { temporaryFolder } from '../support/fund-folder.js';
import { needs } from '../support/programs.js';
import { glFund, glHeader } from '../support/workbook-fund.js';

const text = (words: string) =>
  `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
const row = (cells: readonly string[], how = '') => `<table:table-row${how}>${cells.join('')}</table:table-row>`;
const payment = (document: string, net: number, how?: string) =>
  row([text('2015-06-12'), text(document), number(net), text('Home care')], how);
const within = (element: string, rows: readonly string[], how = '') =>
  `<table:${element}${how}>${rows.join('')}</table:${element}>`;
const group = (rows: readonly string[], how?: string) => within('table-row-group', rows, how);

const namespaces = ['office', 'table', 'text'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const document = (root: string, table: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${namespaces.join(' ')} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="GL">${table}</table:table></office:spreadsheet></office:body></office:${root}>`;

/** A ledger as a group reports it: columns and rows in an outline of two levels, a header that is printed on each page. */
const outlined = [
  '<table:table-column/><table:table-column-group><table:table-column/><table:table-column table:number-columns-repeated="2"/></table:table-column-group>',
  row([text('Ledger of the council')]),
  within('table-header-rows', [row(glHeader.map(text))]),
  group([
    payment('D1', 1234.56),
    group([payment('D2', 20), payment('D3', 0.29), row([]), payment('D4', 7)]),
    payment('D5', 300),
    group([payment('D6', 4, ' table:visibility="collapse"')], ' table:display="false"'),
  ]),
  payment('D7', 50_000),
  group([payment('D8', 0.5)]),
].join('');
const outlinedPence = 5_156_635n;

/** A workbook of LibreOffice as the standard has it. */
function odsOf(table: string): Buffer {
  return Buffer.from(
    zipBytes([
      { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
      { name: 'content.xml', text: document('document-content', table) },
    ]),
  );
}

async function opened(ods: Buffer) {
  const fund = await glFund();
  await writeFile(join(fund.path, 'ledgers/gl.ods'), ods);
  return openedField(fund);
}

describe('rows of a workbook of LibreOffice that stand in groups are read, each by its number', () => {
  const header = row(glHeader.map(text));
  const first = payment('D1', 500);
  const columns = within('table-column-group', [within('table-header-columns', ['<table:table-column/>'])]);
  const last = row([text('2015-06-14'), text('D9'), text('about £50'), text('beds')]);

  test.each<[what: string, table: readonly string[], faultLine: number, pence: bigint]>([
    ['a group', [header, first, group([payment('D2', 20)]), last], 4, 52_000n],
    ['a group in a group', [header, group([first, group([payment('D2', 20)]), payment('D3', 1)]), last], 5, 52_100n],
    ['rows', [header, within('table-rows', [first, payment('D2', 20)]), last], 4, 52_000n],
    ['a header that is printed again', [within('table-header-rows', [header]), first, last], 3, 50_000n],
    ['columns in groups', [columns, header, first, last], 3, 50_000n],
    ['blank rows', [header, group([row([], ' table:number-rows-repeated="3"'), payment('D2', 20)]), last], 6, 2_000n],
  ])('%s', async (_what, table, faultLine, pence) => {
    const [faulty, whole] = [await opened(odsOf(table.join(''))), await opened(odsOf(table.slice(0, -1).join('')))];
    expect(faulty.said).toContain(`BCF3209 ledgers/gl.ods:${faultLine}`);
    expect(whole.spentPence).toBe(pence);
  });

  test('a group that is folded away is told as rows that are not shown', async () => {
    const folded = group([payment('D2', 20), group([payment('D3', 30)])], ' table:display="false"');
    const { said, spentPence, diagnostics } = await opened(odsOf([header, first, folded, payment('D4', 1)].join('')));
    expect([said, spentPence]).toEqual([['BCF3036 ledgers/gl.ods:3'], 55_100n]);
    expect(diagnostics[0]?.message).toContain('2 rows');
  });

  test('as LibreOffice reads them, row by row', async () => {
    needs('soffice');
    const folder = await temporaryFolder();
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const source = join(folder, 'gl.fods');
    const flat = document('document', outlined).replace(
      'office:version',
      'office:mimetype="application/vnd.oasis.opendocument.spreadsheet" office:version',
    );
    await writeFile(source, flat);
    for (const ending of ['ods', 'csv']) {
      const to = ['--headless', profile, '--convert-to', ending, '--outdir', folder, source];
      expect(spawnSync('soffice', to).status).toBe(0);
    }
    const asCsv = parse(await readFile(join(folder, 'gl.csv')), { relax_column_count: true });
    for (const ods of [await readFile(join(folder, 'gl.ods')), odsOf(outlined)]) {
      expect(await cellsOf(ods)).toEqual(asCsv.map(trimmed));
      const { said, spentPence } = await opened(ods);
      expect([said, spentPence]).toEqual([['BCF3036 ledgers/gl.ods:9'], outlinedPence]);
    }
  }, 120_000);
});

async function cellsOf(ods: Buffer): Promise<string[][]> {
  let lines = '';
  for await (const piece of new PartOfWorkbook(ods, 'ods', {}).text()) lines += piece;
  const rows: string[][] = parse(lines, { relax_column_count: true, skip_empty_lines: false });
  return rows.map(trimmed);
}

/** Cells to the last that says anything. */
function trimmed(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
