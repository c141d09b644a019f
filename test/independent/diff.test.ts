import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffByHand, nameOfComparison, type ToCompare } from './diff-by-hand.js';
import { quarterOf } from './fund-rows.js';
import type { RuledFund } from './fund-shape.js';
import { heldAgainst } from './held-against.js';
import { type Digits, named } from './named.js';
import { writtenFund } from './ruled-fund-files.js';
import { wideFunds } from './wide-fund.js';

const compared: fc.Arbitrary<ToCompare> = fc
  .record({
    fund: wideFunds,
    other: wideFunds,
    to: fc.constantFrom('forecast', 'forecast', 'actual', 'next-quarter', 'other-plan'),
    by: fc.constantFrom('heading', 'source', 'partner', 'locality'),
    isSpentFirst: fc.boolean(),
  })
  .map(({ isSpentFirst, ...comparison }) =>
    isSpentFirst ? { ...comparison, fund: spentFirst(comparison.fund) } : comparison,
  )
  .filter(({ fund, to }) => {
    const isSpentIn = (quarter: string) => fund.spending.some(({ date }) => quarterOf(date) === quarter);
    if (to === 'next-quarter') return isSpentIn('Q1') && isSpentIn('Q2');
    return to === 'forecast' ? fund.forecasts.length > 0 : to === 'other-plan' || fund.spending.length > 0;
  });

/** What is planned of money that has something brought forward is spent in the first weeks, and a little more. */
function spentFirst(fund: RuledFund): RuledFund {
  const spent = fund.cells
    .filter(({ heading }) => !['adaptations', 'performance'].includes(heading))
    .filter(({ schedule, source }) => fund.opening.some((row) => row.partner === schedule && row.source === source))
    .map((cell) => ({ ...cell, date: '2015-05-01', pence: cell.pence + 1000n }));
  return { ...fund, spending: [...fund.spending, ...spent] };
}

async function shown(comparison: ToCompare): Promise<Digits> {
  const { fund, other, to, by } = comparison;
  const cwd = await writtenFund(fund);
  const against = to === 'other-plan' ? [await writtenFund(other)] : [];
  const sides = {
    forecast: ['--to', 'forecast', '--as-at', fund.asAt],
    actual: ['--to', 'actual', '--as-at', fund.asAt],
    'next-quarter': ['--from', 'Q1', '--to', 'Q2'],
    'other-plan': [],
  };
  return named(cwd, ['diff', '.', ...against, '--by', by, ...sides[to]], nameOfComparison(comparison));
}

test('comparisons are those of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: compared,
    numRuns: 55,
    shown,
    byHand: diffByHand,
    faults: [
      'grants-are-savings',
      'part-for-whole',
      'no-virements',
      'percent-cut',
      'spender-bears',
      'forecast-is-the-outturn',
      'netted',
      'nothing-met',
      'nothing-met-to-date',
    ],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(1500);
});
