import { expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';

const plan = fixture('kent-2015-16');

test.each([
  'flow-of-funds.totals.applications.actual',
  'performance.partners[09C].totals.payment',
  'variance-totals.by-locality[WK].by-others',
  'report.total-spending.to-date',
])('%s of a plan alone is no misspelt name: it is not known', async (figure) => {
  const { stderr, exitCode } = await bcf(['trace', figure, plan]);
  expect(stderr).toContain('BCF0020');
  expect(stderr).toContain('is not known: no ledger says it, or not all that it is made of');
  expect(exitCode).toBe(2);
});

test('a name that no statement ever has is none', async () => {
  const { stderr } = await bcf(['trace', 'flow-of-funds.totals.aplications.actual', plan]);
  expect(stderr).toContain('there is no figure “flow-of-funds.totals.aplications.actual”');
});
