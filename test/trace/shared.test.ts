import { expect, test } from 'vitest';
import { touchedDocumentSchema, traceDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';
import { FundFolder } from '../support/fund-folder.js';
import { addsUp } from '../support/traced-trees.js';
import { twoPools } from '../support/two-pools.js';

const balance = '  - { id: balance, kind: balance, clause: para 1 }';
const spent = 'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note';
const planned = 'contributor,source,heading,applied_by,amount (£),provenance';

/** Care of North is £30.01 over, beds of South £120.01; North gives 100 and South 200 to the pool of beds, whose host is North. */
function overspent(policy: string): Promise<FundFolder> {
  return FundFolder.of({
    'agreement.yaml': `${twoPools}rules:\n${balance}\n  - { id: shared, kind: variance, clause: para 5, ${policy} }\n`,
    'plan.csv': `${planned}\n01A,minimum,care,CC,100,stated\n01A,minimum,beds,CC,100,stated\n02B,minimum,beds,CC,200,stated\n`,
    'ledgers/contributions.csv':
      'date,partner,source,heading,pool,amount (£),reference,note\n2015-05-01,01A,minimum,,main,100,C1,\n',
    'ledgers/expenditure.csv': `${spent}\n2015-05-01,02B,CC,beds,minimum,,,320.01,E1,\n2015-05-01,01A,CC,care,minimum,,,130.01,E2,\n2015-05-01,01A,CC,beds,minimum,,,100.00,E3,\n`,
  });
}

/** What `bcf trace` says of a figure: its amount, and what it is made of. */
async function traced({ path }: FundFolder, figure: string) {
  const { stdout, stderr, exitCode } = await bcf(['trace', figure, path, '--as-at', 'Q4', '--depth', '99', '--json']);
  expect(stderr).not.toContain('error');
  expect(exitCode).toBe(0);
  const { result } = traceDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(`no trace of ${figure}`);
  expect(addsUp(result.trace)).toBeGreaterThan(3);
  const parts = (result.trace.parts ?? []).map(({ what, amount }) => `${what}: ${amount}`);
  return { amount: result.trace.amount, parts };
}

const variance = 'Beds, spent by Council on the schedule of South: variance: 120.01';

test.each([
  {
    policy: 'policy: equal',
    north: '60.01',
    south: '60.00',
    weights: ['North: one of those who share alike: 1', 'South: one of those who share alike: 1'],
    all: '2',
  },
  {
    policy: 'policy: pro-rata',
    north: '40.00',
    south: '80.01',
    weights: ['North: its money at risk in the pool: 100.00', 'South: its money at risk in the pool: 200.00'],
    all: '300.00',
  },
  {
    policy: 'policy: fixed-shares, shares: [{ partner: 02B, percent: 75 }, { partner: 01A, percent: 25 }]',
    north: '30.00',
    south: '90.01',
    weights: ['North: its percent: 25.00', 'South: its percent: 75.00'],
    all: '100.00',
  },
  {
    policy: 'policy: capped, limit: 90, shared_by: equal',
    north: '84.01',
    south: '36.00',
    below: ['what is below the limit: 72.00'],
    lead: [
      'North: its part of the variance of Beds (South), below the limit: 36.00',
      variance,
      'what is below the limit: 72.00',
    ],
    weights: ['North: one of those who share alike: 1', 'South: one of those who share alike: 1'],
    all: '2',
  },
])('$policy: a share is explained by the variance, the weights and the limit, not by the other shares', async (one) => {
  const fund = await overspent(one.policy);
  for (const [partner, amount, weight = ''] of [
    ['01A', one.north, one.weights[0]],
    ['02B', one.south, one.weights[1]],
  ]) {
    const figure = `variances[schedule=02B;heading=beds;by=CC].borne-by[partner=${partner}].amount`;
    const shared = [variance, ...(one.below ?? []), weight, `All who share: their weights: ${one.all}`];
    // What is above the limit is the lead’s, who shares what is below it too.
    const parts = partner === '01A' && one.lead !== undefined ? one.lead : shared;
    expect(await traced(fund, figure)).toEqual({ amount, parts });
    const settled = `settlement.partners[pool=second;partner=${partner}].variance-shared`;
    expect((await traced(fund, settled)).amount).toBe(amount);
  }
  const { stdout, exitCode } = await bcf([
    'trace',
    '--from',
    'ledgers/expenditure.csv:2',
    fund.path,
    '--as-at',
    'Q4',
    '--json',
  ]);
  expect(exitCode).toBe(0);
  const names = touchedDocumentSchema.parse(JSON.parse(stdout)).result?.figures.map(({ name }) => name);
  expect(names).toContain('variances[schedule=02B;heading=beds;by=CC].borne-by[partner=01A].amount');
});

test('performance money of two sources is explained by the pot and by what each source plans for it', async () => {
  const agreement = twoPools
    .replace('\nheadings:', '\n  - { code: more, name: More, nature: revenue }\nheadings:')
    .replace('amount: 100 }', 'amount: 60 }\n  - { partner: 01A, source: more, pool: main, amount: 40 }');
  const fund = await FundFolder.of({
    'agreement.yaml': `${agreement}rules:\n${balance}\n  - { id: pay, kind: performance-payment, clause: para 4, heading: care }\n`,
    'plan.csv': `${planned}\n01A,minimum,care,CC,60,stated\n01A,more,care,CC,40,stated\n01A,minimum,beds,CC,100,stated\n02B,minimum,beds,CC,200,stated\n`,
    'ledgers/expenditure.csv': `${spent}\n2015-05-01,02B,CC,beds,minimum,,,200,E1,\n`,
    'ledgers/activity.csv':
      'partner,quarter,baseline,plan,actual\n01A,Q4 2014/15,100,97,99\n01A,Q1 2015/16,100,100,100\n01A,Q2 2015/16,100,100,100\n01A,Q3 2015/16,100,100,100\n',
  });
  // A third of the pot of 100.00 is earned: 33.33, of which 60% and 40%.
  for (const [source, amount] of [
    ['minimum', '20.00'],
    ['more', '13.33'],
  ]) {
    const figure = `contributions[partner=01A;source=${source};pool=main;kind=performance].instalments[quarter=Q1].amount`;
    const parts = [
      'North: payment, Q4 2014/15 (paid in Q1): 33.33',
      'CCG minimum: planned for performance: 60.00',
      'More: planned for performance: 40.00',
    ];
    expect(await traced(fund, figure)).toEqual({ amount, parts });
  }
});
