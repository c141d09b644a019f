import { expect, test } from 'vitest';
import { yearEndCase } from '../support/fund-folder.js';
import { nextYearOf, onPlan } from '../support/next-year.js';
import { statementOf } from '../support/reconciled.js';
import { yearEndOf } from '../support/year-end.js';

const header = 'date,partner,source,heading,amount,reference,note,for';
const tied = (day: string, said: string) => `${day},A1,min,oo,50000,LATE-1,,${said}`;
const free = (day: string, said: string) => `${day},A1,min,,150000,LATE-2,,${said}`;

/** The year after one whose last instalment had not come, its receipts in a file of their own: the first that is read, or the last. */
async function yearWith(file: string, rows: readonly string[]) {
  const next = await nextYearOf(yearEndCase('april-instalment'));
  await onPlan(next, { contributions: [], expenditure: [] });
  await next.folder.write(`ledgers/${file}`, `${[header, ...rows].join('\n')}\n`);
  return { folder: next.folder.path, ...(await yearEndOf(next.folder.path)) };
}

test.each([['contributions-0.csv'], ['contributions-late.csv']])(
  'what says that it is last year’s goes before what does not, though it stands in %s',
  async (file) => {
    const said = 'instalment 2015/16';
    const { figure, printed } = await yearWith(file, [tied('2016-04-03', said), free('2016-04-03', said)]);
    expect(figure('contribution-totals.received')).toBe('2100000.00');
    for (const total of ['overdue', 'paid-ahead']) expect(figure(`contribution-totals.${total}`)).toBe('0.00');
    for (const total of ['owed-to-hosts', 'owed-by-hosts']) expect(figure(`settlement.${total}`)).toBe('0.00');
    expect((await printed('reconcile')).match(/^(error|warning)\[.*$/gm) ?? []).toEqual([]);
    expect(await printed('settle')).not.toMatch(/late$|outstanding for/m);
  },
);

test('by their days, however they stand', async () => {
  const { figure, printed } = await yearWith('contributions-late.csv', [
    tied('2016-04-03', ''),
    free('2016-04-03', ''),
  ]);
  expect(figure('contribution-totals.received')).toBe('2100000.00');
  expect((await printed('reconcile')).match(/^(error|warning)\[.*$/gm) ?? []).toEqual([]);
  expect(await printed('settle')).toContain(
    'due 15 April 2016                   200,000.00     200,000.00                               paid 15 April 2016',
  );
});

test('what says so a quarter later moves nothing in the quarter that is over, and stands for what went to last year there', async () => {
  const said = 'instalment 2015/16';
  const late = await yearWith('contributions-late.csv', [tied('2016-07-20', said), free('2016-07-20', said)]);
  const never = await yearWith('contributions-late.csv', []);
  const asAtQ1 = async ({ folder }: typeof late) => (await statementOf(folder, '--as-at', 'Q1')).contributionTotals;
  expect(await asAtQ1(late)).toEqual(await asAtQ1(never));
  expect((await asAtQ1(late))?.overdue).toBe('200000.00');
  for (const total of ['overdue', 'paid-ahead']) expect(late.figure(`contribution-totals.${total}`)).toBe('0.00');
  expect(late.figure('settlement.owed-by-hosts')).toBe('0.00');
});

test('what says so and is more than was owed is owed back', async () => {
  const twice = ['2016-04-03', '2016-04-04'].map((day) => free(day, 'instalment 2015/16').replace('LATE', day));
  const { figure } = await yearWith('contributions-late.csv', twice);
  expect(figure('contribution-totals.received')).toBe('2100000.00');
  expect(figure('settlement.owed-by-hosts')).toBe('100000.00');
});
