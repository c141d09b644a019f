import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type ZipEntry, zipBytes } from '../../src/files/zip.js';
import { close, verified } from '../support/closing.js';
import { fieldFund, openedField } from '../support/field-fund.js';
import type { FundFolder } from '../support/fund-folder.js';

const description = [
  'files: ledgers/gl*',
  'unit: pounds',
  'columns: { date: Posting date, amount: Net, reference: Document, note: Text }',
  'constants: { schedule: ICB1, applied_by: COUNCIL, heading: adult-social-care, source: nhs-minimum }',
];

const header = ['Posting date', 'Document', 'Net', 'Text'];
const day = (month: number, date: number) => new Date(Date.UTC(2015, month - 1, date));
const rows = [
  ['Ledger report', null, null, null],
  header,
  [day(6, 12), 510_001, 1234.56, 'Home care, June'],
  [day(6, 30), '510002', 0.1 + 0.2, 'a sum of floats'],
  [day(7, 1), '510003', -5, 'credit for\n510001'],
  [null, 'Total', 1229.86, null],
];

const writers = {
  xlsx: (sheets: WriteSheet[]) => writeXlsx({ sheets }),
  ods: (sheets: WriteSheet[]) => writeOds({ sheets }),
} as const;

/** A fund whose expenditure is a workbook. */
async function workbookFund(
  sheets: WriteSheet[],
  ending: keyof typeof writers = 'xlsx',
  more: readonly string[] = [],
): Promise<FundFolder> {
  const fund = await fieldFund([...description, ...more], {});
  await writeFile(join(fund.path, `ledgers/gl.${ending}`), await writers[ending](sheets));
  return fund;
}

describe('a ledger that is a workbook', () => {
  test.each(['xlsx', 'ods'] as const)('.%s: a sheet is read as its cells show, by row and column', async (ending) => {
    const { said, passedOver, spentPence } = await openedField(await workbookFund([{ name: 'GL', rows }], ending));
    expect([said, passedOver]).toEqual([[], [`1 above ledgers/gl.${ending}:1`, `1 total ledgers/gl.${ending}:6`]]);
    expect(spentPence).toBe(122_986n);
  });

  test('the sheet that the agreement names', async () => {
    const sheets = [
      { name: 'Summary', rows: [['Total', 1]] },
      { name: 'Q1 GL', rows },
    ];
    const undeclared = await openedField(await workbookFund(sheets));
    expect(undeclared.said).toEqual(['BCF3033 ledgers/gl.xlsx:undefined']);
    const { spentPence } = await openedField(await workbookFund(sheets, 'xlsx', ['sheet: q1 gl']));
    expect(spentPence).toBe(122_986n);
  });

  test('a close closes what its rows say, and a changed cell is found', async () => {
    const fund = await workbookFund([{ name: 'GL', rows }]);
    const { exitCode, stderr } = await close(fund, 'Q1', '--with-differences', 'nothing has come in yet');
    expect(exitCode, stderr).toBe(0);
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
    const changed = rows.map((row) => row.map((cell) => (cell === 1234.56 ? 1234.57 : cell)));
    await writeFile(join(fund.path, 'ledgers/gl.xlsx'), await writers.xlsx([{ name: 'GL', rows: changed }]));
    const { result } = await verified(fund);
    expect(result.rows.map(({ change, line }) => [change, line])).toEqual([['changed', 3]]);
  });
});

