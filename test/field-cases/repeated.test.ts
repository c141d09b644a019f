import { describe, expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { bcf } from '../support/bcf.js';
import { close, verified } from '../support/closing.js';
import { fieldCaseFund, fieldFund, openedField } from '../support/field-fund.js';
import type { FundFolder } from '../support/fund-folder.js';

const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
const row = (day: string, pounds: string, reference: string, note = '') =>
  `${day},ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,${pounds},${reference},${note}`;
const rows = {
  june: row('12/06/2015', '1234.56', 'R1'),
  juneAgain: row('20/06/2015', '1234.56', 'R2'),
  july: row('01/07/2015', '10.00', 'R3'),
  october: row('02/10/2015', '7.00', 'R4'),
};
const text = (...lines: readonly string[]) => `${[header, ...lines].join('\n')}\n`;
const plain = ['files: ledgers/expenditure*.csv', 'unit: pounds'];

/** The rows of expenditure that a reader is shown, as `file:line`, in the order of reading. */
async function shownRows(fund: FundFolder): Promise<string[]> {
  const seen: string[] = [];
  await openFund(fund.path, '.', [], ({ cells }) => {
    if (cells.kind === 'expenditure') seen.push(`${cells.file.replace('ledgers/expenditure-', '')}:${cells.line}`);
  });
  return seen;
}

describe('an export of the year to date has the rows of the last one', () => {
  test('26-cumulative-exports: told once, of the later file, and each row counts once', async () => {
    const { said, diagnostics, spentPence } = await openedField(await fieldCaseFund('26-cumulative-exports'));
    expect(said).toEqual(['BCF3071 ledgers/expenditure-council-q2.csv:undefined']);
    expect(diagnostics[0]?.message).toBe(
      'this file has the 2 rows of ledgers/expenditure-council.csv again, £2,469.12 in all; each counts once',
    );
    expect(spentPence).toBe(370_368n);
  });

  test.each([
    ['q1', 'q2', 'q3'],
    ['a-first', 'b-second', 'c-third'],
    ['third', 'second', 'first'],
  ])('three files, each with the rows of those before it: %s, %s, %s', async (first, second, third) => {
    const fund = await fieldFund(plain, {
      [`ledgers/expenditure-${first}.csv`]: text(rows.june, rows.juneAgain),
      [`ledgers/expenditure-${second}.csv`]: text(rows.july, rows.june, rows.juneAgain),
      [`ledgers/expenditure-${third}.csv`]: text(rows.june, rows.juneAgain, rows.july, rows.october),
    });
    const { said, diagnostics, spentPence } = await openedField(fund);
    const [one, other] = [second, third].sort();
    expect(said).toEqual([`BCF3071 ledgers/expenditure-${one}.csv:undefined`]);
    expect(diagnostics[0]).toMatchObject({
      message: '2 files have all rows of earlier ones again, 5 rows, £4,948.24 in all; each counts once',
      alsoAt: [{ file: `ledgers/expenditure-${other}.csv` }],
      occurrences: 2,
    });
    expect(spentPence).toBe(248_612n);
    expect(await shownRows(fund)).toHaveLength(4);
  });

  test('its line among the inputs says how many of its rows count in another file', async () => {
    const fund = await fieldFund(plain, {
      'ledgers/expenditure-q1.csv': text(rows.june, rows.juneAgain),
      'ledgers/expenditure-q2.csv': text(rows.july, rows.june, rows.juneAgain),
    });
    const { stdout } = await bcf(['reconcile', fund.path, '--full']);
    expect(stdout).toMatch(/expenditure-q1\.csv +2 rows\n/);
    expect(stdout).toMatch(/expenditure-q2\.csv +3 rows; 2 of them counted in another file\n/);
    const { stdout: all } = await bcf(['reconcile', fund.path, '--full', '--verbose']);
    expect(all).toMatch(
      /expenditure-q2\.csv +3 rows {2}[0-9a-f]{64}\n {4}2 rows, £2,469\.12, counted in another file\n/,
    );
    const { inputs } = JSON.parse((await bcf(['reconcile', fund.path, '--json'])).stdout);
    const repeated = inputs
      .map((input: { repeated?: object }) => input.repeated)
      .filter((one?: object) => one !== undefined);
    expect(repeated).toEqual([{ rows: 2, amount: '2469.12' }]);
  });

  test('columns in another order, one more, and other case of a header do not matter: a row is what it says', async () => {
    const fund = await fieldFund([...plain, 'ignore: [Run date]'], {
      'ledgers/expenditure-q1.csv': text(rows.june, rows.juneAgain),
      'ledgers/expenditure-q2.csv': [
        'Run date,Reference,date,schedule,applied_by,heading,source,scheme,amount',
        '1,R1,12/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,1234.56',
        '1,R2,20/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,1234.56',
        '1,R5,21/07/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,1.00',
      ].join('\n'),
    });
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([['BCF3071 ledgers/expenditure-q2.csv:undefined'], 247_012n]);
  });

  test('its own total agrees, with the rows that count elsewhere', async () => {
    const fund = await fieldFund(plain, {
      'ledgers/expenditure-q1.csv': text(rows.june, rows.juneAgain),
      'ledgers/expenditure-q2.csv': text(rows.june, rows.juneAgain, rows.july, ',,,,,,Total,2479.12,,'),
    });
    const { said, passedOver } = await openedField(fund);
    expect([said, passedOver]).toEqual([
      ['BCF3071 ledgers/expenditure-q2.csv:undefined'],
      ['1 total ledgers/expenditure-q2.csv:5'],
    ]);
  });

  test('a row that says something else now is wrong, and so is that the files differ', async () => {
    const fund = await fieldFund(plain, {
      'ledgers/expenditure-q1.csv': text(rows.june, rows.juneAgain, rows.july),
      'ledgers/expenditure-q2.csv': text(rows.june, rows.juneAgain, row('01/07/2015', '11.00', 'R3'), rows.october),
    });
    const { said, diagnostics, fund: opened } = await openedField(fund);
    expect(said).toEqual(['BCF3072 ledgers/expenditure-q2.csv:undefined', 'BCF3411 ledgers/expenditure-q2.csv:4']);
    expect(diagnostics[0]?.message).toContain(
      '2 rows of ledgers/expenditure-q1.csv again, £2,469.12 in all, and 1 not',
    );
    expect(opened).toBeUndefined();
  });

  test('a few rows of another file are no repeat of it: each is wrong', async () => {
    const fund = await fieldFund(plain, {
      'ledgers/expenditure-q1.csv': text(rows.june, rows.juneAgain, rows.july),
      'ledgers/expenditure-q2.csv': text(rows.june, rows.october, row('03/10/2015', '1.00', 'R6')),
    });
    expect((await openedField(fund)).said).toEqual(['BCF3411 ledgers/expenditure-q2.csv:2']);
  });

  test('a row that its own file has twice is wrong, whatever the file repeats', async () => {
    const fund = await fieldFund(plain, {
      'ledgers/expenditure-q1.csv': text(rows.june, rows.juneAgain),
      'ledgers/expenditure-q2.csv': text(rows.june, rows.juneAgain, rows.june, rows.july),
    });
    expect((await openedField(fund)).said).toEqual([
      'BCF3071 ledgers/expenditure-q2.csv:undefined',
      'BCF3411 ledgers/expenditure-q2.csv:4',
    ]);
  });

  test('lines of a document keep their numbers', async () => {
    const document = (pounds: string) => row('12/06/2015', pounds, 'D1');
    const fund = await fieldFund([...plain, 'lines_of_a_document: numbered'], {
      'ledgers/expenditure-q1.csv': text(document('1.00'), document('2.00')),
      'ledgers/expenditure-q2.csv': text(document('1.00'), document('2.00'), document('7.00')),
    });
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([['BCF3071 ledgers/expenditure-q2.csv:undefined'], 1_000n]);
  });
});

describe('a closed quarter and an export of the year to date', () => {
  async function closedQ1(name: string): Promise<FundFolder> {
    const fund = await fieldFund(plain, { [`ledgers/expenditure-${name}.csv`]: text(rows.june, rows.juneAgain) });
    const { exitCode, stderr } = await close(fund, 'Q1', '--with-differences', 'nothing has come in yet');
    expect(exitCode, stderr).toBe(0);
    return fund;
  }

  test.each([
    ['q1', 'q2'],
    ['quarter', 'all'],
  ])('the rows that are closed in %s are not new in %s, and what is new can be closed', async (closed, later) => {
    const fund = await closedQ1(closed);
    await fund.write(`ledgers/expenditure-${later}.csv`, text(rows.june, rows.juneAgain, rows.july));
    const { result, diagnostics } = await verified(fund);
    expect(diagnostics.filter(({ code }) => code.startsWith('BCF26'))).toEqual([]);
    expect([result.rows, result.conclusion.verified]).toEqual([[], true]);
    const { exitCode, stderr } = await close(fund, 'Q2', '--with-differences', 'nothing has come in yet');
    expect(exitCode, stderr).toBe(0);
    const { closedWith } = JSON.parse(await fund.read('closes/0002.json'));
    const texts = closedWith.ledgers.flatMap((ledger: { rows: [number, string][] }) =>
      ledger.rows.map(([, one]) => one),
    );
    expect(texts).toEqual([rows.july]);
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
  });

  test('the later file may take the place of the earlier one', async () => {
    const fund = await closedQ1('q1');
    await fund.write('ledgers/expenditure-q2.csv', text(rows.june, rows.juneAgain, rows.july));
    await fund.remove('ledgers/expenditure-q1.csv');
    const { result } = await verified(fund);
    expect([result.rows, result.conclusion.verified]).toEqual([[], true]);
  });
});

describe('rows without references', () => {
  const described = [
    'files: ledgers/expenditure*.csv',
    'unit: pounds',
    'reference: none',
    'columns: { date: Date, amount: Net, note: Supplier }',
    'constants: { schedule: ICB1, applied_by: COUNCIL, heading: adult-social-care, source: nhs-minimum }',
  ];
  const bare = (...lines: readonly string[]) => `${['Date,Supplier,Net', ...lines].join('\n')}\n`;

  test('07c-no-reference: two that are alike are two payments', async () => {
    const fund = await fieldFund(described, {
      'ledgers/expenditure-a.csv': bare(
        '12/06/2015,Care Ltd,10.00',
        '12/06/2015,Care Ltd,10.00',
        '13/06/2015,Care Ltd,5',
      ),
    });
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 2_500n]);
  });

  test('a file that has all of another’s counts what is more in it', async () => {
    const fund = await fieldFund(described, {
      'ledgers/expenditure-a.csv': bare('12/06/2015,Care Ltd,10.00', '13/06/2015,Care Ltd,5'),
      'ledgers/expenditure-b.csv': bare(
        '12/06/2015,Care Ltd,10.00',
        '13/06/2015,Care Ltd,5',
        '12/06/2015,Care Ltd,10.00',
      ),
    });
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([['BCF3071 ledgers/expenditure-b.csv:undefined'], 2_500n]);
  });

  test.each([
    ['a', 'b'],
    ['b', 'a'],
  ])(
    'a file of one row is no other again: its row in %s may be another payment than that in %s',
    async (long, short) => {
      const fund = await fieldFund(described, {
        [`ledgers/expenditure-${long}.csv`]: bare('12/06/2015,Care Ltd,10.00', '30/06/2015,Care Ltd,5'),
        [`ledgers/expenditure-${short}.csv`]: bare('30/06/2015,Care Ltd,5'),
      });
      const { said, fund: opened } = await openedField(fund);
      const line = long === 'b' ? 3 : 2;
      expect([said, opened]).toEqual([[`BCF3073 ledgers/expenditure-b.csv:${line}`], undefined]);
    },
  );

  test('one row of another file may be the same payment, and is refused', async () => {
    const fund = await fieldFund(described, {
      'ledgers/expenditure-a.csv': bare('12/06/2015,Care Ltd,10.00', '30/06/2015,Care Ltd,5', '29/06/2015,Care Ltd,5'),
      'ledgers/expenditure-b.csv': bare('30/06/2015,Care Ltd,5', '01/07/2015,Care Ltd,6', '02/07/2015,Care Ltd,7'),
    });
    expect((await openedField(fund)).said).toEqual(['BCF3073 ledgers/expenditure-b.csv:2']);
  });

  test('a block that comes again in one file is told, and counts', async () => {
    const block = ['12/06/2015,Care Ltd,10.00', '13/06/2015,Care Ltd,5', '14/06/2015,Home Ltd,6'];
    const fund = await fieldFund(described, {
      'ledgers/expenditure-a.csv': bare(...block, '20/06/2015,X,1', ...block),
    });
    const { said, diagnostics, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([['BCF3074 ledgers/expenditure-a.csv:6'], 4_300n]);
    expect(diagnostics[0]?.message).toBe(
      'lines 6 to 8 say what lines 2 to 4 say, row for row: 3 rows, £21.00, that count',
    );
  });

  test('a close keeps every one of rows that are alike', async () => {
    const twice = ['12/06/2015,Care Ltd,10.00', '12/06/2015,Care Ltd,10.00'];
    const fund = await fieldFund(described, { 'ledgers/expenditure-a.csv': bare(...twice) });
    expect((await close(fund, 'Q1', '--with-differences', 'nothing has come in yet')).exitCode).toBe(0);
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
    await fund.write('ledgers/expenditure-a.csv', bare(...twice.slice(1)));
    const { result } = await verified(fund);
    expect(result.rows.map(({ change }) => change)).toEqual(['vanished']);
  });
});
