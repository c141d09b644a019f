import { describe, expect, test } from 'vitest';
import { fixture } from '../support/fund-folder.js';
import { pounds, poundsOf, publishedTable } from '../support/published.js';
import { statementOf } from '../support/reconciled.js';

const kent = await statementOf(fixture('kent-2015-16'));

describe('Kent 2015/16, to the penny as the paper prints it', () => {
  const flow = publishedTable('flow-of-funds.csv');

  test('para 3.3: KCC £10.640m and the CCGs £90.764m make £101.404m', () => {
    const { sources, totals } = kent.flowOfFunds;
    const of = (partner: (code: string) => boolean) =>
      sources.filter((line) => partner(line.partner)).reduce((total, { plan = '' }) => total + Number(plan), 0);
    expect(of((code) => code === 'KCC')).toBe(10_640_000);
    expect(of((code) => code !== 'KCC')).toBe(90_764_000);
    expect(totals.sources.plan).toBe('101404000.00');
    expect(totals.applications.plan).toBe('101404000.00');
    expect(totals.difference.plan).toBe('0.00');
  });

  test('para 3.3: the eight lines of application, in the printed words and order', () => {
    const printed = flow.filter((row) => row.side === 'application');
    expect(kent.flowOfFunds.applications.map(({ label, plan }) => [label, plan])).toEqual(
      printed.map((row) => [row.line, pounds(row.amount_000)]),
    );
    expect(printed).toHaveLength(8);
  });

  test('para 7.3: each CCG contributes the foot of its column', () => {
    const spend = publishedTable('locality-spend.csv');
    const names = new Map(publishedTable('schedule.csv').map((row) => [row.contributor, row.contributor_name]));
    for (const { partner, contributions, applications } of kent.byPartner.filter(({ partner }) => partner !== 'KCC')) {
      const column = spend.filter((row) => row.ccg === names.get(partner));
      expect(contributions.plan, partner).toBe(poundsOf(column));
      expect(applications.plan, partner).toBe(poundsOf(column));
    }
  });

  test('para 7.3: each locality’s total', () => {
    for (const row of publishedTable('locality-totals.csv')) {
      const locality = kent.byLocality.find((candidate) => candidate.locality === row.locality);
      expect(locality?.contributions.plan, row.locality).toBe(pounds(row.total_000));
      expect(locality?.applications.plan, row.locality).toBe(pounds(row.total_000));
    }
  });

  test('every cell of the schedules is the published one, with its provenance', () => {
    const cells = kent.byPartner.flatMap(({ partner, headings }) =>
      headings.map(({ heading, plan, provenance }) => [partner, heading, plan, provenance.plan].join()),
    );
    const printed = publishedTable('schedule.csv').map((row) =>
      [row.contributor, row.heading, pounds(row.amount_000), row.provenance].join(),
    );
    expect(cells.sort()).toEqual(printed.sort());
  });

  test('capital 10,640 and revenue 90,764 foot separately', () => {
    expect(
      kent.byNature.map(({ nature, contributions, applications }) => [nature, contributions.plan, applications.plan]),
    ).toEqual([
      ['capital', '10640000.00', '10640000.00'],
      ['revenue', '90764000.00', '90764000.00'],
    ]);
  });

  test('the £1bn identity: 18,591 + 7,641 = 90,764 ÷ 3,460,000 × 1,000,000, in whole £000', () => {
    const planned = (code: string) =>
      Number(kent.flowOfFunds.applications.find((line) => line.code === code)?.plan) / 1000;
    expect(planned('out-of-hospital') + planned('performance')).toBe(Math.round((90_764 / 3_460_000) * 1_000_000));
  });

  test('there is no quarter and no actual: nothing is invented', () => {
    expect(kent.fund.asAt).toBeUndefined();
    expect(kent.fundBalance).toBeUndefined();
    expect(
      kent.flowOfFunds.applications.every((line) => line.actual === undefined && line.forecast === undefined),
    ).toBe(true);
  });

  test('every check is met', () => {
    expect(kent.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(kent.conclusion.message).toBe('Reconciled: £101,404,000.00 in = £101,404,000.00 applied; 0 breaches');
  });
});
