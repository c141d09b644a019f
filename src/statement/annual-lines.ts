import { labelOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import { atEndOf } from '../rules/as-at.js';
import { booksAsAt, type ReadFund } from '../rules/check.js';
import { appliedByQuarter, receivedByQuarter } from './by-quarter.js';

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
  const funding = agreement.contributions.map(({ partner, source, pool }) => ({
    code: `funding.${partner}.${source}.${pool}`,
    label: `Funding by ${labelOf(agreement, partner)}, ${agreement.sources.get(source)?.name ?? source}`,
    ...receivedByQuarter(books, { partner, source, pool }),
  }));
  const expenditure = [...agreement.bodies.keys()].map((body) => ({
    code: `expenditure.${body}`,
    label: `Expenditure by ${labelOf(agreement, body)}`,
    ...appliedByQuarter(books, { appliedBy: body }),
  }));
  return [...funding, ...expenditure].flatMap(({ code, label, quarters, toDate }) =>
    toDate === undefined ? [] : [{ code, label, quarters: quarters.flatMap((amount) => amount ?? []), toDate }],
  );
}
