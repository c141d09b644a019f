import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { close, verified } from '../support/closing.js';
import { describeExpenditure, fieldCaseFund, fieldFund, openedField } from '../support/field-fund.js';
import type { FundFolder } from '../support/fund-folder.js';
import { day, glHeader, sheetFund } from '../support/workbook-fund.js';

const file = 'ledgers/gl-council.csv';
const description = (header: string | undefined) => [
  'files: ledgers/gl*.csv',
  'unit: pounds',
  ...(header === undefined ? [] : [`header: ${header}`]),
  'columns: { date: Posting date, amount: Net, reference: Document, note: Text }',
  'constants: { schedule: ICB1, applied_by: COUNCIL, heading: adult-social-care, source: nhs-minimum }',
];
const rows = [
  'Posting date,Document,Net,Text',
  '12-Jun-15,510001,1200.00,Home care',
  '16-Jun-15,510002,34.56,Home care',
  '02-Jul-15,510003,5.00,July',
];

/** A fund whose expenditure is one export, with lines above its header. */
function exportBelow(above: readonly string[], header?: string): Promise<FundFolder> {
  return fieldFund(description(header), { [file]: [...above, ...rows, ''].join('\r\n') });
}

const titles = (count: number) => Array.from({ length: count }, (_, index) => `Cover sheet ${index + 1}`);

describe('header: says on which line the header is', () => {
  test.each(['auto', '4'])('header: %s', async (header) => {
    const fund = await fieldCaseFund('02-preamble');
    await describeExpenditure(fund, ['files: ledgers/expenditure*.csv', 'unit: pounds', `header: ${header}`]);
    const { said, inputs, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 123_456n]);
    expect(inputs.find(({ path }) => path === 'ledgers/expenditure-council.csv')?.layout?.headerLine).toBe(4);
  });

  test('a table above with the same columns is not the one', async () => {
    const above = ['Posting date,Document,Net,Text', 'All of June,,1234.56,by month', ''];
    const found = await openedField(await exportBelow(above));
    expect(found.said).not.toEqual([]);
    const { said, spentPence, inputs } = await openedField(await exportBelow(above, '4'));
    expect([said, spentPence]).toEqual([[], 123_956n]);
    expect(inputs.at(-1)?.layout?.passedOver).toContainEqual({
      what: 'above',
      lines: 2,
      line: 1,
      text: 'Posting date Document Net Text',
    });
  });

  test('rows above it that it would read are an error, as where it is found', async () => {
    const above = ['Posting date,Document,Net,Text', '11-Jun-15,510000,7.00,Home care'];
    const { said } = await openedField(await exportBelow(above, '3'));
    expect(said).toEqual([`BCF3052 ${file}:2`]);
  });

  test('below more lines than are looked through by themselves', async () => {
    expect((await openedField(await exportBelow(titles(60)))).said).toEqual([`BCF3022 ${file}:1`]);
    const { said, spentPence } = await openedField(await exportBelow(titles(60), '61'));
    expect([said, spentPence]).toEqual([[], 123_956n]);
  });

  test.each([
    ['the header is on another line', '2', [`BCF3079 ${file}:3`]],
    ['it is blank, and another is the header', '1', [`BCF3079 ${file}:3`]],
    ['a row stands there', '4', [`BCF3079 ${file}:3`]],
    ['the file is shorter', '40', [`BCF3079 ${file}:3`]],
  ])('where %s', async (_, header, expected) => {
    const { said, diagnostics } = await openedField(await exportBelow(['', 'Spend'], header));
    expect(said).toEqual(expected);
    expect(diagnostics[0]?.message).toBe(
      `the header is on line 3, and the agreement says that it is on line ${header}`,
    );
  });

  test('where no line has the columns, the declared one is what is wrong', async () => {
    const fund = await exportBelow(['Spend'], '2');
    await fund.edit(file, 'Posting date,Document', 'Day of it,Document');
    const { said, diagnostics } = await openedField(fund);
    expect(said).toEqual([`BCF3005 ${file}:2`]);
    expect(diagnostics[0]?.message).toContain('Posting date');
  });

  test('where no line has the columns, and nothing begins on the declared one', async () => {
    const fund = await exportBelow(['', 'Spend'], '1');
    await fund.edit(file, 'Posting date,Document,Net', 'Day,Number,Sum');
    const { said, diagnostics } = await openedField(fund);
    expect(said).toEqual([`BCF3079 ${file}:undefined`]);
    expect(diagnostics[0]?.message).toBe('nothing begins on line 1, where the agreement says that the header is');
  });

  test.each(['0', 'first', '4.5', '-1', '1000'])('header: %s is no line', async (header) => {
    const { said, diagnostics } = await openedField(await exportBelow([], header));
    expect(said).toEqual([expect.stringMatching(/^BCF1063 agreement\.yaml:\d+$/)]);
    expect(diagnostics[0]?.help).toBe(
      'write header: 4 where the header is on the fourth line of each file, or leave it out',
    );
  });

  test('of a workbook it is a row of the sheet', async () => {
    const fund = await sheetFund(
      [['Spend'], [], glHeader, ['by month', null, 1, null], glHeader, [day(6, 12), 'A1', 12.5, 'beds']],
      { more: ['header: 5'] },
    );
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 1_250n]);
    await fund.edit('agreement.yaml', 'header: 5', 'header: 2');
    const { diagnostics } = await openedField(fund);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the header is on row 3, and the agreement says that it is on row 2',
    ]);
  });
});

