import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import { openFund } from '../../src/fund/open-fund.js';
import { reconcile } from '../../src/statement/reconcile.js';
import { fixture } from '../support/fund-folder.js';

/** What a figure is made of in the end. */
function leavesOf(figure: Figure): Figure[] {
  return figure.terms.length === 0 ? [figure] : figure.terms.flatMap((term) => leavesOf(term.figure));
}

test.each(['kent-2015-16', 'kent-2015-16-illustrative'])('every check of %s is led down to its rows', async (name) => {
  const { fund } = await openFund(fixture(name));
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  const { checks } = reconcile(fund).result;
  expect(checks.length).toBeGreaterThan(20);
  // How many rows were read, and what they sum to, is counted as they are read: that is where its trace ends.
  const made = checks.filter(({ id }) => !id.startsWith('actual.rows.'));
  const leaves = made.flatMap(({ id, expected, actual }) =>
    [...leavesOf(expected), ...leavesOf(actual)].map((leaf) => ({ id, leaf })),
  );
  const withoutPlace = leaves.filter(({ leaf }) => !leaf.isNil && leaf.kind !== 'rows' && leaf.at === undefined);
  expect(withoutPlace.map(({ id, leaf }) => `${id}: ${leaf.what}`)).toEqual([]);
  expect(leaves.filter(({ leaf }) => leaf.kind === 'rows').length).toBeGreaterThan(100);
});
