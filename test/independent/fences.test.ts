import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fencesByHand } from './fences-by-hand.js';
import { districts, host, pick, type RuledFund } from './fund-shape.js';
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

/** What was brought forward is a district’s, the districts’ or nobody’s; now and then another has overspent a part of it. */
const heldFunds = fc
  .record({ fund: wideFunds, holders: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 9 }) })
  .map(({ fund, holders }): RuledFund => {
    const bodies = ['', ...(fund.districts ? [...fund.districts.members, districts] : [host])];
    const opening = fund.opening.flatMap((row, index) => {
      const holder = pick(holders, index);
      const held = { ...row, body: pick(bodies, holder) };
      return holder % 2 === 0 ? [held] : [held, { ...row, body: pick(bodies, holder + 1), pence: -row.pence / 3n }];
    });
    return { ...fund, opening };
  });

test('ring-fences, their bodies and fenced cash are those of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: heldFunds,
    numRuns: 90,
    shown: fencesOf,
    byHand: fencesByHand,
    faults: [
      'overspend-carried',
      'holders-netted',
      'undivided-stays',
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
