import { describe, expect, test } from 'vitest';
import { FundFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

async function withFile(file: string, text: string, ...flags: readonly string[]) {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  await fund.edit(
    'agreement.yaml',
    `files: ${file.replace('.csv', '*.csv')}, unit: pounds`,
    `files: ${file.replace('.csv', '*.csv')}`,
  );
  await fund.write(file, text);
  const { document, exitCode } = await reconciledJson(fund.path, ...flags);
  return { document, exitCode, codes: document.diagnostics.map(({ code }) => code) };
}

describe('balances have two columns of money', () => {
  const file = 'ledgers/balances.csv';

  test('in £000, both of them', async () => {
    const text =
      'as_at,body,counterparty,receivable (£000),payable (£000)\nQ4,09J,KCC,0,210.43617\nQ4,KCC,09J,210.43617,0\n';
    const { document, exitCode } = await withFile(file, text);
    expect(exitCode).toBe(0);
    expect(document.result?.settlement?.pairs).toMatchObject([
      { one: 'KCC', other: '09J', agreed: true, oneSays: { receivable: '210436.17', payable: '0.00' } },
    ]);
  });

  test('in two units is refused, and so is one without a unit', async () => {
    const head = 'as_at,body,counterparty';
    expect((await withFile(file, `${head},receivable (£000),payable (£)\nQ4,09J,KCC,0,1\n`)).codes).toEqual([
      'BCF3009',
    ]);
    expect((await withFile(file, `${head},receivable (£),payable\nQ4,09J,KCC,0,1\n`)).codes).toEqual(['BCF3008']);
  });

  test('a view that only one body sent is shown as that', async () => {
    const text = 'as_at,body,counterparty,receivable (£),payable (£)\nQ4,09J,KCC,0,210436.17\n';
    const { document, exitCode } = await withFile(file, text);
    expect(exitCode).toBe(0);
    const [pair] = document.result?.settlement?.pairs ?? [];
    expect(pair).toMatchObject({ agreed: false, message: 'KCC has not sent its view' });
    expect(pair).not.toHaveProperty('differences');
  });

  test('balances of another quarter are not this one’s', async () => {
    const text = 'as_at,body,counterparty,receivable (£),payable (£)\nQ4,09J,KCC,0,1\nQ4,KCC,09J,2,0\n';
    const { document, exitCode } = await withFile(file, text, '--as-at', 'Q3');
    expect(exitCode).toBe(0);
    expect(document.result?.settlement?.pairs).toEqual([]);
  });
});

describe('virements', () => {
  const file = 'ledgers/virements.csv';
  const head = 'date,schedule,from,to,amount (£),approved_by,reference\n';

  test('count from the quarter in which they are dated', async () => {
    const text = `${head}2015-10-20,10A,schemes,carers-breaks,60000,Board,V1\n`;
    const vired = async (asAt: string) => {
      const { document } = await withFile(file, text, '--as-at', asAt);
      return document.result?.variances
        .filter(({ virements }) => virements !== '0.00')
        .map(({ virements }) => virements);
    };
    expect(await vired('Q2')).toEqual([]);
    expect(await vired('Q3')).toEqual(['60000.00', '-60000.00']);
  });

  test('one the other way round takes the first back', async () => {
    const text = `${head}2015-07-20,10A,schemes,carers-breaks,60000,Board,V1\n2015-07-21,10A,carers-breaks,schemes,60000,Board,V2\n`;
    const { document } = await withFile(file, text);
    expect(document.result?.variances.filter(({ virements }) => virements !== '0.00')).toEqual([]);
  });

  test.each([
    ['no approval', '2015-07-20,10A,schemes,carers-breaks,1,,V1', 'BCF3215'],
    [
      'a reference twice',
      '2015-07-20,10A,schemes,carers-breaks,1,B,V1\n2015-07-21,10A,schemes,carers-breaks,2,B,V1',
      'BCF3411',
    ],
    ['a day of another year', '2016-07-20,10A,schemes,carers-breaks,1,B,V1', 'BCF3214'],
    ['an unknown heading', '2015-07-20,10A,scheme,carers-breaks,1,B,V1', 'BCF3402'],
  ])('%s is refused', async (_, rows, code) => {
    const { codes, exitCode } = await withFile(file, `${head}${rows}\n`);
    expect(codes).toEqual([code]);
    expect(exitCode).toBe(2);
  });

  test.each([
    ['from the performance pot', '10A,performance,schemes', 'performance-payment'],
    ['into the out-of-hospital fence', '10A,schemes,out-of-hospital', 'ring-fence'],
    ['from capital to revenue', 'KCC,social-care-capital-grant,care-act', 'ring-fence'],
  ])('%s is a breach under its own rule', async (_, row, kind) => {
    const { document, exitCode } = await withFile(file, `${head}2015-07-20,${row},1,Board,V1\n`, '--as-at', 'Q2');
    expect(exitCode).toBe(1);
    expect(document.diagnostics.filter(({ code }) => code === 'BCF2109').map(({ rule }) => rule?.kind)).toEqual([kind]);
  });
});

describe('admissions', () => {
  test('the measured quarters follow the offset that the agreement declares', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit('agreement.yaml', 'paid_after: 1 ', 'paid_after: 0 ');
    const { document, exitCode } = await reconciledJson(fund.path);
    expect(exitCode).toBe(2);
    const [wrong] = document.diagnostics.filter(({ code }) => code === 'BCF3405');
    expect(wrong?.args).toMatchObject({
      found: 'Q4 2014/15',
      allowed: 'Q1 2015/16, Q2 2015/16, Q3 2015/16, Q4 2015/16',
    });
  });
});
