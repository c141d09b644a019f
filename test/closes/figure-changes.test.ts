import { expect, test } from 'vitest';
import { figureChanges, recordedFigures } from '../../src/closes/figure-changes.js';
import type { RecordedFigure } from '../../src/closes/record-schema.js';
import { openFund } from '../../src/fund/open-fund.js';
import { reconcile } from '../../src/statement/reconcile.js';
import { fixture } from '../support/fund-folder.js';

async function changesFrom(change: (figures: readonly RecordedFigure[]) => readonly RecordedFigure[]) {
  const { fund } = await openFund(fixture('kent-2015-16-illustrative'));
  if (fund === undefined) throw new Error('the illustrative fund cannot be read');
  const { result } = reconcile(fund, 'Q1');
  return figureChanges(fund, 'Q1', change(recordedFigures(result)));
}

const isContributor = ([name]: RecordedFigure) => name.startsWith('flow-of-funds.contributors');

test('figures that only a later bcf has are no change', async () => {
  expect(await changesFrom((figures) => figures.filter((figure) => !isContributor(figure)))).toEqual([]);
});

test('one figure of a kind that the record has is a change', async () => {
  const changes = await changesFrom((figures) =>
    figures.filter(([name]) => name !== 'flow-of-funds.contributors[contributor=KCC].plan'),
  );
  expect(changes.map(({ figure, recorded }) => [figure, recorded])).toEqual([
    ['flow-of-funds.contributors[contributor=KCC].plan', undefined],
  ]);
});

test('beside a figure that has moved, all that is not in the record is told', async () => {
  const changes = await changesFrom((figures) =>
    figures
      .filter((figure) => !isContributor(figure))
      .map(
        ([name, unit, amount]): RecordedFigure =>
          name === 'flow-of-funds.totals.sources.plan' ? [name, unit, '1.00'] : [name, unit, amount],
      ),
  );
  expect(changes.map(({ figure }) => figure)).toContain('flow-of-funds.totals.sources.plan');
  expect(changes.length).toBeGreaterThan(1);
});
