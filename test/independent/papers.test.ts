import { expect, test } from 'vitest';
import type { RuledFund } from './fund-shape.js';
import { grantsByHand } from './grants-by-hand.js';
import { heldAgainst } from './held-against.js';
import { type Digits, named } from './named.js';
import { proFormaByHand } from './pro-forma-by-hand.js';
import { writtenFund } from './ruled-fund-files.js';
import { schedulesByHand } from './schedules-by-hand.js';
import { wideFunds } from './wide-fund.js';

/** What bcf names of the figures of a paper. */
function figuresOf(paper: string) {
  return async (fund: RuledFund): Promise<Digits> =>
    named(await writtenFund(fund), ['report', paper, '.', '--as-at', fund.asAt], 'report.');
}

test('the grant twice yearly is that of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: wideFunds,
    numRuns: 30,
    shown: figuresOf('dfg'),
    byHand: grantsByHand,
    faults: ['second-half-a-quarter-late'],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(200);
});

test('the pro-forma is that of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: wideFunds,
    numRuns: 40,
    shown: figuresOf('pro-forma'),
    byHand: proFormaByHand,
    faults: ['part-for-whole', 'schedule-has-no-say', 'rest-forgotten', 'forecast-is-the-outturn'],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(1000);
});

/** A table without a virement has no column for them. */
function withoutNilVirements(figures: Digits): Digits {
  return Object.fromEntries(
    Object.entries(figures).filter(([name, amount]) => amount !== 0n || !name.endsWith('.virements')),
  );
}

test('the schedules and their sums are those of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: wideFunds,
    numRuns: 40,
    shown: async (fund) => withoutNilVirements(await figuresOf('aggregate')(fund)),
    byHand: (fund, fault) => withoutNilVirements(schedulesByHand(fund, fault)),
    faults: [
      'unforecast-is-nil',
      'grants-are-savings',
      'unspent-is-not-earned',
      'virements-left-out',
      'forecast-is-the-outturn',
    ],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(4000);
});
