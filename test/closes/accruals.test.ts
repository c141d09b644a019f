import { expect, test } from 'vitest';
import { close, verified } from '../support/closing.js';
import { FundFolder } from '../support/fund-folder.js';

const file = 'ledgers/expenditure.csv';

async function closedToQ3(): Promise<FundFolder> {
  const fund = await FundFolder.copyOf('accruals-2015-16');
  for (const quarter of ['Q1', 'Q2', 'Q3'] as const) {
    const { exitCode, stderr } = await close(fund, quarter);
    expect(exitCode, stderr).toBe(0);
  }
  return fund;
}

test('a closed accrual stays one, and its reversal in an open quarter is an adjustment of it', async () => {
  const { result } = await verified(await closedToQ3());
  expect(result.conclusion.verified).toBe(true);
  expect(result.adjustments).toMatchObject([{ reference: 'B1-A1R', adjusts: 'B1-A1', adjustsQuarter: 'Q3' }]);
});

test.each([
  ['no accrual any more', ',December nursing,,accrual,', ',December nursing,,,'],
  ['an item of another year', '2014/15:A1-P13,,Alpha', '2013/14:A1-P13,,Alpha'],
  ['delivered by somebody else', 'Alpha Home Care', 'Omega Home Care'],
])('a closed row that is %s is changed', async (_what, was, now) => {
  const fund = await closedToQ3();
  // What reverses it would be refused first.
  if (was.includes('accrual')) await fund.edit(file, 'B1-A1,reversal,', ',,');
  await fund.edit(file, was, now);
  expect((await verified(fund)).result.conclusion.verified).toBe(false);
});

test('a record of rows without the new columns is held to rows with them, left blank', async () => {
  const fund = await FundFolder.copyOf('accruals-2015-16');
  const cut = (text: string) => text.replace(/,[^,\n]*,[^,\n]*,[^,\n]*$/gm, '');
  const whole = (await fund.read(file)).split('\n').filter((line) => !/A1-R1|B1-A1R/.test(line));
  await fund.write(file, cut(whole.join('\n')));
  for (const quarter of ['Q1', 'Q2', 'Q3'] as const) expect((await close(fund, quarter)).exitCode).toBe(0);
  const blank = cut(whole.slice(1).join('\n')).replace(/$/gm, ',,,').replace(/^,,,$/gm, '');
  await fund.write(file, `${whole[0]}\n${blank}`);
  expect((await verified(fund)).result.conclusion.verified).toBe(true);
});
