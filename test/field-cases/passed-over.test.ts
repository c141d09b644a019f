import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { close, verified } from '../support/closing.js';
import { laidOver } from '../support/field-case.js';
import { fieldFund, openedField } from '../support/field-fund.js';

const ledger = 'ledgers/expenditure-council.csv';

async function shown(name: string, ...args: readonly string[]): Promise<string> {
  const fund = await laidOver(name);
  const { stdout, stderr, exitCode } = await bcf([...args.slice(0, 1), fund.path, ...args.slice(1)]);
  expect([stderr, exitCode]).toEqual(['', 0]);
  return stdout;
}

describe('lines that are surely no rows are counted on their file’s line, and are no warning', () => {
  test('in check, and not of a fund that has none', async () => {
    expect(await shown('05-footer-text', 'check')).toMatch(
      /\nLines that are no rows, and are not added\n {2}\S+council\.csv +1 row; 1 blank row, 1 line of words, 1 total\n/,
    );
    expect(await shown('11d-header-pound', 'check')).not.toContain('no rows');
  });

  test('in the whole reconciliation', async () => {
    expect(await shown('05-footer-text', 'reconcile', '--full')).toMatch(
      /expenditure-council\.csv +1 row; 1 blank row, /,
    );
  });

  test('with their first lines, what these say, and their money, where all is wanted', async () => {
    const text = await shown('05-footer-text', 'reconcile', '--full', '--verbose');
    const [first = '', ...rest] = text.slice(text.indexOf(ledger)).split('\n');
    expect(first).toMatch(/ 1 row {2}[0-9a-f]{64}$/);
    expect(rest.slice(0, 3).map((line) => line.trim())).toEqual([
      '1 blank row, line 4',
      expect.stringMatching(/^1 line of words, line 5: “.+”$/),
      '1 total, line 3, £1,234.56',
    ]);
  });

  test('in the document', async () => {
    const { inputs } = JSON.parse(await shown('05l-subtotal-then-total', 'check', '--json'));
    expect(inputs.find(({ path }: { path: string }) => path === ledger).passedOver).toEqual([
      { what: 'total', lines: 3, line: 3 },
    ]);
  });

  test('on the page, without their number', async () => {
    expect(await shown('05l-subtotal-then-total', 'page')).toMatch(/expenditure-council\.csv<\/\w+><td[^>]*>totals</);
  });
});

