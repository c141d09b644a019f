import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fieldFund, openedField } from '../support/field-fund.js';
import type { FundFolder } from '../support/fund-folder.js';
import { elementsOf, parsed, wordsOf } from '../support/html.js';
import { putWorkbook } from '../support/workbook-fund.js';

const table = 'maps/council.csv';
const description = [
  'files: ledgers/gl-*.csv',
  'unit: pounds',
  'columns: { date: Day, reference: Doc, note: Text, amount: Net }',
  'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum }',
];
const byBoth = 'map: { heading: { by: [Centre, Account], table: maps/council.csv } }';
const lines = [
  'Centre,Account,heading',
  '100,*,adult-social-care',
  '200-299,3020,out-of-hospital',
  '300,3020,adult-social-care',
  '*,*,adult-social-care',
];
const header = 'Day,Doc,Text,Centre,Account,Net';
const june = ['12/06/2015,D1,Home care,100,3020,500.00', '12/06/2015,D2,Beds,250,3020,40.00'];
const strays = [
  '13/06/2015,D3,Taxis,777,9000,12.34',
  '14/06/2015,D4,Post,,9000,1.00',
  '15/06/2015,D5,Taxis,777,9000,0.66',
];
const text = (...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

function fundOf(files: Readonly<Record<string, string>>, map: readonly string[] = [byBoth]): Promise<FundFolder> {
  return fieldFund([...description, ...map], { [table]: `${lines.join('\n')}\n`, ...files });
}

/** What became of the lines of a table, of a fund of which nothing is said. */
async function metIn(fund: FundFolder, path = table) {
  const { said, inputs } = await openedField(fund);
  return [said, inputs.find((input) => input.path === path)?.codesMet];
}

const unmet = [{ line: 4, code: '300, 3020' }];
const strayCodes = [
  { code: '777, 9000', rows: 2, amountPence: 1_300n },
  { code: 'blank, 9000', rows: 1, amountPence: 100n },
];

describe('what falls to a line for any code is counted and summed, code by code', () => {
  test('and the lines that no row has met are known', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) });
    const fallen = { kind: 'expenditure', line: 5, rows: 3, amountPence: 1_400n, codes: strayCodes };
    expect(await metIn(fund)).toEqual([[], { unmet, byDefault: [fallen] }]);
  });

  test('a row that two files have is one, whichever of them is read first', async () => {
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const fund = await fundOf({
        [`ledgers/gl-${first}.csv`]: text(...june, ...strays.slice(0, 2)),
        [`ledgers/gl-${second}.csv`]: text(...june, ...strays),
      });
      const [, met] = await metIn(fund);
      expect(met).toMatchObject({ unmet, byDefault: [{ rows: 3, amountPence: 1_400n, codes: strayCodes }] });
    }
  });

  test('a row that is left out falls to no line', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) }, [
      byBoth,
      'leave_out: { Text: Taxis }',
    ]);
    const [, met] = await metIn(fund);
    expect(met).toMatchObject({ unmet, byDefault: [{ rows: 1, amountPence: 100n }] });
  });

  test('a row that a table says in two columns counts once', async () => {
    const shared = ['heading', 'source'].map((column) => `${column}: { by: Centre, table: maps/council.csv }`);
    const fund = await fundOf(
      {
        'ledgers/gl-june.csv': text(...june, ...strays),
        [table]: [
          'Centre,heading,source',
          ...['100', '250', '*'].map((code) => `${code},adult-social-care,nhs-minimum`),
        ].join('\n'),
      },
      [`map: { ${shared.join(', ')} }`, 'ignore: [Account]'],
    );
    await fund.edit('agreement.yaml', ', source: nhs-minimum }', ' }');
    const [said, met] = await metIn(fund);
    expect([said, met]).toMatchObject([[], { unmet: [], byDefault: [{ line: 4, rows: 3, amountPence: 1_400n }] }]);
  });

  test('spending and forecasts are not added together', async () => {
    const forecast = [
      '  - kind: forecast',
      '    files: ledgers/outlook.csv',
      '    unit: pounds',
      '    columns: { as_at: Quarter, amount: Outturn }',
      '    constants: { schedule: ICB1, applied_by: COUNCIL }',
      `    ${byBoth}`,
    ];
    const fund = await fundOf({
      'ledgers/gl-june.csv': text(...june, ...strays),
      'ledgers/outlook.csv': 'Quarter,Centre,Account,Outturn\nQ1,888,3020,9000.00\n',
    });
    await fund.edit('agreement.yaml', '  - kind: expenditure', [...forecast, '  - kind: expenditure'].join('\n'));
    const [said, met] = await metIn(fund);
    expect([said, met]).toMatchObject([
      [],
      {
        byDefault: [
          { kind: 'expenditure', rows: 3, amountPence: 1_400n },
          { kind: 'forecast', rows: 1, amountPence: 900_000n, codes: [{ code: '888, 3020' }] },
        ],
      },
    ]);
  });

  test('nothing is known of it where a row could not be read', async () => {
    const fund = await fundOf({
      'ledgers/gl-june.csv': text(...june, ...strays, '16/06/2015,D6,Home,100,3020,about 5'),
    });
    const [said, met] = await metIn(fund);
    expect([said, met]).toEqual([[expect.stringMatching(/^BCF32\d\d ledgers\/gl-june\.csv:7$/)], undefined]);
  });
});

