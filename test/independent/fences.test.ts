import { expect, test } from 'vitest';
import { fencesByHand } from './fences-by-hand.js';
import type { RuledFund } from './fund-shape.js';
import { heldAgainst } from './held-against.js';
import { type Digits, named } from './named.js';
import { writtenFund } from './ruled-fund-files.js';
import { wideFunds } from './wide-fund.js';

/** What bcf says of ring-fences, and of what pools hold for them. */
async function fencesOf(fund: RuledFund): Promise<Digits> {
  const asked = ['reconcile', '.', '--as-at', fund.asAt];
  const all = await named(await writtenFund(fund), asked, 'ring-fences[', 'fund-balance.fenced[');
  return Object.fromEntries(Object.entries(all).filter(([name]) => !name.endsWith('.breaches')));
}

test('ring-fences, their bodies and fenced cash are those of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: wideFunds,
    numRuns: 90,
    shown: fencesOf,
    byHand: fencesByHand,
    faults: [
      'overspend-carried',
      'nothing-brought-forward',
      'spent-under-the-heading',
      'tied-or-nil',
      'district-ignored',
      'overdrawn-fences-netted',
      'no-limit',
      'overdrawn-is-held',
    ],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(3000);
});
