import { describe, expect, test } from 'vitest';
import { fromPounds, toPounds } from '../../src/money/format-money.js';
import type { ReconciliationText } from '../../src/statement/reconciliation-schema.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { reconciledJson, statementOf } from '../support/reconciled.js';

const illustrative = fixture('kent-2015-16-illustrative');
const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

function add(...pounds: readonly (string | undefined)[]): string {
  return toPounds(pounds.reduce((sum, one) => sum + fromPounds(one ?? 'missing'), 0n));
}

function headingTotal(
  { flowOfFunds }: ReconciliationText,
  code: string,
  book: 'actual' | 'forecast',
): string | undefined {
  return flowOfFunds.applications.find((line) => line.code === code)?.[book];
}

describe.each(quarters)('as at %s every section adds up to the flow of funds', (asAt) => {
  test('performance: released is what was received and spent; released + retained + to come is the pot', async () => {
    const result = await statementOf(illustrative, '--as-at', asAt);
    const { performance, contributions, flowOfFunds } = result;
    expect(performance?.totals.payment).toBe(headingTotal(result, 'performance', 'actual'));
    const received = contributions.filter(({ kind }) => kind === 'performance').map((line) => line.received);
    expect(add(...received)).toBe(performance?.totals.payment);
    expect(performance?.totals.retained).toBe(flowOfFunds.totals.retained.actual);
    for (const { pot, totals } of performance?.partners ?? []) {
      expect(add(totals.payment, totals.retained, totals.toCome)).toBe(pot);
    }
    expect(add(...(performance?.partners ?? []).map(({ pot }) => pot))).toBe('7641000.00');
  });

  test('variances and what is outside: plan, actual, forecast and variance', async () => {
    const { variances, varianceTotals, flowOfFunds } = await statementOf(illustrative, '--as-at', asAt);
    const { applications } = flowOfFunds.totals;
    const all = [...variances, ...varianceTotals.outside];
    for (const book of ['plan', 'actual', 'forecast'] as const) {
      expect(add(...all.map((line) => line[book]))).toBe(applications[book]);
    }
    const variance = add(...all.map((line) => line.variance));
    expect(add(applications.plan, variance)).toBe(applications.forecast);
    for (const line of variances) expect(add(...line.borneBy.map(({ amount }) => amount), '0.00')).toBe(line.variance);
    const byBody = add(...varianceTotals.byBody.map(({ net }) => net), '0.00');
    expect(byBody).toBe(varianceTotals.variance);
    expect(add(...varianceTotals.byLocality.map((one) => one.variance))).toBe(varianceTotals.variance);
    expect(varianceTotals.byLocality.map(({ byOthers }) => byOthers)).toEqual(
      varianceTotals.byLocality.map(() => '0.00'),
    );
  });

  test('contributions: received, and agreed, are the flow of funds’ sources', async () => {
    const { contributions, flowOfFunds } = await statementOf(illustrative, '--as-at', asAt);
    expect(add(...contributions.map(({ received }) => received))).toBe(flowOfFunds.totals.sources.actual);
    expect(add(...contributions.map(({ agreed }) => agreed))).toBe(flowOfFunds.totals.sources.plan);
    for (const { agreed, instalments, kind } of contributions) {
      if (kind === 'instalments') expect(add(...instalments.map(({ amount }) => amount))).toBe(agreed);
    }
  });

  test('settlement: paid is what was applied; the nets and what the host holds come to nothing', async () => {
    const { settlement, flowOfFunds, fundBalance } = await statementOf(illustrative, '--as-at', asAt);
    const partners = settlement?.partners ?? [];
    expect(add(...partners.map(({ paid }) => paid))).toBe(flowOfFunds.totals.applications.actual);
    expect(add(...partners.map(({ contributionReceived }) => contributionReceived))).toBe(
      flowOfFunds.totals.sources.actual,
    );
    expect(settlement?.hosts.map(({ held }) => held)).toEqual([fundBalance?.balance]);
    expect(add(...partners.map(({ net }) => net), fundBalance?.balance)).toBe('0.00');
    expect(settlement?.difference).toBe('0.00');
  });

  test('ring-fences: spent and received are the headings’; the districts’ allocations are the grant', async () => {
    const result = await statementOf(illustrative, '--as-at', asAt);
    for (const { heading, spent, held, received, bodies } of result.ringFences) {
      expect(spent).toBe(headingTotal(result, heading, 'actual'));
      expect(add(spent, held)).toBe(received);
      if (bodies.length === 0) continue;
      expect(bodies).toHaveLength(12);
      expect(add(...bodies.map(({ allocation }) => allocation))).toBe('7208000.00');
      expect(add(...bodies.map(({ paid }) => paid))).toBe(spent);
    }
  });
});