test.each([
  ['tabs', '\t', ['Spend report, by day, June, 2015']],
  ['semicolons', ';', ['Spend report, June', 'Run by A. Smith, finance', '']],
  ['bars', '|', ['“Spend, by day, of June”']],
  ['commas', ',', ['Spend | June', 'Printed; 2 July']],
])('a title has commas and marks of its own above a header with %s', async (_, separator, above) => {
  const table = rows.map((row) => row.replaceAll(',', separator));
  const fund = await fieldFund(description(undefined), { [file]: [...above, ...table, ''].join('\r\n') });
  const { said, spentPence } = await openedField(fund);
  expect([said, spentPence]).toEqual([[], 123_956n]);
  const { exitCode, stderr } = await close(fund, 'Q1', '--with-differences', 'nothing has come in yet');
  expect(exitCode, stderr).toBe(0);
  expect((await verified(fund)).result.conclusion.verified).toBe(true);
});

describe('a close reads the header from the same line', () => {
  test.each([
    ['declared, far down', [...titles(60)], '61'],
    ['declared, below a table with the same columns', ['Posting date,Document,Net,Text', 'All of June,,1234.56,'], '3'],
    [
      'found, below many blank lines',
      [...titles(45), ...Array.from({ length: 10 }, () => ''), 'End of cover'],
      undefined,
    ],
  ])('%s', async (_, above, header) => {
    const fund = await exportBelow(above, header);
    const { exitCode, stderr } = await close(fund, 'Q1', '--with-differences', 'nothing has come in yet');
    expect(exitCode, stderr).toBe(0);
    const { closedWith } = JSON.parse(await fund.read('closes/0001.json'));
    const ledger = closedWith.ledgers.find(({ path }: { path: string }) => path === file);
    const texts = ledger.rows.map(([, text]: [number, string]) => text);
    expect(texts.map((text: string) => text.split(',').at(-2))).toEqual(['510001', '510002']);
    expect((await verified(fund)).result.conclusion.verified).toBe(true);

    await fund.edit(file, '34.56,Home', '34.57,Home');
    const { result } = await verified(fund);
    expect(result.rows).toHaveLength(1);
  });
});

test('the form of an export for a new year has its header on the declared line', async () => {
  const fund = await exportBelow(titles(3), '4');
  const target = `${fund.path}-next`;
  const ran = await bcf(['init', target, '--from', fund.path, '--year', '2016/17'], { environment: {} });
  expect(ran.stderr).not.toContain('error');
  const form = await readFile(`${target}/forms/gl-council.csv`, 'utf8');
  expect(form).toBe('\n\n\nPosting date,Document,Net,Text\n');
});
