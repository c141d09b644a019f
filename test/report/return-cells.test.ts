import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import type { FundFolder } from '../support/fund-folder.js';
import { changedCase } from '../support/year-end.js';

/** A small year with rows of its second quarter beside its own. */
function withRows(ledger: 'contributions' | 'expenditure', ...rows: readonly string[]): Promise<string> {
  return changedCase('april-instalment', (folder: FundFolder) =>
    folder.append(`ledgers/${ledger}.csv`, rows.map((row) => `${row}\n`).join('')),
  );
}

async function returnOf(folder: string) {
  const { stdout, stderr, exitCode } = await bcf(['report', 'return', '.', '--as-at', 'Q2', '--format', 'csv'], {
    cwd: folder,
  });
  return { stdout, findings: stderr.match(/^error.*BCF2464.*$/gm) ?? [], exitCode };
}

describe('a quarter of the national return that is below nil', () => {
  test('says what its rows say of it, and is no finding', async () => {
    const folder = await withRows(
      'contributions',
      '2015-09-20,A1,min,,-900000,BACK-1,entered twice in April',
      '2015-09-21,A1,min,,-1000,BACK-2,rounding',
    );
    const { stdout, findings } = await returnOf(folder);
    expect(stdout).toContain('Comments, where a quarter is below nil');
    expect(stdout).toMatch(/"Income, actual, Q2",.*"£900,000\.00 back: entered twice in April .*-376000\.00/);
    expect(stdout).toMatch(/£1,000\.00 back: rounding \(ledgers\/contributions\.csv:\d+\)/);
    expect(findings).toEqual([]);
  });

  test('names the largest rows, and counts the others', async () => {
    const rows = [1, 2, 3, 4, 5].map((at) => `2015-09-20,A1,A1,sch,min,,,-${at}00000,BACK-${at},credit ${at}`);
    const { stdout } = await returnOf(await withRows('expenditure', ...rows));
    expect(stdout).toMatch(/credit 5 .*credit 4 .*credit 3 .*2 smaller rows more/s);
    expect(stdout).not.toContain('credit 2');
  });

  test('is a finding where it is to come: the forecast is less than what is booked', async () => {
    const folder = await changedCase('forecast-differs', async (fund) => {
      const rows = (await fund.read('ledgers/forecast.csv')).replaceAll(/Q4(?=,)/g, 'Q2');
      await fund.write('ledgers/forecast.csv', rows.replaceAll(/,\d+(,?)$/gm, ',1$1'));
    });
    const { findings, exitCode } = await returnOf(folder);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.join()).toContain('forecast expenditure of Q3, which is below nil');
    expect(exitCode).toBe(1);
  });
});

describe('a quarter of the national return above £100 million', () => {
  const most = (pence: string) => withRows('expenditure', `2015-09-20,A1,A1,sch,min,,,${pence},BIG,`);

  test.each([
    ['99475000.00', 0],
    ['99475000.01', 1],
  ])('%s more', async (amount, count) => {
    expect((await returnOf(await most(amount))).findings).toHaveLength(count);
  });

  test('stops the close of that quarter, and of no other', async () => {
    const folder = await most('100000000');
    const close = (quarter: string, ...more: readonly string[]) =>
      bcf(['close', quarter, '.', '--by', 'An officer', '--on', '2016-04-10', ...more], { cwd: folder });
    const reason = ['--with-differences', 'as it is'];
    expect((await close('Q1', ...reason)).stderr).not.toContain('BCF2464');
    const { stderr, exitCode } = await close('Q2');
    expect(stderr).toContain('error[BCF2464]: the national return has £');
    expect(exitCode).toBe(1);
    expect((await close('Q2', ...reason)).exitCode).toBe(0);
    expect((await close('Q3', ...reason)).stderr).not.toContain('BCF2464');
  });
});
