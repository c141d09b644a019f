import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, incomes, plus } from '../figures/terms.js';
import { linesOf } from './accruals.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';

/** Spending of this year that adjusts that of an earlier one. */
export interface PriorYearSpending {
  readonly heading: string;
  readonly appliedBy: string;
  readonly ofYear: string;
  /** Accruals of that year taken back: less spending, negative. */
  readonly reversed: Money;
  readonly other: Money;
  readonly net: Money;
}

/** Receipts of this year that settle or adjust what is of an earlier one; paid back is negative. */
export interface PriorYearReceipts {
  readonly partner: string;
  readonly source: string;
  readonly ofYear: string;
  readonly amount: Money;
}

/** What of this year’s spending adjusts an earlier year, by heading, body and year (R5). It is in this year’s actuals. */
export const priorYearSpending = oncePer((books: Books): readonly PriorYearSpending[] => {
  const { agreement, actual } = books;
  const adjusting = actual.list('applied').filter(({ account }) => account.ofYear !== '');
  const codesOf = ({ account }: (typeof adjusting)[number]) => [account.heading, account.appliedBy, account.ofYear];
  return linesOf(books, adjusting, codesOf).map(({ codes: [heading = '', appliedBy = '', ofYear = ''], list }) => {
    const label = `${agreement.headings.get(heading)?.name ?? heading}, ${labelOf(agreement, appliedBy)}, of ${ofYear}`;
    const rule = ruleOf('R5', agreement.balanceRule);
    const reversed = Figure.money({
      what: `${label}: accruals reversed this year`,
      how: 'the rows that reverse them, added up',
      rule,
      terms: balances(list.filter(({ account }) => account.accrual === 'reversal')),
    });
    const other = Figure.money({
      what: `${label}: spent or corrected this year`,
      how: 'the other rows that name a row of that year, added up',
      rule,
      terms: balances(list.filter(({ account }) => account.accrual !== 'reversal')),
    });
    const net = Figure.money({
      what: `${label}: prior-year items`,
      how: 'accruals reversed + spent or corrected',
      rule,
      terms: plus(reversed, other),
    });
    return { heading, appliedBy, ofYear, reversed, other, net };
  });
});

/** What came in this year of an earlier one, by who paid it, source and year (R5): nobody’s contribution to this year. */
export const priorYearReceipts = oncePer((books: Books): readonly PriorYearReceipts[] => {
  const { agreement, actual } = books;
  const adjusting = actual.list('settled').filter(({ account }) => account.year !== '');
  const codesOf = ({ account }: (typeof adjusting)[number]) => [account.body, account.source, account.year];
  return linesOf(books, adjusting, codesOf).map(({ codes: [partner = '', source = '', ofYear = ''], list }) => {
    const amount = Figure.money({
      what: `${labelOf(agreement, partner)}, ${agreement.sources.get(source)?.name ?? source}, of ${ofYear}: received this year`,
      how: 'the rows that settle or adjust what is of that year, added up',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: incomes(list),
    });
    return { partner, source, ofYear, amount };
  });
});
