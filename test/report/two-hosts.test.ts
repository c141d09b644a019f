import { describe, expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { figuresDocumentSchema, reportDocumentSchema } from '../../src/statement/document-schema.js';
import type { Page } from '../../src/statement/paper-schema.js';
import { reportFigures } from '../../src/statement/report-figures.js';
import { explainPapers } from '../../src/trace/explain-all.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { everyFigure } from '../support/traced-trees.js';
import { twoPools } from '../support/two-pools.js';

const rules = `rules:
  - { id: balance, kind: balance, clause: para 1 }
  - { id: own, kind: variance, clause: para 2, policy: responsible-body }
`;
const receipts = 'date,partner,source,heading,pool,amount (£),reference,note\n';
const spent = 'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note\n';

/** Both pools have receipts and spending in the first two quarters, and something brought forward. */
const files = {
  'agreement.yaml': `${twoPools}${rules}`,
  'plan.csv': `contributor,source,heading,applied_by,amount (£),provenance
01A,minimum,care,CC,100,stated
01A,minimum,beds,CC,100,stated
02B,minimum,beds,CC,200,stated
`,
  'ledgers/opening.csv': 'pool,source,heading,partner,amount (£)\nmain,minimum,,01A,7\nsecond,minimum,,02B,11\n',
  'ledgers/contributions.csv': `${receipts}2015-04-01,01A,minimum,,main,25,R1,
2015-04-01,01A,minimum,,second,26,R2,
2015-04-01,02B,minimum,,second,50,R3,
2015-07-01,01A,minimum,,main,27,R4,
2015-07-01,02B,minimum,,second,51,R5,
`,
  'ledgers/expenditure.csv': `${spent}2015-06-01,01A,CC,care,minimum,,,20,E1,
2015-06-01,02B,CC,beds,minimum,,,31,E2,
2015-09-01,01A,CC,care,minimum,,,22.5,E3,
2015-09-01,01A,CC,beds,minimum,,,33,E4,
`,
};

async function pagesOf({ path }: FundFolder, paper = 'quarterly', ...flags: readonly string[]): Promise<Page[]> {
  const { stdout, stderr } = await bcf(['report', paper, path, '--as-at', 'Q2', '--json', ...flags]);
  const { result } = reportDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(stderr);
  return result.paper.pages;
}

function linesOf(page: Page | undefined, table: string): string[][] {
  const rows = page?.tables.find(({ title }) => title === table)?.rows ?? [];
  return rows.map(({ cells }) =>
    cells.map((cell) => (cell.kind === 'money' ? (cell.pounds ?? '') : String(Reflect.get(cell, 'text')))),
  );
}

describe('a fund of two hosts has a quarterly report of each, pool by pool', () => {
  test('one page a host with the rows of its own pool, and then all together', async () => {
    const [north, south, whole] = await pagesOf(await FundFolder.of(files));
    expect([north?.title, south?.title, whole?.title]).toEqual([
      'Report of the pool manager of Council: Main',
      'Report of the pool manager of North: Second',
      'Income and expenditure of all pools',
    ]);
    expect(linesOf(north, 'Main: income')).toEqual([
      ['North, CCG minimum', '100.00', '27.00', '52.00', ''],
      ['Total', '100.00', '27.00', '52.00', ''],
    ]);
    expect(linesOf(north, 'Main: expenditure')).toEqual([
      ['Care', '100.00', '22.50', '42.50', ''],
      ['Total', '100.00', '22.50', '42.50', ''],
    ]);
    expect(linesOf(north, 'Main: balance')).toEqual([
      ['Brought forward', '7.00', ''],
      ['Income', '52.00', ''],
      ['less expenditure', '42.50', ''],
      ['Balance', '16.50', ''],
    ]);
    expect(linesOf(south, 'Second: income')).toEqual([
      ['North, CCG minimum', '100.00', '0.00', '26.00', ''],
      ['South, CCG minimum', '200.00', '51.00', '101.00', ''],
      ['Total', '300.00', '51.00', '127.00', ''],
    ]);
    expect(linesOf(south, 'Second: expenditure')).toEqual([
      ['Beds', '300.00', '33.00', '64.00', ''],
      ['Total', '300.00', '33.00', '64.00', ''],
    ]);
    expect(linesOf(south, 'Second: balance').at(-1)).toEqual(['Balance', '74.00', '']);
    expect(linesOf(whole, 'Income')).toEqual([
      ['North, CCG minimum (Main)', '100.00', '27.00', '52.00', ''],
      ['North, CCG minimum (Second)', '100.00', '0.00', '26.00', ''],
      ['South, CCG minimum (Second)', '200.00', '51.00', '101.00', ''],
      ['Total', '400.00', '78.00', '179.00', ''],
    ]);
    expect(linesOf(whole, 'Expenditure').at(-1)).toEqual(['Total', '400.00', '55.50', '106.50', '']);
    expect(linesOf(whole, 'Balance of the fund').at(-1)).toEqual(['Balance', '90.50', '']);
  });

  test('each host signs for its own pools, and one of two pools has one page for both', async () => {
    const signed = async (fund: FundFolder) => linesOf((await pagesOf(fund)).at(-1), 'Signed by').map(([who]) => who);
    expect(await signed(await FundFolder.of(files))).toEqual([
      'Pool manager: Council (Main)',
      'Pool manager: North (Second)',
      'North',
      'South',
    ]);
    const one = await FundFolder.of(files);
    await one.edit('agreement.yaml', 'name: Second, host: 01A', 'name: Second, host: CC');
    expect((await signed(one))[0]).toBe('Pool manager: Council (Main, Second)');
    const [page, whole] = await pagesOf(one);
    expect(page?.title).toBe('Report of the pool manager of Council: Main, Second');
    expect(page?.tables.map(({ title }) => title)).toEqual(
      ['Main', 'Second'].flatMap((pool) => ['income', 'expenditure', 'balance'].map((part) => `${pool}: ${part}`)),
    );
    expect(whole?.title).toBe('Income and expenditure of all pools');
  });

  test('what is not known is blank, pool by pool', async () => {
    const fund = await FundFolder.of(files);
    await fund.remove('ledgers/contributions.csv');
    const [north] = await pagesOf(fund);
    expect(linesOf(north, 'Main: income')).toEqual([
      ['North, CCG minimum', '100.00', '', '', ''],
      ['Total', '100.00', '', '', ''],
    ]);
    expect(linesOf(north, 'Main: expenditure').at(-1)).toEqual(['Total', '100.00', '22.50', '42.50', '']);
    expect(linesOf(north, 'Main: balance').at(-1)).toEqual(['Balance', '', '']);
  });

  test('every amount of a pool has a name, and a trace that comes to it', async () => {
    const { path } = await FundFolder.of(files);
    const { stdout } = await bcf(['report', 'quarterly', path, '--as-at', 'Q2', '--names', '--json']);
    const named = figuresDocumentSchema.parse(JSON.parse(stdout)).result?.figures ?? [];
    const pools = named.filter(({ name }) => name.startsWith('report.pools[pool=second]'));
    expect(pools.map(({ name, amount }) => [name.replace('report.pools[pool=second].', ''), amount])).toEqual([
      ['income.quarters[quarter=Q2].amount', '51.00'],
      ['spending.quarters[quarter=Q2].amount', '33.00'],
      ['brought-forward.actual', '11.00'],
      ['balance.actual', '74.00'],
    ]);
    const { fund } = await openFund(path, path, ['pro-forma']);
    if (fund === undefined) throw new Error('the fund cannot be read');
    const { all } = explainPapers(fund, 'Q2');
    expect(
      everyFigure(
        all,
        all.names.filter((name) => name.startsWith('report.')),
      ),
    ).toBeGreaterThan(60);
  });

  test('a grant of one pool that is spent under a heading of the other stays in its own', async () => {
    const fund = await FundFolder.of(files);
    await fund.edit(
      'agreement.yaml',
      'headings:\n',
      'headings:\n  - { code: homes, name: Homes, nature: revenue, pool: main, applied_by: CC, allocation: 40 }\n',
    );
    await fund.edit('agreement.yaml', 'sources:\n', 'sources:\n  - { code: grant, name: Grant, nature: revenue }\n');
    await fund.edit(
      'agreement.yaml',
      'contributions:\n',
      'contributions:\n  - { partner: 01A, source: grant, pool: main, amount: 40 }\n',
    );
    await fund.edit(
      'agreement.yaml',
      'rules:\n',
      'rules:\n  - { id: fence, kind: ring-fence, clause: para 3, source: grant, heading: homes }\n',
    );
    await fund.edit('plan.csv', '01A,minimum,care', '01A,grant,homes,CC,40,stated\n01A,minimum,care');
    await fund.edit('ledgers/contributions.csv', receipts, `${receipts}2015-04-01,01A,grant,homes,main,40,R9,\n`);
    await fund.edit('ledgers/expenditure.csv', spent, `${spent}2015-06-01,01A,CC,beds,grant,,,5,E9,\n`);
    const [north, south, whole] = await pagesOf(fund);
    const crossed = 'Of it out of money of other pools, net';
    expect(linesOf(north, 'Main: balance').slice(-2)).toEqual([
      [crossed, '-5.00', ''],
      ['Balance', '51.50', ''],
    ]);
    expect(linesOf(south, 'Second: balance').slice(-2)).toEqual([
      [crossed, '5.00', ''],
      ['Balance', '74.00', ''],
    ]);
    expect(linesOf(whole, 'Balance of the fund').at(-1)).toEqual(['Balance', '125.50', '']);
    const { fund: read } = await openFund(fund.path, fund.path, ['pro-forma']);
    if (read === undefined) throw new Error('the fund cannot be read');
    const { all } = explainPapers(read, 'Q2');
    everyFigure(
      all,
      all.names.filter((name) => name.startsWith('report.')),
    );
  });
});

test('of one pool there is no page of a pool beside the fund’s own', async () => {
  const { fund } = await openFund(fixture('kent-2015-16-illustrative'), 'kent', ['pro-forma']);
  if (fund === undefined) throw new Error('the fund cannot be read');
  expect(reportFigures(fund, 'Q2').figures.pools).toEqual([]);
});
