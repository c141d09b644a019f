import { describe, expect, test } from 'vitest';
import { FundFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

const head =
  'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note,adjusts,accrual,delivered_by\n';
const ofA1 = (date: string, amount: string, ...rest: readonly string[]) =>
  `${date},A1,A1,sch,min,,,${amount},${rest.join(',')}\n`;

async function withRows(rows: string, ...flags: readonly string[]) {
  const fund = await FundFolder.copyOf('accruals-2015-16');
  await fund.write('ledgers/expenditure-more.csv', head + rows);
  const { document, exitCode } = await reconciledJson(fund.path, ...flags);
  const found = document.diagnostics.filter(({ code }) => code.startsWith('BCF3'));
  return { result: document.result, exitCode, codes: found.map(({ code, line }) => `${code}:${line}`) };
}

const lineOfA1 = { heading: 'sch', appliedBy: 'A1' };

describe('an accrual', () => {
  test('is spending of its quarter, and may be reversed in parts, also in the same quarter', async () => {
    const rows =
      ofA1('2015-04-30', '1000', 'X1', '', '', 'accrual', '') +
      ofA1('2015-05-31', '-400', 'X2', 'part', 'X1', 'reversal', '') +
      ofA1('2015-10-01', '-500', 'X3', 'part', 'X1', 'Reversal', '');
    const q1 = await withRows(rows, '--as-at', 'Q1');
    expect(q1.codes).toEqual([]);
    expect(q1.result?.accruals?.lines).toMatchObject([
      { ...lineOfA1, accrued: '1000.00', reversed: '400.00', notReversed: '600.00' },
    ]);
    const q4 = await withRows(rows, '--as-at', 'Q4');
    expect(q4.result?.accruals?.lines).toContainEqual(
      expect.objectContaining({ ...lineOfA1, accrued: '1000.00', reversed: '900.00', notReversed: '100.00' }),
    );
  });

  test('of income is negative, and its reversal positive', async () => {
    const rows =
      ofA1('2015-04-30', '-70', 'X1', 'a refund that is promised', '', 'accrual', '') +
      ofA1('2015-07-31', '70', 'X2', '', 'X1', 'reversal', '');
    const { codes, result } = await withRows(rows, '--as-at', 'Q2');
    expect(codes).toEqual([]);
    expect(result?.accruals?.lines).toMatchObject([
      { ...lineOfA1, accrued: '-70.00', reversed: '-70.00', notReversed: '0.00' },
    ]);
  });

  test('may stand in a file that is read after its reversal', async () => {
    const fund = await FundFolder.copyOf('accruals-2015-16');
    await fund.write(
      'ledgers/expenditure-a.csv',
      head + ofA1('2015-07-31', '-70', 'X2', 'it has come', 'X1', 'reversal', ''),
    );
    await fund.write('ledgers/expenditure-b.csv', head + ofA1('2015-06-30', '70', 'X1', '', '', 'accrual', ''));
    expect((await reconciledJson(fund.path)).exitCode).toBe(0);
  });

  test.each([
    ['by more than it is', ofA1('2015-07-31', '-70.01', 'X2', 'it has come', 'X1', 'reversal', ''), 'BCF3435:3'],
    ['with its own sign', ofA1('2015-07-31', '10', 'X2', '', 'X1', 'reversal', ''), 'BCF3435:3'],
    ['by a row that does not say so', ofA1('2015-07-31', '-70', 'X2', 'it has come', 'X1', '', ''), 'BCF3436:3'],
    ['by nobody knows which', ofA1('2015-07-31', '-70', 'X2', 'it has come', '', 'reversal', ''), 'BCF3434:3'],
    ['before it is there', ofA1('2015-04-01', '-70', 'X2', 'it has come', 'X1', 'reversal', ''), 'BCF3435:3'],
    ['of other money', '2015-07-31,B1,A1,sch,min,,,-70,X2,it has come,X1,reversal,\n', 'BCF3435:3'],
    ['by another word', ofA1('2015-07-31', '-70', 'X2', 'it has come', 'X1', 'reversed', ''), 'BCF3216:3'],
  ])('is not reversed %s', async (_how, row, code) => {
    const { codes, exitCode } = await withRows(ofA1('2015-04-30', '70', 'X1', '', '', 'accrual', '') + row);
    expect([codes, exitCode]).toEqual([[code], 2]);
  });

  test('may be added to by a row of a later quarter that accrues more', async () => {
    const rows =
      ofA1('2015-04-30', '70', 'X1', '', '', 'accrual', '') + ofA1('2015-07-31', '5', 'X2', '', 'X1', 'accrual', '');
    const { result } = await withRows(rows, '--as-at', 'Q2');
    expect(result?.accruals?.totals).toMatchObject({ accrued: '75.00', notReversed: '75.00' });
  });
});

describe('an earlier year', () => {
  test('is adjusted by spending and receipts of this one, which are shown apart', async () => {
    const fund = await FundFolder.copyOf('accruals-2015-16');
    const receipts = 'date,partner,source,heading,amount,reference,note,adjusts\n';
    await fund.write(
      'ledgers/contributions-more.csv',
      `${receipts}2015-05-01,B1,min,,-250,X1,paid twice,2014-15:B1-C9\n`,
    );
    const { document } = await reconciledJson(fund.path);
    const { priorYear, accruals } = document.result ?? {};
    expect(priorYear?.receipts).toMatchObject({
      lines: [{ partner: 'B1', source: 'min', ofYear: '2014/15', amount: '-250.00' }],
      total: '-250.00',
    });
    expect(priorYear?.spending?.lines).toMatchObject([
      { ...lineOfA1, ofYear: '2014/15', reversed: '-4000.00', other: '3820.00', net: '-180.00' },
    ]);
    expect(document.diagnostics.filter(({ code }) => code === 'BCF2401')).toEqual([]);
    expect(accruals?.totals).toMatchObject({ accrued: '8500.00', reversed: '6000.00', notReversed: '2500.00' });
  });

  test('has no budget to move', async () => {
    const fund = await FundFolder.copyOf('accruals-2015-16');
    await fund.edit('agreement.yaml', 'ledgers:\n', 'ledgers:\n  - { kind: virements, files: v.csv, unit: pounds }\n');
    const columns = 'date,schedule,from,to,amount,approved_by,reference,adjusts';
    await fund.write('v.csv', `${columns}\n2015-05-01,A1,sch,sc,10,Board,V1,2014/15:V9\n`);
    const { document } = await reconciledJson(fund.path);
    expect(document.diagnostics.filter(({ code }) => code.startsWith('BCF3'))).toMatchObject([
      { code: 'BCF3433', message: expect.stringContaining('of one year alone') },
    ]);
  });
});

test('a fund without any has no section', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const { document } = await reconciledJson(fund.path);
  expect(document.result).not.toHaveProperty('accruals');
  expect(document.result).not.toHaveProperty('priorYear');
});
