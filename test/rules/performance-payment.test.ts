import { describe, expect, test } from 'vitest';
import { type Count, Figure } from '../../src/figures/figure.js';
import type { QuarterAdmissions } from '../../src/rules/admissions.js';
import { caseBaseline, casePotPounds, performanceCases } from '../../src/rules/performance-payment.cases.js';
import type { PerformanceTerms } from '../../src/rules/performance-payment.js';
import { type Pot, payPot } from '../../src/rules/pot.js';

const measured = ['Q4 2014/15', 'Q1 2015/16', 'Q2 2015/16', 'Q3 2015/16'];
const paidIn = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const pounds = (amount: number): bigint => BigInt(amount) * 100n;

function admissions(
  plan: readonly number[],
  actual: readonly (number | undefined)[],
  baseline: number | undefined = caseBaseline,
): QuarterAdmissions[] {
  return paidIn.map((quarter, index) => ({
    measured: measured[index] ?? '',
    paidIn: quarter,
    baseline: count(baseline),
    plan: count(plan[index]),
    actual: count(actual[index]),
    isDue: true,
  }));
}

function count(amount: number | undefined): Count | undefined {
  return amount === undefined ? undefined : Figure.stated('number', 'admissions', BigInt(amount));
}

function paid(terms: PerformanceTerms, potPence: bigint, quarters: readonly QuarterAdmissions[]): Pot {
  const pot = Figure.stated('money', 'pot', potPence);
  return payPot({ label: 'a CCG', pot, terms, rule: { id: 'R3', clause: 'para 4.1' } }, quarters);
}

/** What each quarter pays, in pence. */
function payments({ quarters }: Pot): (bigint | undefined)[] {
  return quarters.map(({ payment }) => payment?.amount);
}

describe('R3, worked cases: to the pound', () => {
  test.each(performanceCases)('$name', ({ terms, plan, actual, payPounds, retainedPounds }) => {
    const result = paid(terms, pounds(casePotPounds), admissions(plan, actual));
    expect(payments(result)).toEqual(payPounds.map(pounds));
    expect(result.totals.retained?.amount).toBe(pounds(retainedPounds));
    expect(result.totals.toCome.amount).toBe(0n);
    expect(result.quarters.at(-1)?.retainedToDate?.amount).toBe(pounds(retainedPounds));
  });
});

describe('R3 where the numbers are not round or not there', () => {
  const terms = { cap: 'planned', clawback: false } as const;
  const plan = [9650, 9650, 9650, 9650];

  test('a pot that is no whole number of admissions is rounded once, half away from zero, and adds up', () => {
    const sevenths = [9999, 9999, 9999, 9996];
    const result = paid(terms, 100n, admissions(sevenths, sevenths));
    // 100 ÷ 7 = 14.2857 a reduction: 14.29, 28.57, 42.86, 100.
    expect(payments(result)).toEqual([14n, 15n, 14n, 57n]);
    expect(result.totals.payment?.amount).toBe(100n);
  });

  test('half a penny is rounded away from zero', () => {
    const result = paid(terms, 1n, admissions([9999, 9999, 10_000, 10_000], [9999, 9999, 10_000, 10_000]));
    expect(payments(result)).toEqual([1n, 0n, 0n, 0n]);
    const back = paid(
      { cap: 'planned', clawback: true },
      1n,
      admissions([9999, 9999, 10_000, 10_000], [9999, 10_001, 10_000, 10_000]),
    );
    expect(payments(back)).toEqual([1n, -1n, 0n, 0n]);
  });

  test('nothing is computed for a quarter without admissions, nor for a later one; it is not zero', () => {
    const result = paid(terms, pounds(casePotPounds), admissions(plan, [9650, undefined, 9650, 9650]));
    expect(result.quarters.map(({ status }) => status)).toEqual([
      'reported',
      'not-reported',
      'not-reported',
      'not-reported',
    ]);
    expect(payments(result)).toEqual([pounds(521_500), undefined, undefined, undefined]);
    expect(result.totals.payment?.amount).toBe(pounds(521_500));
    expect(result.totals.retained?.amount).toBe(0n);
    expect(result.totals.toCome.amount).toBe(pounds(1_564_500));
  });

  test('a quarter that is not due yet is neither paid nor retained', () => {
    const quarters = admissions(plan, [9650, 9825, undefined, undefined]).map((quarter, index) => ({
      ...quarter,
      isDue: index < 2,
    }));
    const result = paid(terms, pounds(casePotPounds), quarters);
    expect(result.quarters.map(({ status }) => status)).toEqual(['reported', 'reported', 'not-yet-due', 'not-yet-due']);
    expect(result.totals.retained?.amount).toBe(pounds(260_750));
  });

  test.each([0, 350])('where no reduction is planned (%i more than the baseline) the whole pot is retained', (more) => {
    const result = paid(
      terms,
      pounds(casePotPounds),
      admissions([10_000 + more, 10_000, 10_000, 10_000], [9000, 9000, 9000, 9000]),
    );
    expect(result.totals.payment?.amount).toBe(0n);
    expect(result.totals.retained?.amount).toBe(pounds(casePotPounds));
  });

  test('without a baseline nothing is computed at all', () => {
    const quarters = admissions(plan, plan).map((quarter, index) =>
      index === 3 ? { ...quarter, baseline: undefined } : quarter,
    );
    const result = paid(terms, pounds(casePotPounds), quarters);
    expect(result.plannedReduction).toBeUndefined();
    expect(result.totals.payment).toBeUndefined();
    expect(result.totals.toCome.amount).toBe(pounds(casePotPounds));
  });

  test('the maximum never falls, though a plan that rises again would have it fall', () => {
    const rising = [9000, 9500, 10_500, 9600];
    const result = paid(terms, pounds(casePotPounds), admissions(rising, rising));
    const maxima = result.quarters.map(({ maximum }) => maximum?.amount ?? 0n);
    expect(maxima).toEqual([...maxima].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });
});
