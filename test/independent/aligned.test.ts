import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { statementOf } from '../support/reconciled.js';
import { isAlignedMoney, pooledReceipts } from './aligned-rows.js';
import { type Figures, figuresByHand, figuresOfStatement } from './figures.js';
import { lastDays, sumPence } from './fund-rows.js';
import type { RuledFund } from './fund-shape.js';
import { seed } from './judged.js';
import { ruledFunds } from './ruled-fund.js';
import { writtenFund } from './ruled-fund-files.js';

const alignedFunds = fc
  .tuple(ruledFunds, fc.subarray(['schemes', 'carers', 'social-care'], { minLength: 1 }))
  .map(([fund, aligned]): RuledFund => ({ ...fund, aligned }));

/** What bcf says of a fund: all that is compared of any fund, what is aligned on either side, and what the pool has. */
async function said(fund: RuledFund, reconciled = statementOf): Promise<Figures> {
  const result = await reconciled(await writtenFund(fund), '--as-at', fund.asAt);
  const { totals } = result.flowOfFunds;
  const pence = (amount: string | undefined) => BigInt((amount ?? '0.00').replace('.', ''));
  return {
    ...figuresOfStatement(result),
    'aligned in the plan': pence(totals.aligned?.plan),
    'aligned to date': pence(totals.aligned?.actual),
    'flow, difference in the plan': pence(totals.difference.plan),
    ...(result.fundBalance && {
      'pool, received': pence(result.fundBalance.received),
      'pool, applied': pence(result.fundBalance.applied),
    }),
  };
}

/** The same by hand. */
function byHand(fund: RuledFund, fault?: string): Figures {
  const isSoFar = ({ date }: { readonly date: string }) => date <= lastDays[fund.asAt];
  const aligned = (rows: readonly RuledFund['cells'][number][]) =>
    sumPence(rows.filter((row) => isAlignedMoney(fund, row)));
  const spent = fund.spending.filter(isSoFar);
  const isKnown = fund.receipts.length > 0 && fund.spending.length > 0;
  return {
    ...figuresByHand(fund, fault),
    'aligned in the plan': aligned(fund.cells),
    'aligned to date': aligned(spent),
    'flow, difference in the plan': 0n,
    ...(isKnown && {
      'pool, received': sumPence(pooledReceipts(fund).filter(isSoFar)),
      'pool, applied': sumPence(spent) - aligned(spent),
    }),
  };
}

test('of aligned money bcf and the calculation by hand agree to the penny', async () => {
  await fc.assert(
    fc.asyncProperty(alignedFunds, async (fund) => {
      expect(await said(fund)).toEqual(byHand(fund));
    }),
    { seed, numRuns: 100 },
  );
});

describe('a fault in either is found', () => {
  const sample = fc.sample(alignedFunds, { seed, numRuns: 20 });

  test('in the calculation by hand', async () => {
    const all = await Promise.all(sample.map(async (fund) => ({ fund, figures: await said(fund) })));
    const finds = (fault?: string) => all.some(({ fund, figures }) => !isDeepStrictEqual(figures, byHand(fund, fault)));
    const faults = ['aligned-is-pooled', 'aligned-comes-in', 'aligned-is-shared'];
    expect(faults.filter((fault) => !finds(fault))).toEqual([]);
    expect(finds()).toBe(false);
  });

  afterEach(() => {
    vi.doUnmock('../../src/ledger/aligned-parts.js');
    vi.resetModules();
  });

  test('in bcf: a receipt that names no heading is all the pool’s', async () => {
    vi.doMock('../../src/ledger/aligned-parts.js', () => ({ alignedParts: () => [] }));
    vi.resetModules();
    const { statementOf: faulty } = await import('../support/reconciled.js');
    const found = await Promise.all(
      sample.map(async (fund) => isDeepStrictEqual(await said(fund, faulty), byHand(fund))),
    );
    expect(found.every((isSame) => isSame)).toBe(false);
  });
});
