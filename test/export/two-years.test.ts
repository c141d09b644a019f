import { expect, test } from 'vitest';
import { penceOf } from '../support/amounts.js';
import { fixture, temporaryFolder, yearEndCase } from '../support/fund-folder.js';
import { nextYearOf, onPlan, settling } from '../support/next-year.js';
import { statementOf } from '../support/reconciled.js';
import { balancesBy, exportedTo, faultOf, needsPrograms, programs } from './tools.js';

needsPrograms();

/** What a year comes to on accounts that begin so, as each program reckons it; every one must accept it. */
async function reckoned(fund: string): Promise<(accounts: RegExp) => readonly bigint[]> {
  const folder = await temporaryFolder();
  const found = await Promise.all(
    programs.map(async (program) => {
      const { file, exitCode, stderr } = await exportedTo(folder, program, fund, '--as-at', 'Q4');
      expect(exitCode, stderr).toBeLessThan(2);
      expect(await faultOf(program, file)).toBe('');
      return balancesBy(program, file);
    }),
  );
  return (accounts) =>
    found.map((balances) =>
      [...balances].reduce((total, [account, pence]) => total + (accounts.test(account) ? pence : 0n), 0n),
    );
}

test.each(['april-instalment', 'unspent-carried-forward', 'unspent-owed-back', 'pool-overdrawn'])(
  '%s: each program confirms both years, and what goes from one to the other',
  async (name) => {
    const last = yearEndCase(name);
    const next = await nextYearOf(last);
    await onPlan(next, settling(next.openings));
    const [before, after] = [await reckoned(last), await reckoned(next.folder.path)];
    const { fundBalance } = await statementOf(next.folder.path, '--as-at', 'Q4');
    const brought = penceOf(fundBalance?.broughtForward ?? '0.00');
    const each = (pence: bigint) => programs.map(() => pence);
    expect(before(/^Assets:Pool/)).toEqual(each(brought));
    expect(after(/^Equity:Brought-forward/)).toEqual(each(-brought));
    expect(after(/^Assets:Pool/)).toEqual(each(0n));
    // What was settled leaves nothing of the contributions and variances of last year.
    expect(after(/^Equity:Brought-forward:.*:(Contributions|Variance)(:Owed)?$|^Income:Settled:/)).toEqual(each(0n));
  },
);

test('Kent’s two years: each program confirms them, and that what is left open is all that was not settled', async () => {
  const [last, next] = ['2015-16', '2016-17'].map((year) => fixture(`kent-year-end/${year}`));
  if (last === undefined || next === undefined) throw new Error('two years are two');
  const [before, after] = [await reckoned(last), await reckoned(next)];
  const each = (pence: bigint) => programs.map(() => pence);
  expect(before(/^Assets:Pool/)).toEqual(each(-176_345_333n));
  expect(after(/^Equity:Brought-forward/)).toEqual(each(176_345_333n));
  expect(after(/^Assets:Pool/)).toEqual(each(42_303_551n));
  // Thanet's instalment came. Of the variances South Kent Coast's £23,418.65 was not paid, and Ashford's £31,515.20 was kept for it.
  expect(after(/^Equity:Brought-forward:.*:Contributions(:Owed)?$|^Income:Settled:Contribution:/)).toEqual(each(0n));
  expect(after(/^Equity:Brought-forward:.*:Variance(:Owed)?$|^Income:Settled:Variance:/)).toEqual(
    each(2_341_865n + 3_151_520n),
  );
});