describe('it is said, and is no warning', () => {
  const shown = async (fund: FundFolder, ...args: readonly string[]) => {
    const { stdout, stderr } = await bcf([...args.slice(0, 1), fund.path, ...args.slice(1)]);
    expect(stderr).not.toMatch(/council\.csv/);
    return stdout;
  };
  const title = 'Tables of codes: what falls to a line for any code, and lines that no row has met';

  test('in check', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) });
    const [summed, one] = [
      '  maps/council.csv  line 5 (*): 3 rows of expenditure, £14.00, of 2 codes; 1 line met by no row',
      '    777, 9000: 2 rows of expenditure, £13.00, by line 5 (*)',
    ];
    expect(await shown(fund, 'check')).toContain(`${title}\n${summed}\n\n`);
    expect(await shown(fund, 'check', '--verbose')).toContain(
      [
        title,
        summed,
        one,
        '    blank, 9000: 1 row of expenditure, £1.00, by line 5 (*)',
        '    300, 3020: met by no row, line 4',
      ].join('\n'),
    );
  });

  test('not where every code has a line and every line a row', async () => {
    const all = [...june, '16/06/2015,D6,Home,300,3020,5.00'];
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...all), [table]: `${lines.slice(0, 4).join('\n')}\n` });
    expect(await shown(fund, 'check')).not.toContain('Tables of codes');
  });

  test('in the whole reconciliation', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) });
    expect((await shown(fund, 'reconcile', '--full')).replace(/\n {4,}/, ' ')).toMatch(
      /maps\/council\.csv +4 rows; line 5 \(\*\): 3 rows of expenditure, £14\.00, of 2 codes; 1 line met by no row\n/,
    );
    expect(await shown(fund, 'reconcile', '--full', '--verbose')).toContain('    300, 3020: met by no row, line 4\n');
  });

  test('in the document', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) });
    const { inputs } = JSON.parse(await shown(fund, 'check', '--json'));
    expect(inputs.find(({ path }: { path: string }) => path === table).codesMet).toEqual({
      unmet: [{ line: 4, code: '300, 3020' }],
      byDefault: [
        {
          kind: 'expenditure',
          line: 5,
          rows: 3,
          amount: '14.00',
          codes: [
            { code: '777, 9000', rows: 2, amount: '13.00' },
            { code: 'blank, 9000', rows: 1, amount: '1.00' },
          ],
        },
      ],
    });
  });

  test('at the table’s line of the page, by its codes', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) });
    const page = parsed(await shown(fund, 'page'));
    const inputs = elementsOf(page).find(({ attributes }) => attributes.id === 'inputs');
    expect(inputs && wordsOf(inputs).replace(/\s+/g, ' ')).toMatch(
      /maps\/council\.csv ?[0-9a-f]{64} ?Fell to the line for any code \(\*\), of expenditure: “777, 9000”, “blank, 9000”\. ?Lines met by no row: “300, 3020”\./,
    );
  });

  test('on the page as many codes as there is room for, and that there are others', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `12/06/2015,M${at},Home,A${at},9000,1.00`);
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...many) });
    const page = await shown(fund, 'page');
    expect(page.match(/“A\d+, 9000”/g)).toHaveLength(12);
    expect(page).toContain(' and others.');
  });

  test('in the preview of a file, of that file alone', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) });
    await fund.write(
      'incoming/gl-july.csv',
      text('14/07/2015,E1,Taxis,777,9000,7.00', '15/07/2015,E2,Home,100,3020,3.00'),
    );
    const { stdout } = await bcf(['preview', `${fund.path}/incoming/gl-july.csv`, fund.path, '--json']);
    expect(JSON.parse(stdout).result.byDefault).toEqual([
      { map: table, line: 5, code: '777, 9000', rows: 1, amount: '7.00' },
    ]);
    const { stdout: said } = await bcf(['preview', `${fund.path}/incoming/gl-july.csv`, fund.path]);
    expect(said).toMatch(
      /Codes without a line of their own, which fell to a line for any \(\*\)\n[^\n]*\n777, 9000 +maps\/council\.csv:5 +1 +7\.00\n/,
    );
  });

  test('of a sheet of a workbook, in its rows', async () => {
    const fund = await fundOf({ 'ledgers/gl-june.csv': text(...june, ...strays) }, [
      'map: { heading: { by: [Centre, Account], table: maps/council.xlsx, sheet: Codes } }',
    ]);
    const rows = lines.map((line) => line.split(','));
    await putWorkbook(fund, 'maps/council.xlsx', [
      { name: 'Notes', rows: [['ours']] },
      { name: 'Codes', rows },
    ]);
    expect(await shown(fund, 'check')).toContain(
      'maps/council.xlsx, sheet Codes  row 5 (*): 3 rows of expenditure, £14.00, of 2 codes; 1 row met by',
    );
  });
});
