import { FigureSheet } from './figure-sheet.js';
import { rowsToDate, sumPence } from './fund-rows.js';
import type { RuledFund, Spending } from './fund-shape.js';
import type { Digits } from './named.js';

type Marked = RuledFund['spending'][number] | RuledFund['receipts'][number];

/** What is accrued, reversed and not reversed, and what adjusts an earlier year, from the rows alone. */
export function accrualsByHand(fund: RuledFund, fault = ''): Digits {
  const { spent, received, settled } = rowsToDate(fund);
  const ofYears = settled.flatMap((row) => (row.year === '' ? [] : [{ ...row, adjusts: `${row.year}:` }]));
  const earlier = [...received, ...ofYears].filter(({ adjusts = '' }) => yearIn(adjusts) !== '');
  const sheet = new FigureSheet();
  const isOurs = ({ adjusts = '' }: Marked) => fault === 'years-mixed' || yearIn(adjusts) === '';
  const accruals = spent.filter((row) => row.accrual === 'accrual' || (row.accrual === 'reversal' && isOurs(row)));
  const accrued = grouped(accruals, ({ heading, appliedBy }) => `heading=${heading};by=${appliedBy}`).map(
    ([key, rows]) => {
      const isOver = ({ accrual }: Spending) => accrual === 'accrual';
      const taken = -sumPence(rows.filter((row) => !isOver(row)));
      const amounts = { accrued: sumPence(rows.filter(isOver)), reversed: fault === 'never-reversed' ? 0n : taken };
      return {
        key: `accruals.lines[${key}]`,
        amounts: { ...amounts, 'not-reversed': amounts.accrued - amounts.reversed },
      };
    },
  );
  const ofEarlier = (rows: readonly Spending[]) => rows.filter(({ adjusts = '' }) => yearIn(adjusts) !== '');
  const spending = grouped(ofEarlier(spent), ({ heading, appliedBy, adjusts = '' }) =>
    [`heading=${heading}`, `by=${appliedBy}`, `of-year=${yearIn(adjusts)}`].join(';'),
  ).map(([key, rows]) => {
    const isTurned = ({ accrual }: Spending) => accrual === 'reversal' && fault !== 'reversals-not-apart';
    const amounts = {
      reversed: sumPence(rows.filter(isTurned)),
      other: sumPence(rows.filter((row) => !isTurned(row))),
    };
    return { key: `prior-year.spending.lines[${key}]`, amounts: { ...amounts, net: amounts.reversed + amounts.other } };
  });
  const receipts = grouped(
    earlier,
    ({ partner, source, adjusts = '' }) => `partner=${partner};source=${source};of-year=${yearIn(adjusts)}`,
  ).map(([key, rows]) => ({ key: `prior-year.receipts.lines[${key}]`, amounts: { amount: sumPence(rows) } }));
  for (const { key, amounts } of [...accrued, ...spending, ...receipts]) sheet.add(key, amounts);
  sheet.addSums(
    'accruals.totals',
    accrued.map(({ amounts }) => amounts),
  );
  sheet.addSums(
    'prior-year.spending.totals',
    spending.map(({ amounts }) => amounts),
  );
  if (receipts.length > 0)
    sheet.add('prior-year.receipts', {
      total: sumPence(earlier),
    });
  return sheet.all;
}

/** The year before a reference, `2013/14` of `2013/14:R1`; '' of a reference alone. */
function yearIn(adjusts: string): string {
  return adjusts.includes(':') ? adjusts.slice(0, adjusts.indexOf(':')) : '';
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): [key: string, rows: T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}
