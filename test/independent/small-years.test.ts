import { expect, test } from 'vitest';
import { FundFolder, yearEndCase } from '../support/fund-folder.js';
import { nextYearOf, onPlan, settling } from '../support/next-year.js';
import { figuresAt, linesBroughtForward } from './both-years.js';
import { inOurWords, inTheirWords, smallYear } from './small-year.js';
import { digitsOf, openingsByHand, some, yearWithOpeningsByHand } from './two-years-by-hand.js';

test.each([
  'april-instalment',
  'unspent-carried-forward',
  'unspent-owed-back',
  'forecast-differs',
  'performance-earned-and-unspent',
  'pool-overdrawn',
  'variances-paid',
])('%s: what the next year begins with and how it ends are those of a calculation by hand', async (name) => {
  const next = await nextYearOf(yearEndCase(name));
  const openings = openingsByHand(await smallYear(new FundFolder(yearEndCase(name))));
  expect(digitsOf(linesBroughtForward(next.openings).map(inOurWords))).toEqual(digitsOf(openings));
  await onPlan(next, settling(next.openings));
  const byHand = some(yearWithOpeningsByHand(await smallYear(next.folder, openings)));
  expect(Object.keys(byHand).length).toBeGreaterThan(100);
  expect(await figuresAt(next.folder.path)).toEqual(inTheirWords(byHand));
});
