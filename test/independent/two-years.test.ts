import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bothYears } from './both-years.js';
import { seed } from './judged.js';
import { bodySettled } from './last-year-by-hand.js';
import { secondYear } from './second-year.js';
import { seededInOpenings } from './seeded-in-openings.js';
import { digitsOf, openingsByHand, some, yearWithOpeningsByHand } from './two-years-by-hand.js';
import { type PairOfYears, pairsOfYears } from './year-pairs.js';

const faultsByHand = [
  'kind-swapped',
  'body-swapped',
  'penny-moved',
  'balance-divided-again',
  'debtor-is-income',
  'ahead-is-no-income',
  'variance-never-cleared',
];

test('each of two years is that of a calculation by hand, in which a fault is noticed', async () => {
  const unnoticed = new Set(faultsByHand);
  let figures = 0;
  await fc.assert(
    fc.asyncProperty(pairsOfYears, async ({ last, course }) => {
      const openings = openingsByHand(last);
      const second = secondYear(last, openings, course);
      const said = await bothYears(last, second);
      expect(said.openings).toEqual(digitsOf(openings));
      const byHand = (fault?: string) => some(yearWithOpeningsByHand(second, fault));
      expect(said.figures).toEqual(byHand());
      figures += Object.keys(said.openings).length + Object.keys(said.figures).length;
      for (const fault of unnoticed) if (!isDeepStrictEqual(said.figures, byHand(fault))) unnoticed.delete(fault);
    }),
    { seed, numRuns: 30, endOnFailure: true },
  );
  expect([...unnoticed]).toEqual([]);
  expect(figures).toBeGreaterThan(5000);
});

describe('a fault in bcf is found', () => {
  const pairs = fc.sample(pairsOfYears, { seed, numRuns: 60 });
  const isPaidForGroup = ({ last, course }: PairOfYears) => {
    const second = secondYear(last, openingsByHand(last), course);
    return second.settlements.some((row) => bodySettled(second, row) !== row.partner);
  };
  const sample = [...pairs.slice(0, 5), ...pairs.filter(isPaidForGroup).slice(0, 1)];

  afterEach(() => {
    for (const { module } of seededInOpenings) vi.doUnmock(module);
    vi.resetModules();
  });

  /** Whether either year differs from the calculation by hand, in a bcf that is loaded anew with what is mocked now. */
  async function isFound(): Promise<boolean> {
    vi.resetModules();
    const { bothYears: ofFaulty } = await import('./both-years.js');
    for (const { last, course } of sample) {
      const openings = openingsByHand(last);
      const second = secondYear(last, openings, course);
      const said = await ofFaulty(last, second);
      const expected = { openings: digitsOf(openings), figures: some(yearWithOpeningsByHand(second)) };
      if (!isDeepStrictEqual(said, expected)) return true;
    }
    return false;
  }

  test.each(seededInOpenings)('$fault', async ({ module, faulty }) => {
    vi.doMock(module, faulty);
    expect(await isFound()).toBe(true);
  });

  test('and there is none to find in one that is loaded in the same way without a fault', async () => {
    for (const { module } of seededInOpenings) vi.doMock(module, () => vi.importActual(module));
    expect(await isFound()).toBe(false);
  });
});
