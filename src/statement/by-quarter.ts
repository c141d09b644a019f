import { isUpTo, type Quarter, quarters } from '../agreement/financial-year.js';
import { BookView, type Where } from '../journal/book-view.js';
import { toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { totalOf } from '../money/pounds-text.js';
import type { Books } from '../rules/check.js';
import { isKnown } from '../rules/known.js';
import { oncePer } from '../rules/once-per.js';
import type { QuarterAmounts } from './report-figures-schema.js';

/** An amount quarter by quarter, and to date; a quarter after the one reported is not known. */
export interface ByQuarter {
  readonly quarters: readonly (string | undefined)[];
  /** What the quarters add up to. */
  readonly toDate: string | undefined;
}

/** The same as documents have it: each quarter by its name. */
export function inQuarters({ quarters: amounts, toDate }: ByQuarter): QuarterAmounts {
  return { quarters: quarters.map((quarter, index) => ({ quarter, amount: amounts[index] })), toDate };
}

/** Several lines together, quarter by quarter. */
export function summedQuarters(lines: readonly QuarterAmounts[]): QuarterAmounts {
  return {
    quarters: quarters.map((quarter, index) => ({
      quarter,
      amount: totalOf(lines.map((line) => line.quarters[index]?.amount)),
    })),
    toDate: totalOf(lines.map(({ toDate }) => toDate)),
  };
}

/** The actuals of each quarter by itself, read from the accounts and not from the differences of running totals. */
const viewsOf = oncePer(({ journal }: Books) => quarters.map((within) => new BookView(journal, 'actual', { within })));

/** What came in, quarter by quarter. */
export function receivedByQuarter(books: Books, where: Where<'income'> = {}): ByQuarter {
  return byQuarter(books, 'contributions', (view) => view.received(where));
}

/** What was applied, quarter by quarter. */
export function appliedByQuarter(books: Books, where: Where<'applied'> = {}): ByQuarter {
  return byQuarter(books, 'expenditure', (view) => view.applied(where));
}

/** A sum of a ledger’s actuals, quarter by quarter. Throws where the quarters do not add up to the books to date: a bug (R6). */
export function byQuarter(
  books: Books,
  ledger: 'contributions' | 'expenditure',
  of: (view: BookView) => Pence,
): ByQuarter {
  const { actual, asAt } = books;
  if (!isKnown(books, ledger) || asAt === undefined) {
    return { quarters: quarters.map(() => undefined), toDate: undefined };
  }
  const toDatePence = of(actual);
  const amounts = viewsOf(books).map((view, index) => (isReached(quarters[index], asAt) ? of(view) : undefined));
  if (sum(amounts.map((pence) => pence ?? 0n)) !== toDatePence) {
    throw new Error('the quarters do not add up to the year to date');
  }
  return {
    quarters: amounts.map((pence) => (pence === undefined ? undefined : toPounds(pence))),
    toDate: toPounds(toDatePence),
  };
}

function isReached(quarter: Quarter | undefined, asAt: Quarter): boolean {
  return quarter !== undefined && isUpTo(quarter, asAt);
}