describe('the illustrative year, figure by figure', () => {
  test('what each CCG’s admissions earned, quarter by quarter', async () => {
    const { performance } = await statementOf(illustrative);
    const payments = performance?.partners.map(({ partner, quarters: own, totals }) => [
      partner,
      ...own.map(({ payment }) => payment),
      totals.retained,
    ]);
    expect(payments).toEqual([
      ['09C', '68515.79', '75963.16', '65536.84', '75963.16', '280021.05'],
      ['09E', '293500.00', '211558.38', '0.00', '0.00', '668941.62'],
      ['09J', '224878.28', '287427.21', '348486.87', '236792.37', '150415.27'],
      ['10A', '269632.74', '271122.42', '271122.42', '271122.42', '0.00'],
      ['10D', '0.00', '0.00', '131043.48', '202521.74', '214434.78'],
      ['10E', '0.00', '0.00', '0.00', '0.00', '870000.00'],
      ['99J', '0.00', '645301.94', '904614.96', '602083.10', '0.00'],
    ]);
  });

  test('the national return nets the area; the items between the two add up to the difference', async () => {
    for (const asAt of quarters) {
      const { performance } = await statementOf(illustrative, '--as-at', asAt);
      const national = performance?.nationalReturn;
      expect(add(national?.ours, national?.difference)).toBe(national?.payment);
      expect(add(...(national?.items ?? []).map(({ amount }) => amount))).toBe(national?.difference);
    }
    const { performance } = await statementOf(illustrative);
    const kinds = performance?.nationalReturn.items.filter(({ kind }) => kind !== 'value');
    expect(kinds?.map(({ kind, partner }) => `${kind} ${partner ?? ''}`)).toEqual([
      'rise-not-netted 10E',
      'beyond-plan 10A',
      'beyond-plan 99J',
      'kept 09E',
      'rounding ',
    ]);
  });

  test('unearned performance money is no arrears, no underspend, and no part of the balance', async () => {
    const { contributions, variances, settlement, fundBalance } = await statementOf(illustrative);
    const thanet = contributions.find(({ partner, kind }) => partner === '10E' && kind === 'performance');
    expect(thanet).toMatchObject({ dueToDate: '0.00', outstanding: '0.00', retained: '870000.00' });
    expect(variances.filter(({ heading }) => heading === 'performance')).toEqual([]);
    expect(settlement?.partners.find(({ partner }) => partner === '10E')?.net).toBe('0.00');
    expect(fundBalance?.parts.filter(({ purpose }) => purpose === 'performance').map(({ balance }) => balance)).toEqual(
      fundBalance?.parts.filter(({ purpose }) => purpose === 'performance').map(() => '0.00'),
    );
  });

  test('who bears what at the year end, and what the host is protected from', async () => {
    const { varianceTotals } = await statementOf(illustrative);
    expect(varianceTotals.byBody.map(({ partner, net }) => [partner, net])).toEqual([
      ['KCC', '-40118.40'],
      ['09J', '210436.17'],
      ['10D', '-164872.55'],
    ]);
    expect(varianceTotals.hosts).toMatchObject([{ host: 'KCC', protectedFrom: '210436.17', own: '0.00' }]);
  });

  test('Thanet’s second instalment is 77 days late at the half year, and 85 when it comes', async () => {
    const at = async (asAt: string) => {
      const { contributions } = await statementOf(illustrative, '--as-at', asAt);
      return contributions.find(({ partner, kind }) => partner === '10E' && kind === 'instalments');
    };
    expect(await at('Q2')).toMatchObject({ outstanding: '2207250.00', daysLate: 77 });
    expect((await at('Q3'))?.instalments[1]).toMatchObject({
      status: 'paid-late',
      paidOn: '2015-10-08',
      daysLate: 85,
    });
  });
});

describe('what is changed is named', () => {
  async function changed(file: string, from: string, to: string, ...flags: readonly string[]) {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit(file, from, to);
    return reconciledJson(fund.path, ...flags);
  }

  test('a penny in one body’s view of a balance', async () => {
    const { document, exitCode } = await changed('ledgers/balances.csv', '"164,872.55",0.00', '"164,872.54",0.00');
    expect(exitCode).toBe(1);
    const found = document.diagnostics.find(({ code }) => code === 'BCF2403');
    expect(found).toMatchObject({ file: 'ledgers/balances.csv', field: 'receivable', args: { difference: '£0.01' } });
    expect(document.result?.settlement?.pairs.find(({ other }) => other === '10D')?.agreed).toBe(false);
  });

  test('a virement into the disabled facilities grant is a breach and moves nothing', async () => {
    const { document, exitCode } = await changed(
      'ledgers/virements.csv',
      '10A,schemes,carers-breaks',
      '10A,schemes,disabled-facilities-grant',
    );
    expect(exitCode).toBe(1);
    expect(document.diagnostics.map(({ code }) => code)).toContain('BCF2109');
    expect(document.result?.variances.map(({ virements }) => virements)).toEqual(
      document.result?.variances.map(() => '0.00'),
    );
    expect(document.result?.ringFences.map(({ virementsRefused }) => virementsRefused)).toEqual([
      '60000.00',
      '0.00',
      '0.00',
    ]);
  });

  test('one admission more in West Kent moves West Kent’s pence and nobody else’s', async () => {
    const before = await statementOf(illustrative);
    const { document } = await changed(
      'ledgers/activity.csv',
      '99J,Q3 2015/16,10397,10036,9989',
      '99J,Q3 2015/16,10397,10036,9999',
    );
    const payments = (result: ReconciliationText | undefined) =>
      result?.performance?.partners.filter(({ partner }) => partner !== '99J').map(({ quarters: own }) => own);
    expect(payments(document.result)).toEqual(payments(before));
    const westKent = document.result?.performance?.partners.find(({ partner }) => partner === '99J');
    expect(westKent?.totals.payment).not.toBe('2152000.00');
    expect(document.diagnostics.map(({ code }) => code)).toContain('BCF2201');
  });
});
