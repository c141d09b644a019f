import { expect, test } from 'vitest';
import type { FundFolder } from '../support/fund-folder.js';
import { yearEnd } from '../support/year-end.js';

const ledger = 'ledgers/contributions.csv';

/** What is asked of the small year in which A1 is 30,000 over, and B1 20,000 under; neither is settled but by `rows`. */
async function asked(...rows: readonly string[]): Promise<string[]> {
  return questions('variances-paid', async (folder) => {
    const others = (await folder.read(ledger)).split('\n').filter((row) => !/A1-OVR|B1-UND/.test(row));
    await folder.write(ledger, others.join('\n'));
    await folder.addColumn(ledger, 'for', () => '');
    await folder.append(ledger, rows.map((row) => `${row}\n`).join(''));
  });
}

async function questions(name: string, change: (folder: FundFolder) => Promise<void>): Promise<string[]> {
  const printed = await (await yearEnd(name, change)).printed('reconcile');
  return printed.match(/(Alpha|Beta) CCG .*(?:do its receipts|does a negative row) settle it\?/g) ?? [];
}

test.each([
  ['as much as the overspend', '2016-03-30,A1,min,,30000,X,,', 'Alpha CCG (A1) has paid in £30,000.00'],
  ['a part of it', '2016-03-30,A1,min,,10000,X,,', 'Alpha CCG (A1) has paid in £10,000.00'],
  [
    'a part of the underspend',
    '2016-03-30,B1,min,,-5000,X,back,',
    'Beta CCG (B1) has been paid back, is £5,000.00 short',
  ],
])('%s is asked about', async (_, row, question) => {
  const [only = '', ...more] = await asked(row);
  expect([only.slice(0, question.length), more]).toEqual([question, []]);
});

test.each([
  ['the next year’s instalment, paid early', '2016-03-30,A1,min,,200000,X,,'],
  ['what says that it is an instalment', '2016-03-30,A1,min,,30000,X,,instalment Q4'],
  ['a refund that says so', '2016-03-30,B1,min,,-5000,X,entered twice,refund'],
  ['a refund of an instalment, of more than the underspend', '2016-03-30,B1,min,,-200000,X,to be paid again in April,'],
])('%s is not', async (_, row) => {
  expect(await asked(row)).toEqual([]);
});

test('performance money that was paid in and not earned is not', async () => {
  const said = await questions('performance-earned-and-unspent', async (folder) => {
    await folder.append(ledger, '2016-03-30,A1,min,perf,20000,X,\n');
    await folder.append('ledgers/expenditure.csv', '2016-03-20,A1,A1,sch,min,,,30000,A1sch5,\n');
  });
  expect(said).toEqual([]);
});
