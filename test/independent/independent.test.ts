import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Figures, figuresByHand } from './figures.js';
import type { RuledFund } from './fund-shape.js';
import { judged, seed } from './judged.js';
import { ruledFunds } from './ruled-fund.js';
import { modules, seededFaults } from './seeded-faults.js';

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
    'unspent-of-the-pot',
    'cap-ignored',
    'clawback-ignored',
    'rounded-down',
    'maximum-not-monotone',
    'blank-is-no-admissions',
    'remainders-to-the-smallest',
    'equal-for-pro-rata',
    'fenced-money-weighs',
    'limit-ignored',
    'fence-ignored',
    'instalment-a-day-late',
    'performance-not-settled',
    'variance-never-settled',
    'virements-never-in-the-budget',
    'breach-moves-budget',
    'vired-to-the-last',
    'spending-is-the-outturn',
    'forecast-is-the-outturn',
    'virement-due-at-once',
    'nothing-brought-forward',
    'all-is-tied',
    'nothing-is-tied',
    'settling-is-contributing',
    'set-off',
    'nothing-met',
    'nothing-met-of-a-variance',
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
    for (const module of modules) vi.doUnmock(module);
    vi.resetModules();
  });

  test.each(seededFaults)('in bcf: $fault', async ({ module, faulty }) => {
    vi.doMock(module, faulty);
    expect(await isFoundIn(sample)).toBe(true);
  });

  test('and there is none to find in a bcf that is loaded in the same way without a fault', async () => {
    for (const module of modules) vi.doMock(module, () => vi.importActual(module));
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