describe('no payment goes as a line that is no row', () => {
  const fundWith = (description: readonly string[], lines: readonly string[]) =>
    fieldFund(['files: ledgers/gl*.csv', 'unit: pounds', ...description], { 'ledgers/gl-1.csv': lines.join('\n') });
  const constants =
    'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum, heading: adult-social-care }';
  const referenced = ['columns: { date: Date, note: Supplier, amount: Amount, reference: Doc }', constants];
  const unreferenced = ['columns: { date: Date, note: Supplier, amount: Amount }', constants, 'reference: none'];
  const saidOf = async (description: readonly string[], lines: readonly string[]) => {
    const { said, spentPence } = await openedField(await fundWith(description, lines));
    return [said.map((one) => one.replace('ledgers/gl-1.csv', '')), spentPence];
  };

  test('a supplier called Total has a day or a reference of its own', async () => {
    const rows = ['Supplier,Date,Doc,Amount', 'Age UK,14/06/2015,R1,500.00'];
    expect(await saidOf(referenced, [...rows, 'Total Gas and Power,,R2,500.00'])).toEqual([['BCF3210 :3'], undefined]);
    expect(await saidOf(referenced, [...rows, 'Total Gas and Power,15/06/2015,R2,500.00'])).toEqual([[], 100_000n]);
    const [header = '', first = ''] = ['Supplier,Date,Amount', 'Age UK,14/06/2015,500.00'];
    expect(await saidOf(unreferenced, [header, first, 'Total Mobile Ltd,15/06/2015,500.00'])).toEqual([[], 100_000n]);
    expect(await saidOf(unreferenced, [header, first, 'Balance,15/06/2015,500.00'])).toEqual([
      ['BCF3441 :3'],
      100_000n,
    ]);
    expect(await saidOf(unreferenced, [header, first, 'Total,,500.00'])).toEqual([[], 50_000n]);
  });

  test.each([
    'Age UK accrual 45000',
    'Age UK accrual 2000',
    'Age UK accrual £45k',
    'Age UK accrual 45000.5',
    'Age UK accrual 45 000',
    'accrual EUR 45',
    'Age UK 1.5m',
    'R9 Age UK -15',
    '15/06/2015 R3 Age UK 2500',
    '15/06/2015~R2~Age UK 1500',
    'Add R5 Age UK 45k to be posted',
  ])('words with money in them are named: %s', async (words) => {
    const rows = ['Supplier,Date,Doc,Amount', 'Age UK,14/06/2015,R1,500.00'];
    expect(await saidOf(referenced, [...rows, `${words},,,`])).toEqual([['BCF3043 :3'], 50_000n]);
  });

  test.each([
    'End of report',
    'Page 2 of 14',
    'Run on 08/04/2016 14:02 by J. Smith',
    'Better Care Fund 2015/16, period 3',
    'Prepared by J. Smith on 12.06.2015',
    'Figures as at 30 June 2015:',
    '(343 rows affected)',
    '1,148 records exported',
  ])('words without are only counted: %s', async (words) => {
    const rows = ['Supplier,Date,Doc,Amount', 'Age UK,14/06/2015,R1,500.00'];
    expect(await saidOf(referenced, [...rows, `"${words}",,,`])).toEqual([[], 50_000n]);
  });

  test('rows of another export above the header', async () => {
    const below = ['Date,Supplier,Doc,Amount', '16/06/2015,Other,R4,20.00'];
    const above = ['Date posted,Supplier,Doc,Amount', '14/06/2015,Age UK,R1,500.00', '15/06/2015,Balance,R2,125'];
    const described = ['columns: { date: Date, note: Supplier, amount: Amount, reference: Doc }', constants];
    expect(await saidOf(described, [...above, ...below])).toEqual([['BCF3052 :2'], undefined]);
    const otherOrder = ['Doc,Value,Day,Payee', 'R1,500.00,14/06/2015,Age UK'];
    expect(await saidOf(described, [...otherOrder, ...below])).toEqual([['BCF3053 :2'], 2_000n]);
    const titles = ['Council ledger,,,', 'Run on,12/06/2015,,', 'Period,01/04/2015,30/06/2015,3', ',,,'];
    expect(await saidOf(described, [...titles, ...below])).toEqual([[], 2_000n]);
  });

  test('a note on a line of one cell is no row that lacks cells', async () => {
    const rows = ['Supplier,Date,Doc,Amount', 'Age UK,14/06/2015,R1,500.00'];
    expect(await saidOf(referenced, [...rows, '(343 rows affected)'])).toEqual([[], 50_000n]);
    expect(await saidOf(referenced, [...rows, 'Report 30145'])).toEqual([['BCF3043 :3'], 50_000n]);
    expect(await saidOf(referenced, [...rows, 'Age UK accrual 450.00'])).toEqual([['BCF3010 :3'], undefined]);
  });

  test('a row in one cell, with marks that part its cells', async () => {
    const rows = ['Supplier,Date,Doc,Amount', 'Age UK,14/06/2015,R1,500.00'];
    for (const cell of ['15/06/2015~R2~Age UK~1500', 'Age UK|15/06/2015|R2|1500.00', '"15/06/2015,Age UK,R2,1500"']) {
      expect(await saidOf(referenced, [...rows, `${cell},,,`])).toEqual([['BCF3010 :3'], undefined]);
    }
  });

  test('a row whose amount is blank, with money beside it', async () => {
    const described = [
      'columns: { date: Date, note: Supplier, amount: Net, reference: Doc }',
      constants,
      'ignore: [VAT, Gross]',
    ];
    const lines = ['Date,Doc,Supplier,Net,VAT,Gross', '14/06/2015,R1,Age UK,500.00,0.00,500.00'];
    const [said] = await saidOf(described, [...lines, ',,Age UK second line,,,1500.00']);
    expect(said).toEqual(expect.arrayContaining(['BCF3201 :3']));
  });
});

test('a close closes a payment to a supplier called Total', async () => {
  const fund = await fieldFund(
    [
      'files: ledgers/gl*.csv',
      'unit: pounds',
      'columns: { date: Date, note: Supplier, amount: Amount }',
      'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum, heading: adult-social-care }',
      'reference: none',
    ],
    { 'ledgers/gl-1.csv': 'Supplier,Date,Amount\nAge UK,14/06/2015,500.00\nTotal Mobile Ltd,15/06/2015,500.00\n' },
  );
  const { exitCode, stderr } = await close(fund, 'Q1', '--with-differences', 'nothing has come in yet');
  expect(exitCode, stderr).toBe(0);
  await fund.edit('ledgers/gl-1.csv', '15/06/2015,500.00', '15/06/2015,700.00');
  const { result } = await verified(fund);
  expect(result.conclusion.verified).toBe(false);
});
