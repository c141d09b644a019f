import type { CellValue, WriteSheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../src/ledger/records.js';
import { figuresDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';
import { openedField } from '../support/field-fund.js';
import { FundFolder } from '../support/fund-folder.js';
import { previewed } from '../support/previewed.js';
import { day, glFund, glHeader, putWorkbook, sheetFund } from '../support/workbook-fund.js';

const good = [day(6, 12), 'D1', 1234.56, 'Home care'];
const bad = [day(6, 13), 'D2', 'about £50', 'Home care'];
const wrong = [['Ledger of the council'], glHeader, good, bad];

describe.each(['xlsx', 'ods'])('a place in a workbook (.%s) is a sheet and a cell', (ending) => {
  const file = `ledgers/gl.${ending}`;

  test('of a finding, with the row as its cells', async () => {
    const { path } = await sheetFund(wrong, { file });
    const { stdout, stderr } = await bcf(['check', path]);
    expect(stdout + stderr).toContain(`--> ${file}, sheet GL, cell C4 (Net)`);
    expect(stdout + stderr).toContain('4 | 2015-06-13 | D2 | about £50 | Home care');
    const { diagnostics, inputs } = JSON.parse((await bcf(['check', path, '--json'])).stdout);
    expect(diagnostics).toMatchObject([{ file, sheet: 'GL', line: 4, cell: 'C4', columnLetter: 'C' }]);
    expect(inputs.find((input: { path: string }) => input.path === file)).toMatchObject({ sheet: 'GL', rows: 2 });
  });

  test('of a row that another says again', async () => {
    const { path } = await sheetFund([glHeader, good, good], { file });
    const { stdout, stderr } = await bcf(['check', path]);
    expect(stdout + stderr).toContain(`${file}, sheet GL, row 2`);
    expect(stdout + stderr).toContain(`--> ${file}, sheet GL, cell B3 (Document)`);
  });

  test('in a trace, and where a file is previewed and listed', async () => {
    const { path } = await sheetFund(wrong.slice(0, 3), { file });
    const { stdout: reconciled } = await bcf(['reconcile', path, '--full']);
    expect(reconciled).toMatch(new RegExp(`${file}, sheet GL +1 row; 1 row above the header`));
    const { stdout: list } = await bcf(['reconcile', path, '--names', '--json']);
    const { result } = figuresDocumentSchema.parse(JSON.parse(list));
    const spent = result?.figures.find(({ amount }) => amount === '1234.56')?.name ?? '';
    const { stdout: traced } = await bcf(['trace', spent, path, '--depth', '9']);
    expect(traced).toContain(`${file}, sheet GL, row 3`);
    const { stdout } = await bcf(['preview', `${path}/${file}`, path]);
    expect(stdout).toContain('a workbook, of which sheet GL is read; the header in row 2; amounts in pounds');
    expect(stdout).not.toMatch(/encoding|commas|\blines?\b/i);
  });
});

describe('a range of a sheet', () => {
  const nothing = [null, null, null, null, null];
  const sheet = [
    ['Net', 'is in', 'the', 'block', 'below', 'B3'],
    nothing,
    [null, ...glHeader, 'Net of last year'],
    [null, ...good, 7],
    [null, day(6, 14), 'D2', 100, 'beds', 8],
  ];
  const names = {
    namedRanges: [{ name: 'Spend', range: "'Q1 GL'!$B$3:$E$5" }],
  };

  test.each(['B3:E5', '$B$3:$E$5', 'B3:E900', 'e5:b3'])(
    '%s is read, and places are those of the sheet',
    async (range) => {
      const fund = await sheetFund(sheet, { more: [`range: ${range}`] });
      const { said, spentPence, inputs } = await openedField(fund);
      expect([said, spentPence]).toEqual([[], 133_456n]);
      expect(inputs.at(-1)?.layout?.headerLine).toBe(3);
    },
  );

  test('a name of the workbook says its sheet too', async () => {
    const fund = await glFund(['range: spend']);
    const sheets = [
      { name: 'Other', rows: [['Total', 1]] },
      { name: 'Q1 GL', rows: sheet },
    ];
    await putWorkbook(fund, 'ledgers/gl.xlsx', sheets, names);
    const { said, spentPence, inputs } = await openedField(fund);
    expect([said, spentPence, inputs.at(-1)?.sheet]).toEqual([[], 133_456n, 'Q1 GL']);
  });

  test('a table of Excel is read by its name', async () => {
    const tables = [{ name: 'Costs', range: 'B3:E5', columns: glHeader.map((name) => ({ name })) }];
    const { said, spentPence } = await openedField(await sheetFund(sheet, { tables, more: ['range: Costs'] }));
    expect([said, spentPence]).toEqual([[], 133_456n]);
  });

  const blank: (string | null)[][] = [[null], [null]];
  const second = [null, day(6, 14), 'D2', 100, 'beds'];

  test.each<[what: string, rows: CellValue[][], range: string, line: number, outside: string]>([
    ['directly below it', sheet, 'B3:E4', 5, '1 row of sheet “GL” stands outside B3:E4 (0 above, 1 below)'],
    [
      'below blank rows',
      [...sheet, ...blank, second],
      'B3:E4',
      5,
      '2 rows of sheet “GL” stand outside B3:E4 (0 above, 2 below)',
    ],
    ['below a blank row alone', [...sheet.slice(0, 4), ...blank, second], 'B3:E4', 7, '(0 above, 1 below)'],
    ['above it', [[null, ...glHeader], second, second, ...sheet], 'B6:E8', 2, '(2 above, 0 below)'],
    [
      'amounts as text',
      [[null, 'Ledger'], [null, null, null, '£1,000.00'], ...sheet],
      'B5:E7',
      2,
      '(1 above, 0 below)',
    ],
    ['on either side', [second, ...sheet], 'B4:E5', 1, '2 rows of sheet “GL” stand outside B4:E5 (1 above, 1 below)'],
  ])('rows that stand %s are told, and not read', async (_what, rows, range, line, outside) => {
    const { said, spentPence, diagnostics } = await openedField(await sheetFund(rows, { more: [`range: ${range}`] }));
    expect([said[0], diagnostics[0]?.message]).toEqual([
      `BCF3039 ledgers/gl.xlsx:${line}`,
      expect.stringContaining(outside),
    ]);
    expect([said.length, spentPence]).toEqual([1, range.endsWith('7') || range.endsWith('8') ? 133_456n : 123_456n]);
  });

  test.each([
    ['range: Spnd', 'it has no range or table “Spnd”: there is “Spend”'],
    ['range: J1:K9', 'no cell of J1:K9 on sheet “Q1 GL” holds anything'],
    ['{ sheet: Q2 GL }', 'it has no sheet “Q2 GL”: there is “Q1 GL”, “Other”'],
    ['{ sheet: Other, range: Spend }', '“Spend” is on sheet “Q1 GL”, and not on “Other”'],
    ['range: B3', 'it has no range or table “B3”: there is “Spend”'],
  ])('%s, of what is not there, is named', async (declared, words) => {
    const more = declared.startsWith('{') ? declared.slice(2, -2).split(', ') : ['sheet: Q1 GL', declared];
    const fund = await glFund(more);
    const sheets = [
      { name: 'Q1 GL', rows: sheet },
      { name: 'Other', rows: [['x']] },
    ];
    await putWorkbook(fund, 'ledgers/gl.xlsx', sheets, names);
    const { said, diagnostics } = await openedField(fund);
    expect(said).toEqual(['BCF3033 ledgers/gl.xlsx:undefined']);
    expect(diagnostics[0]?.message).toContain(words);
  });
});

describe('another sheet with the columns of the ledger', () => {
  const april = { name: 'Apr', rows: [glHeader, good] };
  const may = { name: 'May', rows: [['Ledger of May'], [], glHeader, [day(5, 14), 'D2', 9000, 'beds'], [null]] };
  const june = {
    name: 'Jun',
    rows: [
      ['Text', ...glHeader.slice(0, 3)],
      ['x', day(6, 1), 'D3', 1],
      ['x', day(6, 2), 'D4', 1],
    ],
  };
  const notes = { name: 'Notes', rows: [['Net is in column C'], ['Total', 9000]] };

  test.each<[what: string, sheets: WriteSheet[], told: readonly string[]]>([
    ['one', [april, may, notes], ['sheet “May” (1 row) has the columns of this ledger too, and is not read: “Apr” is']],
    [
      'several, in whatever order their columns stand',
      [june, notes, april, may],
      ['sheets “Jun” (2 rows) and “May” (1 row) have the columns of this ledger too, and are not read: “Apr” is'],
    ],
    ['without rows', [april, { name: 'Form', rows: [glHeader] }, notes], []],
  ])('%s', async (_what, sheets, told) => {
    const fund = await glFund(['sheet: Apr']);
    await putWorkbook(fund, 'ledgers/gl.xlsx', sheets);
    const { said, diagnostics, spentPence } = await openedField(fund);
    expect(said).toEqual(told.map(() => 'BCF3046 ledgers/gl.xlsx:undefined'));
    expect([diagnostics.map(({ message }) => message), spentPence]).toEqual([told, 123_456n]);
  });
});

describe('what stands beside ledgers may be workbooks', () => {
  test.each(['maps/codes.xlsx', 'maps/codes.ods'])('a table of codes: %s', async (table) => {
    const more = [`map: { heading: { by: Centre, table: ${table}, sheet: Codes } }`];
    const fund = await sheetFund(
      [
        [...glHeader, 'Centre'],
        [...good, 40_312],
      ],
      { more },
    );
    await fund.edit('agreement.yaml', ', heading: adult-social-care', '');
    const codes = (heading: string) => [
      { name: 'Notes', rows: [['what these are']] },
      {
        name: 'Codes',
        rows: [
          ['Centre', 'heading'],
          [40_312, heading],
        ],
      },
    ];
    await putWorkbook(fund, table, codes('adult-social-care'));
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 123_456n]);
    await putWorkbook(fund, table, codes('adult-care'));
    const { stderr } = await bcf(['check', fund.path]);
    expect(stderr).toContain(`--> ${table}, sheet Codes, cell B2 (heading)`);
  });

  test('a table of codes on another sheet of the ledger’s own workbook', async () => {
    const more = ['sheet: GL', 'map: { heading: { by: Centre, table: ledgers/gl.xlsx, sheet: Codes } }'];
    const fund = await glFund(more);
    await fund.edit('agreement.yaml', ', heading: adult-social-care', '');
    await putWorkbook(fund, 'ledgers/gl.xlsx', [
      {
        name: 'GL',
        rows: [
          [...glHeader, 'Centre'],
          [...good, 40_312],
          [...bad, 40_312],
        ],
      },
      {
        name: 'Codes',
        rows: [
          ['Centre', 'heading'],
          [40_312, 'adult-social-care'],
        ],
      },
    ]);
    const { stderr } = await bcf(['check', fund.path]);
    expect(stderr).toContain('--> ledgers/gl.xlsx, sheet GL, cell C3 (Net)');
  });

  test('the plan, schemes, controls and published tables of a fund: every figure is the same', async () => {
    const asCsv = await FundFolder.copyOf('kent-2015-16');
    const asWorkbooks = await FundFolder.copyOf('kent-2015-16');
    const agreement = await asCsv.read('agreement.yaml');
    const files = [...new Set([...agreement.matchAll(/[\w/-]+\.csv/g)].map(([file]) => file))].filter(
      (file) => !file.includes('*'),
    );
    for (const file of files) {
      await putWorkbook(asWorkbooks, file.replace('.csv', '.ods'), [
        { name: 'Sheet1', rows: await cellsOf(await asCsv.read(file)) },
      ]);
      await asWorkbooks.remove(file);
    }
    await asWorkbooks.write('agreement.yaml', agreement.replaceAll(/([\w/-]+)\.csv/g, '$1.ods'));
    const [one, other] = [await figuresOf(asCsv), await figuresOf(asWorkbooks)];
    expect(one.length).toBeGreaterThan(100);
    expect(other).toEqual(one);
  });
});

/** The cells of a CSV text, numbers as numbers. */
async function cellsOf(text: string): Promise<(string | number | null)[][]> {
  const rows: (string | number | null)[][] = [];
  async function* whole(): AsyncGenerator<string> {
    yield text;
  }
  await readRecords(whole(), {
    onRecord: (fields) => rows.push(fields.map((field) => (/^-?\d+(\.\d+)?$/.test(field) ? Number(field) : field))) > 0,
    onFault: () => undefined,
  });
  return rows;
}

async function figuresOf({ path }: FundFolder): Promise<(readonly [string, string])[]> {
  const { stdout, stderr } = await bcf(['reconcile', path, '--names', '--json']);
  const { result } = figuresDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(stderr);
  return result.figures.map(({ name, amount }) => [name, amount] as const);
}

describe('the JSON of a preview', () => {
  test('names the sheet', async () => {
    const { path } = await sheetFund([glHeader, good]);
    const { result } = await previewed([`${path}/ledgers/gl.xlsx`, path]);
    expect(result?.layout).toMatchObject({ encoding: 'workbook', sheet: 'GL', headerLine: 1 });
  });
});
