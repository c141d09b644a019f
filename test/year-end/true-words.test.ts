import { expect, test } from 'vitest';
import type { FundFolder } from '../support/fund-folder.js';
import { nextYearOf, onPlan } from '../support/next-year.js';
import { changedCase, yearEnd, yearEndOf } from '../support/year-end.js';

function marked(isMeant: RegExp) {
  return (folder: FundFolder) =>
    folder.addColumn('ledgers/contributions.csv', 'for', (row) => (isMeant.test(row) ? 'variance' : ''));
}

test('a host is protected in cash from what the bodies have paid', async () => {
  const paid = await yearEnd('variances-paid', marked(/-(OVR|UND),/));
  expect(await paid.printed('variance')).toContain(
    'is protected by right from £30,000.00 of £30,000.00 overspent: the bodies above have paid it, and it is protected in cash.',
  );
  const part = await yearEnd('variances-paid', async (folder) => {
    await folder.edit('ledgers/contributions.csv', '30000,A1-OVR', '12000,A1-OVR');
    await marked(/-(OVR|UND),/)(folder);
  });
  expect(await part.printed('variance')).toContain(
    'the bodies above have paid £12,000.00 of it, and it is protected in cash when they have paid the rest.',
  );
});

test('what is accrued and not paid is no cash of the host', async () => {
  const accrued = (folder: FundFolder) =>
    folder.addColumn('ledgers/expenditure.csv', 'accrual', (row) => (row.startsWith('2016-03') ? 'accrual' : ''));
  const { printed } = await yearEnd('april-instalment', accrued);
  expect(await printed('settle')).toMatch(
    /CC carries £200,000\.00 with its own cash, less what of £[\d,]+\.00 accrued is not paid yet: the pool has spent more than it received/,
  );
});

test('expenditure is not all met from the pool where some is aligned', async () => {
  const { printed } = await yearEnd('aligned');
  const annual = await printed('report', 'annual');
  expect(annual).toContain('Expenditure pooled and aligned, by who spent it');
  expect(annual).toContain('less expenditure pooled and aligned');
  expect(annual).not.toContain('met from the pool');
});

test('what was paid ahead last year was not paid back', async () => {
  const last = await changedCase('april-instalment', (folder) =>
    folder.append(
      'ledgers/contributions.csv',
      '2016-01-15,A1,min,,150000,A1-C4,\n2016-03-30,A1,min,,150000,A1-C5,\n2016-01-15,A1,min,oo,50000,A1-O4,\n',
    ),
  );
  const next = await nextYearOf(last);
  await onPlan(next, { contributions: [], expenditure: [] });
  await next.folder.edit('ledgers/contributions.csv', '2017-01-15,A1,min,,150000,A1-C4,,,\n', '');
  const { printed } = await yearEndOf(next.folder.path);
  expect((await printed('settle')).replace(/\s+/g, ' ')).toContain(
    'Alpha CCG paid £150,000.00 ahead last year, which is of this year: settled',
  );
});
