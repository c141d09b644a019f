import { expect, test } from 'vitest';
import { accrualsByHand } from './accruals-by-hand.js';
import { accruedFunds } from './accrued-fund.js';
import { heldAgainst } from './held-against.js';
import { named } from './named.js';
import { writtenFund } from './ruled-fund-files.js';

test('accruals and prior-year items are those of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: accruedFunds,
    numRuns: 100,
    shown: async (fund) =>
      named(await writtenFund(fund), ['reconcile', '.', '--as-at', fund.asAt], 'accruals.', 'prior-year.'),
    byHand: accrualsByHand,
    faults: ['years-mixed', 'never-reversed', 'reversals-not-apart'],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(900);
});
