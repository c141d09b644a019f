import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportDocumentSchema } from '../../src/statement/document-schema.js';
import { paperNames } from '../../src/statement/paper-schema.js';
import { reportFigures } from '../../src/statement/report-figures.js';
import { paperOf } from '../../src/tables/papers/paper.js';
import { opened } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { amountsIn, penceOf } from '../support/amounts.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';

async function paperOfFund(paper: string, folder: string, ...flags: readonly string[]) {
  const { stdout, stderr } = await bcf(['report', paper, folder, '--json', ...flags]);
  const { result } = reportDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(stderr);
  return result.paper;
}

describe('papers of any fund', () => {
  test('on generated funds every paper comes to the reconciliation, or is not printed at all', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, fc.constantFrom(...quarters), async (fund, asAt) => {
        const { fund: read } = await opened(fund);
        if (read === undefined) throw new Error('the fund cannot be used');
        const { figures } = reportFigures(read, asAt);
        for (const name of paperNames) paperOf(name, figures);
        const { returnLines, shares, statement } = figures;
        for (const { quarters: own, annual, basis } of returnLines) {
          if (annual === undefined) continue;
          const known = own.flatMap((amount) => (amount === undefined ? [] : [penceOf(amount)]));
          expect(known.reduce((a, b) => a + b, 0n)).toBe(penceOf(annual));
          if (basis !== 'actual') expect(known).toHaveLength(4);
        }
        for (const { comment, difference } of returnLines) {
          expect(comment === '').toBe(difference === '0.00');
          expect(comment).not.toContain('not explained');
        }
        const net = statement.flowOfFunds.totals.difference.actual ?? '0.00';
        expect(shares.reduce((sum, { share }) => sum + penceOf(share), 0n)).toBe(penceOf(net));
        expect(shares.reduce((sum, { moved }) => sum + penceOf(moved), 0n)).toBe(0n);
      }),
      { seed: 20_150_401, numRuns: 60 },
    );
  });

  test.each(paperNames)('%s of a plan alone says so and invents nothing', async (name) => {
    const { stdout, stderr, exitCode } = await bcf(['report', name, fixture('kent-2015-16')]);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toContain('Plan only: no receipts or spending in this folder');
  });
});

describe('the pro-forma', () => {
  test('the sixteen lines in their order; what no mapping names is shown as not mapped', async () => {
    const kent = await paperOfFund('pro-forma', fixture('kent-2015-16'));
    const labels = kent.pages[0]?.tables[0]?.rows.map(({ cells }) => (cells[0]?.kind === 'text' ? cells[0].text : ''));
    expect(labels).toHaveLength(18);
    expect(labels?.slice(-2)).toEqual(['Not mapped to a line', 'Overall totals']);
    expect(kent.conclusion).toBe('Plan £101,404,000.00; £101,404,000.00 of the plan not mapped to a line');
  });

  test('a scheme goes to one line, with its plan and all its spending, whatever heading that is under', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write('pro-forma.csv', 'line,schedule,scheme,heading\nBeds,10A,10A-01,\nAll else,,,schemes\n');
    const paper = await paperOfFund('pro-forma', fund.path, '--as-at', 'Q1');
    const row = (label: string) =>
      paper.pages[0]?.tables[0]?.rows.find(({ cells }) => cells[0]?.kind === 'text' && cells[0].text === label)?.cells;
    const { stdout } = await bcf(['reconcile', fund.path, '--as-at', 'Q1', '--json']);
    expect(JSON.parse(stdout).result.flowOfFunds.totals.applications.plan).toBe('101404000.00');
    expect(row('Beds')?.[1]).toEqual({ kind: 'money', unit: '£', pounds: '3189000.00' });
    // KCC spends Care Act money under this scheme too; it is on the scheme’s line, not on that of a heading.
    const lines = (await fund.read('ledgers/expenditure-10a.csv')).split('\n').filter((line) => /,10A-01,/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(amountsIn(paper.conclusion)[0]).toBe(10_140_400_000n);
  });

  test('a mapping of what is not there is refused at its cell', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write(
      'pro-forma.csv',
      'line,schedule,scheme,heading\nBeds,10A,10A-99,\nBeds,,,schemas\nBeds,10A,10A-01,\nX,10A,10A-01,\n',
    );
    const { stderr, exitCode } = await bcf(['report', 'pro-forma', fund.path]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('pro-forma.csv:2, column C (scheme)');
    expect(stderr).toContain('did you mean “schemes”?');
    expect(stderr).toContain('pro-forma.csv:4');
  });
});

describe('the annual return', () => {
  test('an overspend by KCC on a CCG’s schedule is KCC’s share, not the CCG’s (R4)', async () => {
    const paper = await paperOfFund('annual', fixture('kent-2015-16-illustrative'));
    const shares = paper.pages[0]?.tables
      .at(-1)
      ?.rows.map(({ cells }) =>
        cells.map((cell) => (cell.kind === 'money' ? cell.pounds : cell.kind === 'text' ? cell.text : '')),
      );
    expect(shares?.find(([label]) => label === 'West Kent CCG')?.slice(3, 6)).toEqual([
      '40118.40',
      '-40118.40',
      '0.00',
    ]);
    expect(shares?.find(([label]) => label === 'KCC')?.slice(4)).toEqual(['40118.40', '371904.52', '331786.12']);
  });
});
