import { labelOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import { atEndOf } from '../rules/as-at.js';
import { booksAsAt, type ReadFund } from '../rules/check.js';
import { appliedByQuarter, receivedByQuarter } from './papers/by-quarter.js';

/** A line of the annual return of income and expenditure, quarter by quarter and to date. */
export interface AnnualLine {
  /** `funding.09C.ccg-minimum.kent`, `expenditure.KCC`. */
  readonly code: string;
  readonly label: string;
  readonly quarters: readonly string[];
  readonly toDate: string;
}

/**
 * The lines of the annual return as at a quarter: funding by partner and source, expenditure by who spent it (R6). One
 * that is not known is left out.
 */
export function annualLines(fund: ReadFund, asAt: Quarter): AnnualLine[] {
  const books = booksAsAt(fund, atEndOf(asAt));
  const { agreement } = books;
  const funding = agreement.contributions.map(({ partner, source, pool }) => {
    const label = `Funding by ${labelOf(agreement, partner)}, ${agreement.sources.get(source)?.name ?? source}`;
    const code = `funding.${partner}.${source}.${pool}`;
    return { code, label, ...receivedByQuarter(books, label, { partner, source, pool }) };
  });
  const expenditure = [...agreement.bodies.keys()].map((body) => {
    const label = `Expenditure by ${labelOf(agreement, body)}`;
    return { code: `expenditure.${body}`, label, ...appliedByQuarter(books, label, { appliedBy: body }) };
  });
  return [...funding, ...expenditure].flatMap(({ code, label, quarters, toDate }) => {
    const amounts = quarters.flatMap(({ amount }) => (amount === undefined ? [] : [String(amount)]));
    return toDate === undefined ? [] : [{ code, label, quarters: amounts, toDate: String(toDate) }];
  });
}
