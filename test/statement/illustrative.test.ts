import { describe, expect, test } from 'vitest';
import { fromPounds } from '../../src/money/format-money.js';
import { fixture } from '../support/fund-folder.js';
import { reconciledJson, statementOf } from '../support/reconciled.js';

const folder = fixture('kent-2015-16-illustrative');

describe.each(['Q1', 'Q2', 'Q3', 'Q4'] as const)('the illustrative year as at %s', (quarter) => {
  test('received + brought forward = applied + balance, in total and for each part', async () => {
    const { fundBalance } = await statementOf(folder, '--as-at', quarter);
    if (fundBalance === undefined) throw new Error('no fund balance');
    for (const part of [fundBalance, ...fundBalance.parts]) {
      expect(fromPounds(part.broughtForward) + fromPounds(part.received)).toBe(
        fromPounds(part.applied) + fromPounds(part.balance),
      );
    }
    const total = fundBalance.parts.reduce((sum, { balance }) => sum + fromPounds(balance), 0n);
    expect(total).toBe(fromPounds(fundBalance.balance));
  });

  test('partners, localities and natures each add up to the flow of funds, in every book', async () => {
    const { flowOfFunds, byPartner, byLocality, byNature, byPool } = await statementOf(folder, '--as-at', quarter);
    for (const book of ['plan', 'actual', 'forecast'] as const) {
      const sum = (
        side: 'contributions' | 'applications',
        lines: typeof byPartner | typeof byLocality | typeof byNature | typeof byPool,
      ) => lines.reduce((total, line) => total + fromPounds(line[side][book] ?? 'not known'), 0n);
      for (const lines of [byPartner, byLocality, byNature, byPool]) {
        expect(sum('contributions', lines)).toBe(fromPounds(flowOfFunds.totals.sources[book] ?? ''));
        expect(sum('applications', lines)).toBe(fromPounds(flowOfFunds.totals.applications[book] ?? ''));
      }
    }
  });

  test('no breach, and every actual and forecast is marked illustrative', async () => {
    const { document, exitCode } = await reconciledJson(folder, '--as-at', quarter);
    expect(exitCode).toBe(0);
    expect(document.counts).toMatchObject({ errors: 0, findings: 0, checksFailed: 0 });
    const lines = [
      ...(document.result?.flowOfFunds.sources ?? []),
      ...(document.result?.flowOfFunds.applications ?? []),
    ];
    expect(new Set(lines.flatMap(({ provenance }) => [provenance.actual, provenance.forecast]))).toEqual(
      new Set(['illustrative']),
    );
  });
});

describe('the illustrative year exercises the agreement', () => {
  test('the year’s receipts, spending and balance, added up outside bcf when the fixture was made', async () => {
    const { flowOfFunds, fundBalance } = await statementOf(folder);
    expect(flowOfFunds.totals.sources.actual).toBe('99220187.28');
    expect(flowOfFunds.totals.applications.actual).toBe('98893846.38');
    expect(fundBalance?.balance).toBe('476340.90');
  });

  test('unspent DFG is held for its purpose, never a saving', async () => {
    const { fundBalance } = await statementOf(folder);
    const dfg = fundBalance?.parts.find(({ purpose }) => purpose === 'disabled-facilities-grant');
    expect(dfg).toMatchObject({ partner: 'KCC', standing: 'ring-fenced', balance: '431786.12' });
  });

  test('performance money that was not earned never entered the pool, nor is expected to', async () => {
    const { byPartner } = await statementOf(folder);
    const thanet = byPartner.find(({ partner }) => partner === '10E');
    const performance = thanet?.headings.find(({ heading }) => heading === 'performance');
    expect(performance).toMatchObject({ plan: '870000.00', actual: '0.00', forecast: '0.00' });
    expect(thanet?.contributions.forecast).toBe('8829000.00');
  });

  test('Thanet’s late instalment shows as money spent ahead of its receipt at Q2, and is in by Q3', async () => {
    const overdrawn = async (quarter: string) => {
      const { fundBalance } = await statementOf(folder, '--as-at', quarter);
      return fundBalance?.parts.filter(({ standing }) => standing === 'overdrawn').map(({ partner }) => partner);
    };
    expect(await overdrawn('Q2')).toEqual(['10E']);
    expect(await overdrawn('Q3')).not.toContain('10E');
  });

  test('rows after the quarter are counted, with their sums, and left out', async () => {
    const { stderr } = await reconciledJson(folder, '--as-at', 'Q2');
    expect(stderr).toContain('1,148 rows dated after 30 September 2015 left out of the actuals');
  });
});
