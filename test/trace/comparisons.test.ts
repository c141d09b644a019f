import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { type Dimension, dimensions } from '../../src/statement/comparison-schema.js';
import { figureListSchema } from '../../src/statement/figure-list-schema.js';
import { traceResultSchema } from '../../src/statement/trace-schema.js';
import { askedFigure } from '../../src/trace/asked-figure.js';
import { explainDiff } from '../../src/trace/comparisons.js';
import type { DocumentFigures } from '../../src/trace/document-figures.js';
import { documentOf, outlineOf, wantRows } from '../../src/trace/outline.js';
import { PostedRows } from '../../src/trace/posted-rows.js';
import { cut } from '../../src/trace/tree.js';
import { opened } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';
import { addsUp, everyFigure } from '../support/traced-trees.js';

const year = fixture('kent-2015-16-illustrative');
const kent = fixture('kent-2015-16');
const errors = fileURLToPath(new URL('../errors', import.meta.url));

async function fundIn(folder: string): Promise<Fund> {
  const { fund } = await openFund(folder);
  if (fund === undefined) throw new Error(`${folder} cannot be read`);
  return fund;
}

interface Sides {
  readonly by: Dimension;
  readonly from?: string;
  readonly to?: string;
}

function explained(fund: Fund, sides: Sides, against?: Fund): DocumentFigures | undefined {
  const codes = new Map(Object.entries({ ...sides }));
  return explainDiff({ fund, against, asAt: undefined, codes }).all;
}

/** Of which trees are read down to the rows: each kind of side once. */
function isReadWhole(from: string, to: string): boolean {
  return [from, to].some((side) => ['forecast@Q3', 'actual@Q4', 'Q1'].includes(side));
}

/** Every pair of sides that somebody compares in a year. */
const pairs = [
  ...quarters.map((quarter) => ['plan', `forecast@${quarter}`] as const),
  ...quarters.map((quarter) => ['plan', `actual@${quarter}`] as const),
  ['plan', 'plan'],
  ['plan', 'Q2'],
  ['actual@Q1', 'actual@Q2'],
  ['Q1', 'Q2'],
  ['forecast@Q1', 'forecast@Q2'],
  ['forecast@Q2', 'actual@Q4'],
] as const;

describe('every figure of a comparison has a trace that comes to it, and a tree down to the rows', () => {
  test.each(dimensions)('the illustrative year by %s', async (by) => {
    const fund = await fundIn(year);
    const trees = pairs.flatMap(([from, to]) => {
      const all = explained(fund, { by, from, to });
      if (all === undefined) throw new Error(`${from} and ${to} cannot be compared`);
      expect(everyFigure(all)).toBeGreaterThan(15);
      return isReadWhole(from, to) ? all.names.map((name) => outlineOf(cut(all.node(name), 99), fund.agreement)) : [];
    });
    const rows = { first: new PostedRows(3) };
    for (const tree of trees) wantRows(tree, rows);
    await openFund(year, year, [], rows.first.watch);
    const looked = trees.reduce((count, tree) => count + addsUp(documentOf(tree, rows)), 0);
    expect(looked).toBeGreaterThan(trees.length * 2);
  });

  test.each(dimensions)('two funds by %s: the rows of each are its own', async (by) => {
    const fund = await fundIn(kent);
    const against = await fundIn(year);
    const trees = [{}, { from: 'plan', to: 'actual@Q3' }, { to: 'Q2' }].flatMap((sides) => {
      const all = explained(fund, { by, ...sides }, against);
      if (all === undefined) throw new Error('the funds cannot be compared');
      expect(everyFigure(all)).toBeGreaterThan(15);
      return all.names.map((name) => outlineOf(cut(all.node(name), 99), fund.agreement));
    });
    const rows = {
      first: new PostedRows(3, (file) => `before/${file}`),
      second: new PostedRows(3, (file) => `after/${file}`),
    };
    for (const tree of trees) wantRows(tree, rows);
    await openFund(kent, kent, [], rows.first.watch);
    await openFund(year, year, [], rows.second.watch);
    const documents = trees.map((tree) => documentOf(tree, rows));
    for (const document of documents) addsUp(document);
    const change = documents.find(({ name }) => name?.endsWith('funds=two].totals.change'));
    expect(JSON.stringify(change)).toContain('"file":"before/');
    expect(JSON.stringify(change)).toContain('"file":"after/');
  });

  test('generated funds: refunds, spending that no plan foresaw, forecasts that lack a line', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        smallFunds,
        fc.constantFrom(...dimensions),
        fc.constantFrom(...pairs, [undefined, undefined]),
        async (small, by, [from, to]) => {
          const { fund } = await opened(small);
          if (fund === undefined) throw new Error('a generated fund cannot be read');
          const all = explained(fund, { by, ...(from && { from }), ...(to && { to }) });
          if (all !== undefined) compared += everyFigure(all);
        },
      ),
      { seed: 20_150_128, numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });

  test('generated funds, one against another', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, smallFunds, fc.constantFrom(...dimensions), async (one, other, by) => {
        const [first, second] = [await opened(one), await opened(other)];
        if (first.fund === undefined || second.fund === undefined) throw new Error('a generated fund cannot be read');
        const all = explained(first.fund, { by }, second.fund);
        expect(all === undefined ? 0 : everyFigure(all)).toBeGreaterThan(0);
      }),
      { seed: 20_150_128, numRuns: 60 },
    );
  });
});

