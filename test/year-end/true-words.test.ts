import { expect, test } from 'vitest';
import { yearEndCase } from '../support/fund-folder.js';
import { nextYearOf, onPlan, settling } from '../support/next-year.js';
import { yearEnd, yearEndOf } from '../support/year-end.js';

const proof = 'nil proves that';

test('where the only overspend is on aligned money, nothing is proved', async () => {
  const printed = await (await yearEnd('aligned')).printed('variance');
  expect(printed).toContain('On others: what bodies bear or hold of what another body spent');
  expect(printed).not.toContain(proof);
});

test('where nobody overspends, nothing is proved, and nothing is attributed', async () => {
  const printed = await (await yearEnd('april-instalment')).printed('variance');
  expect(printed).toContain('Overspends £0.00, underspends £0.00\n');
  expect(printed).not.toContain(proof);
  expect(printed).not.toContain('attributed to who bears it\n');
});

test('where a body of the pool overspends and bears it itself, that is proved', async () => {
  const printed = await (await yearEnd('variances-paid')).printed('variance');
  expect(printed).toContain('nil proves that no locality, and no CCG, bears another’s');
  expect(printed).toContain('underspends £20,000.00, all of it attributed to who bears it');
});

test('a host that bears every overspend itself is protected from nothing', async () => {
  const printed = await (
    await yearEnd('april-instalment', async (folder) => {
      await folder.append('ledgers/expenditure.csv', '2016-03-21,A1,CC,sc,min,,,7000,CCsc5,\n');
    })
  ).printed('variance');
  expect(printed).toContain('CC, as host, bears all £7,000.00 overspent itself, and is protected from none of it.');
});

test('an instalment of last year settles no variance', async () => {
  const next = await nextYearOf(yearEndCase('april-instalment'));
  await onPlan(next, settling(next.openings));
  const printed = await (await yearEndOf(next.folder.path)).printed('settle');
  expect(printed).toContain('Alpha CCG paid in £200,000.00 to settle contributions of last year, and owes nothing');
});