describe('what nobody sees in a workbook, or meant', () => {
  const plain = rows.slice(1, 4);

  test.each<[what: string, sheet: Partial<WriteSheet>, said: readonly string[]]>([
    ['a row that is not shown counts', { rowDefs: new Map([[2, { hidden: true }]]) }, ['BCF3036 ledgers/gl.xlsx:3']],
    [
      'a cell under a merge',
      { merges: [{ startRow: 1, endRow: 2, startCol: 2, endCol: 2 }] },
      ['BCF3035 ledgers/gl.xlsx:3'],
    ],
    [
      'a formula that was never worked out',
      { cells: new Map([['2,2', { formula: 'C2*2' }]]) },
      ['BCF3034 ledgers/gl.xlsx:3'],
    ],
  ])('%s', async (_what, sheet, expected) => {
    const { said } = await openedField(await workbookFund([{ name: 'GL', rows: plain, ...sheet }]));
    expect(said).toEqual(expect.arrayContaining([...expected]));
  });

  test('an amount that is text counts, and is told: the workbook’s own sum leaves it out', async () => {
    const asText = [header, [day(6, 12), 'A', 1234.56, 'x'], [day(6, 13), 'B', '1,000.00', 'x']];
    const { said, spentPence } = await openedField(await workbookFund([{ name: 'GL', rows: asText }]));
    expect([said, spentPence]).toEqual([['BCF3038 ledgers/gl.xlsx:3'], 223_456n]);
  });

  test('a sheet of very many rows', async () => {
    const many = Array.from({ length: 130_000 }, (_, index) => [day(6, 12), `R${index}`, 0.25, 'x']);
    const { said, spentPence } = await openedField(await workbookFund([{ name: 'GL', rows: [header, ...many] }]));
    expect([said, spentPence]).toEqual([[], 3_250_000n]);
  }, 120_000);

  test.each(['mm/dd/yyyy', 'dd/mm/yyyy'])('a day that is one is not read by dates: %s', async (dates) => {
    const { said } = await openedField(await workbookFund([{ name: 'GL', rows: plain }], 'xlsx', [`dates: ${dates}`]));
    expect(said).toEqual([]);
  });

  test('a sheet that is not shown is named, and not read', async () => {
    const { said, spentPence } = await openedField(
      await workbookFund([
        { name: 'GL', rows: plain },
        { name: 'Old', rows: plain, hidden: true },
      ]),
    );
    expect([said, spentPence]).toEqual([['BCF3037 ledgers/gl.xlsx:undefined'], 123_486n]);
  });

  test('an error of a formula is named where it stands', async () => {
    const cells = new Map([['1,2', { value: '#REF!', type: 'error' as const }]]);
    const { said } = await openedField(await workbookFund([{ name: 'GL', rows: plain, cells }]));
    expect(said.some((one) => one.endsWith('ledgers/gl.xlsx:2'))).toBe(true);
  });
});

describe('a workbook that is not whole, or made to do harm', () => {
  const types = { name: '[Content_Types].xml', text: '<Types></Types>' };
  const workbook = { name: 'xl/workbook.xml', text: '<workbook></workbook>' };
  const sheet = (text: string) => [types, workbook, { name: 'xl/worksheets/sheet1.xml', text }];

  test.each<[what: string, bytes: () => Buffer, words: string]>([
    [
      'a part cut at a tag',
      () => zipped(sheet('<worksheet><sheetData><row></row>')),
      'xl/worksheets/sheet1.xml in it is cut off',
    ],
    [
      'a document type',
      () => zipped(sheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet></worksheet>')),
      'has a document type',
    ],
    ['a bomb', () => zipped(sheet(`<worksheet>${' '.repeat(300 << 20)}</worksheet>`)), 'unpacked'],
    ['a zip of something else', () => zipped([{ name: 'a.xml', text: '<a></a>' }]), 'no workbook'],
    ['half of a file', () => zipped(sheet('<worksheet></worksheet>')).subarray(0, 200), 'cut off or damaged'],
    [
      'a size that is a lie',
      () => {
        const zip = zipped(sheet('<worksheet></worksheet>'));
        const entry = zip.lastIndexOf(Buffer.from('PK\x01\x02'));
        zip.writeUInt32LE(7, entry + 24);
        return zip;
      },
      'is not what the file says of it',
    ],
  ])('%s is named, and nothing of it is read', async (_what, bytes, words) => {
    const fund = await fieldFund(description, {});
    await writeFile(join(fund.path, 'ledgers/gl.xlsx'), bytes());
    const { said, diagnostics } = await openedField(fund);
    expect(said).toEqual(['BCF3015 ledgers/gl.xlsx:undefined']);
    expect(diagnostics[0]?.message).toContain(words);
  });

  function zipped(entries: readonly ZipEntry[]): Buffer {
    return Buffer.from(zipBytes(entries));
  }
});