describe('partners that became one', () => {
  test('are both terms of their successor', async () => {
    const folder = await temporaryFolder();
    // The example of two schemes with one code: two CCGs, and a later fund with their successor.
    for (const example of ['base', 'BCF0018/fund']) await cp(join(errors, example), folder, { recursive: true });
    const [fund, later] = [await fundIn(folder), await fundIn(join(folder, 'later'))];
    const all = explained(fund, { by: 'partner' }, later);
    if (all === undefined) throw new Error('the funds cannot be compared');
    expect(everyFigure(all)).toBeGreaterThan(15);
    const { terms } = all.node('diff[by=partner;from=plan;to=plan;funds=two].lines[line=99Z].from');
    expect(terms.map(({ figure }) => [figure.what, figure.amount])).toEqual([
      ['North CCG', 300_000n],
      ['South CCG', 200_000n],
    ]);
  });

  test('and so are the schemes of one, which keep their codes', async () => {
    const after = await FundFolder.copyOf('kent-2015-16');
    for (const file of ['agreement.yaml', 'plan.csv', 'schemes.csv']) {
      const text = await after.read(file);
      await after.write(file, text.replace(/, successor: 91Q/g, '').replace(/\b09C\b(?!-)/g, '91Q'));
    }
    const all = explained(await fundIn(kent), { by: 'scheme' }, await fundIn(after.path));
    if (all === undefined) throw new Error('the funds cannot be compared');
    expect(everyFigure(all)).toBeGreaterThan(15);
    const { terms } = all.node('diff[by=scheme;from=plan;to=plan;funds=two].lines[line=91Q/09C-S01].from');
    expect(terms.map(({ figure }) => figure.what)).toEqual(['Ashford CCG']);
  });
});

describe('a name that is copied', () => {
  test.each([
    ['--as-at', 'Q2'],
    ['--from', 'Q1', '--to', 'Q2', '--by', 'locality'],
    ['--to', 'actual', '--as-at', 'q3', '--by', 'scheme'],
  ])('comes to the amount that stands beside it, whatever quarter is asked for: %s %s', async (...flags) => {
    const { stdout } = await bcf(['diff', year, ...flags, '--names', '--json']);
    const { figures } = figureListSchema.parse(JSON.parse(stdout).result);
    const fund = await fundIn(year);
    for (const { name, amount } of figures.filter((_, index) => index % 7 === 0)) {
      const { node } = askedFigure(name, { fund, against: undefined, asAt: 'Q4' });
      expect(node?.name).toBe(name);
      expect(Number(node?.amount) / (node?.unit === 'number' ? 1 : 100), name).toBe(Number(amount));
    }
  });

  test('a percent is said to the decimal that it is rounded to', async () => {
    const { stdout } = await bcf(['trace', 'diff[to=forecast@Q2].lines[performance].share', year, '--json']);
    const { trace, fund } = traceResultSchema.parse(JSON.parse(stdout).result);
    expect(trace.amount).toMatch(/^\d+\.\d$/);
    expect(fund.asAt).toBe('Q2');
  });

  test('codes may be left out, and stand without their keys', async () => {
    const fund = await fundIn(year);
    const name = (figure: string, against?: Fund) => askedFigure(figure, { fund, against, asAt: 'Q2' }).node?.name;
    const line = '.lines[line=care-act].change';
    expect(name('diff.lines[care-act].change')).toBe(`diff[by=heading;from=plan;to=forecast@Q2]${line}`);
    expect(name('Diff[ Heading ; TO = Actual ].lines[care-act].change')).toBe(
      `diff[by=heading;from=plan;to=actual@Q2]${line}`,
    );
    expect(name('diff.lines[care-act].change', await fundIn(kent))).toBe(
      `diff[by=heading;from=plan;to=plan;funds=two]${line}`,
    );
  });

  test.each([
    [['diff[by=colour].totals.change', year], 'BCF0026'],
    [['diff[red].totals.change', year], 'BCF0026'],
    [['diff[to=budget].totals.change', year], 'BCF0011'],
    [['diff[to=actual@Q1].totals.change', kent], 'BCF0013'],
    [['diff[funds=two].totals.change', year], 'BCF0027'],
    [['diff.totals.chance', year], 'BCF0020'],
    [['flow-of-funds.totals.balance.plan', kent, year], 'BCF0002'],
    [['65,536.84', kent, year], 'BCF0002'],
    [['--from', 'plan.csv:2', kent, year, year], 'BCF0002'],
  ])('%j is refused with %s', async (args, code) => {
    const { stdout, stderr, exitCode } = await bcf(['trace', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`[${code}]`);
  });
});

describe('of two funds', () => {
  test('each row stands under the folder that it is in, the same folder twice too', async () => {
    const figure = 'diff[by=heading;from=plan;to=plan;funds=two].lines[line=care-act].change';
    const { stdout } = await bcf(['trace', figure, 'kent-2015-16', 'kent-2015-16-illustrative', '--depth', 'all'], {
      cwd: fixture(''),
    });
    expect(stdout).toContain('kent-2015-16/plan.csv:');
    expect(stdout).toContain('kent-2015-16-illustrative/plan.csv:');
    const twice = await bcf(['trace', 'diff[from=actual@Q1;to=actual@Q2].totals.change', year, year, '--depth', 'all']);
    expect([twice.exitCode, twice.stderr]).toEqual([0, '']);
  });

  test('what is wrong in the second is said with its folder and its line', async () => {
    const twice = await FundFolder.copyOf('kent-2015-16');
    await twice.append('schemes.csv', '10A,10A-S01,Once more,,0\n');
    const { stderr, exitCode } = await bcf(['trace', 'diff.totals.change', kent, twice.path]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${twice.path.replace(/^\//, '')}/schemes.csv:73`);
    expect(stderr).toContain('10A,10A-S01,Once more');
  });
});
