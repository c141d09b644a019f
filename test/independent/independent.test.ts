import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Figures, figuresByHand } from './figures.js';
import { judged, seed } from './judged.js';
import { type RuledFund, ruledFunds } from './ruled-fund.js';

test('bcf and the calculation by hand agree to the penny on every figure', async () => {
  await fc.assert(
    fc.asyncProperty(ruledFunds, async (fund) => {
      expect(await judged(fund)).toEqual(figuresByHand(fund));
    }),
    { seed, numRuns: 150 },
  );
});

describe('a fault in either is found', () => {
  const sample = fc.sample(ruledFunds, { seed, numRuns: 30 });

  const faultsByHand = [
    'cap-ignored',
    'clawback-ignored',
    'rounded-down',
    'maximum-not-monotone',
    'blank-is-no-admissions',
    'remainders-to-the-smallest',
    'equal-for-pro-rata',
    'limit-ignored',
    'fence-ignored',
    'instalment-a-day-late',
    'performance-not-settled',
    'variance-never-settled',
  ];

  test('in the calculation by hand', async () => {
    const said: { readonly fund: RuledFund; readonly figures: Figures }[] = [];
    for (const fund of sample) said.push({ fund, figures: await judged(fund) });
    const finds = (fault?: string) =>
      said.some(({ fund, figures }) => !isDeepStrictEqual({ ...figures }, { ...figuresByHand(fund, fault) }));
    expect(faultsByHand.filter((fault) => !finds(fault))).toEqual([]);
    expect(finds()).toBe(false);
  });

  afterEach(() => {
    vi.doUnmock(splits);
    vi.doUnmock(payments);
    vi.resetModules();
  });

  test.each([...faultsOfSplits(), ...faultsOfPayments()])('in bcf: $fault', async ({ module, faulty }) => {
    vi.doMock(module, faulty);
    expect(await isFoundIn(sample)).toBe(true);
  });

  test('and there is none to find in a bcf that is loaded in the same way without a fault', async () => {
    vi.doMock(splits, () => vi.importActual(splits));
    vi.doMock(payments, () => vi.importActual(payments));
    expect(await isFoundIn(sample)).toBe(false);
  });
});

/** Whether the calculation by hand disagrees with bcf, loaded anew with what is mocked now. */
async function isFoundIn(sample: readonly RuledFund[]): Promise<boolean> {
  vi.resetModules();
  const { statementOf } = await import('../support/reconciled.js');
  for (const fund of sample) {
    const figures = await judged(fund, statementOf);
    if (!isDeepStrictEqual({ ...figures }, { ...figuresByHand(fund) })) return true;
  }
  return false;
}

const splits = '../../src/money/split.js';
const payments = '../../src/rules/performance-payment.js';

interface SeededFault {
  readonly fault: string;
  readonly module: string;
  readonly faulty: () => Promise<object>;
}

function faultsOfSplits(): SeededFault[] {
  type Splits = typeof import('../../src/money/split.js');
  const seeded = (fault: string, change: (real: Splits) => Partial<Splits>): SeededFault => ({
    fault,
    module: splits,
    faulty: async () => {
      const real = await vi.importActual<Splits>(splits);
      return { ...real, ...change(real) };
    },
  });
  return [
    seeded('a split by heads, not by weights', ({ splitByWeights }) => ({
      splitByWeights: (pence, weights) =>
        splitByWeights(
          pence,
          weights.map(({ code }) => ({ code, weight: 1n })),
        ),
    })),
    seeded('a penny of a split with another', ({ splitByWeights }) => ({
      splitByWeights: (pence, weights) =>
        splitByWeights(pence, weights).map(({ code, amountPence }, index, { length }) => {
          const moved = length < 2 ? 0n : index === 0 ? 1n : index === length - 1 ? -1n : 0n;
          return { code, amountPence: amountPence + moved };
        }),
    })),
    seeded('a rounding down', () => ({ dividedRounded: (amount, divisor) => amount / divisor })),
  ];
}

function faultsOfPayments(): SeededFault[] {
  type Payments = typeof import('../../src/rules/performance-payment.js');
  type Inputs = Parameters<Payments['potPayments']>;
  const seeded = (fault: string, change: (...inputs: Inputs) => Inputs): SeededFault => ({
    fault,
    module: payments,
    faulty: async () => {
      const real = await vi.importActual<Payments>(payments);
      return { ...real, potPayments: (...inputs: Inputs) => real.potPayments(...change(...inputs)) };
    },
  });
  return [
    seeded('always the annual cap', (terms, ...rest) => [{ ...terms, cap: 'annual' }, ...rest]),
    seeded('always with clawback', (terms, ...rest) => [{ ...terms, clawback: true }, ...rest]),
    seeded('a quarter paid before it is due', (terms, pot, admissions) => [
      terms,
      pot,
      admissions.map((quarter) => ({ ...quarter, isDue: true })),
    ]),
    seeded('plan for a missing actual', (terms, pot, admissions) => [
      terms,
      pot,
      admissions.map((quarter) => ({ ...quarter, actual: quarter.actual ?? quarter.plan })),
    ]),
    seeded('a penny less in each pot', (terms, pot, admissions) => [terms, pot > 0n ? pot - 1n : pot, admissions]),
  ];
}
