import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { figuresDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, temporaryFolder, yearEndCase } from '../support/fund-folder.js';

const ends = { Q1: '2015-07-10', Q2: '2015-10-10', Q3: '2016-01-10', Q4: '2016-04-10', year: '2016-04-11' };

/** A folder with a closed year in `last`, and in `next` the year that follows, with the same money paid and spent. */
async function twoYears(name = 'unspent-carried-forward'): Promise<string> {
  const cwd = await temporaryFolder();
  await cp(yearEndCase(name), join(cwd, 'last'), { recursive: true });
  if (name === 'variances-paid') await markSettled(new FundFolder(join(cwd, 'last')));
  const done = async (...argv: readonly string[]) => {
    const { exitCode, stderr } = await bcf([...argv], { cwd });
    expect(exitCode, stderr).toBe(0);
  };
  for (const [what, on] of Object.entries(ends)) {
    const accepted = what === 'year' ? [] : ['--with-differences', 'one overspend'];
    await done('close', what, 'last', '--by', 'A. Smith', '--on', on, ...accepted);
  }
  await done('init', 'next', '--from', 'last');
  const [last, next] = [new FundFolder(join(cwd, 'last')), new FundFolder(join(cwd, 'next'))];
  for (const ledger of ['contributions', 'expenditure']) {
    const text = await last.read(`ledgers/${ledger}.csv`);
    await next.write(`ledgers/${ledger}.csv`, text.replaceAll('2016-', '2017-').replaceAll('2015-', '2016-'));
  }
  return cwd;
}

async function markSettled(last: FundFolder): Promise<void> {
  const isOfVariance = (row: string) => /-(OVR|UND),/.test(row);
  await last.addColumn('ledgers/contributions.csv', 'for', (row) => (isOfVariance(row) ? 'variance' : ''));
}

async function named(cwd: string, ...argv: readonly string[]): Promise<Map<string, string>> {
  const { stdout } = await bcf(['report', 'annual', ...argv, '--names', '--json'], { cwd });
  const { result } = figuresDocumentSchema.parse(JSON.parse(stdout));
  return new Map(result?.figures.map(({ name, amount }) => [name, amount]));
}

describe('the year before beside the annual return', () => {
  test('is what last year’s own return says, figure by figure, and leads to its rows', async () => {
    const cwd = await twoYears();
    const own = await named(cwd, 'last');
    const both = await named(cwd, 'next', '--last-year', 'last');
    const before = [...both].filter(([name]) => name.startsWith('report.last-year.'));
    expect(before.length).toBeGreaterThan(20);
    for (const [name, amount] of before) {
      const same = own.get(name.replace('.last-year.', '.'));
      if (same !== undefined) expect([name, amount]).toEqual([name, same]);
    }
    expect(both.get('report.last-year.accrued[partner=A1].to-date')).toBe('1000000.00');
    const { stdout } = await bcf(['trace', 'report.last-year.bodies[A1].to-date', 'next', 'last'], { cwd });
    expect(stdout).toMatch(/830,000\.00 {2}Spent by Alpha CCG to date\n[\s\S]*ledgers\/expenditure\.csv:\d+ {2}2015-/);
  });

  test('who was there then and is no more has a line', async () => {
    const cwd = await twoYears();
    const next = new FundFolder(join(cwd, 'next'));
    const rows = (await next.read('ledgers/expenditure.csv')).split('\n').filter((row) => !row.includes(',CC,sc,'));
    await next.write('ledgers/expenditure.csv', rows.join('\n'));
    const { stdout } = await bcf(['report', 'annual', 'next', '--last-year', 'last'], { cwd });
    expect(stdout).toMatch(/\nCC {2,}390,000\.00\n/);
    expect(stdout).toMatch(/\nTotal .* 1,700,000\.00 +2,090,000\.00\n/);
  });

  test('who came after others has what they had together', async () => {
    const cwd = await twoYears();
    const next = new FundFolder(join(cwd, 'next'));
    const agreement = (await next.read('agreement.yaml'))
      .replace(/\n.*code: B1, scheme.*\n/, '\n')
      .replace('[A1, B1]', '[A1]')
      .replace(/\n.*partner: B1, source: min, amount: 1000000 .*\n/, '\n')
      .replace('partner: A1, source: min, amount: 1000000', 'partner: A1, source: min, amount: 2000000');
    await next.write('agreement.yaml', `${agreement}successors:\n  - { code: B1, successor: A1 }\n`);
    for (const file of ['plan.csv', 'ledgers/contributions.csv', 'ledgers/expenditure.csv', 'ledgers/opening.csv']) {
      const rows = (await next.read(file)).split('\n');
      await next.write(file, rows.filter((row) => !row.includes('B1')).join('\n'));
    }
    const { stdout } = await bcf(['report', 'annual', 'next', '--last-year', 'last'], { cwd });
    expect(stdout).toMatch(/\nAlpha CCG .* 2,000,000\.00\n/);
    expect(stdout).not.toMatch(/\nBeta CCG /);
    expect(stdout).toMatch(/Beside it: spent by it out of the pool +830,000\.00 +1,605,000\.00\n/);
  });

  test('adds up in each body’s note, though this year has nothing of a line', async () => {
    const cwd = await twoYears('variances-paid');
    const next = new FundFolder(join(cwd, 'next'));
    const without = async (ledger: string, isGone: RegExp) => {
      const rows = (await next.read(ledger)).split('\n').filter((row) => !isGone.test(row));
      await next.write(ledger, rows.join('\n'));
    };
    await without('ledgers/contributions.csv', /-(OVR|UND),/);
    await without('ledgers/expenditure.csv', /,A1,CC,sc,/);
    const { stdout } = await bcf(['report', 'annual', 'next', '--last-year', 'last'], { cwd });
    const note = /Income and expenditure of Alpha CCG\n([\s\S]*?)\n\n/.exec(stdout)?.[1] ?? '';
    expect(note).toMatch(/\nSocial care, revenue {2,}200,000\.00\n/);
    expect(note).toMatch(/\nSettled {2,}0\.00 {2,}30,000\.00\n/);
  });

  test('goes with the annual return alone, and its figures with its folder', async () => {
    const cwd = await twoYears();
    const quarterly = await bcf(['report', 'quarterly', 'next', '--last-year', 'last'], { cwd });
    expect([quarterly.exitCode, quarterly.stderr]).toEqual([
      2,
      expect.stringContaining('--last-year goes with annual'),
    ]);
    const nowhere = await bcf(['report', 'annual', 'next', '--last-year', 'nowhere'], { cwd });
    expect([nowhere.exitCode, nowhere.stderr]).toEqual([2, expect.stringContaining('there is no folder nowhere')]);
    const alone = await bcf(['trace', 'report.last-year.bodies[A1].to-date', 'next'], { cwd });
    expect([alone.exitCode, alone.stderr]).toEqual([2, expect.stringContaining('bcf trace FIGURE FUND LAST-YEAR')]);
  });
});
