import { isUpTo, type Quarter, quarters } from '../../agreement/financial-year.js';
import { difference, type Money, total } from '../../figures/books.js';
import { Figure } from '../../figures/figure.js';
import type { Books } from '../../rules/check.js';
import { outturnBook } from '../../rules/forecasts.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { NamedReportFigures, QuarterAmounts, ReturnLine } from '../report-figures-schema.js';
import { commentOf, givenBackInWords, whyNotKnown } from './return-comments.js';
import { partsOf } from './return-parts.js';
import { bookedIn, forecastIn, type Making, plannedIn } from './return-quarters.js';
import { rulesOfPapers } from './rules-of-papers.js';

const rule = rulesOfPapers.nationalReturn;

/** One side of the block. */
interface Side {
  readonly books: Books;
  readonly statement: Reconciliation;
  readonly side: ReturnLine['side'];
  readonly booked: QuarterAmounts;
  readonly totals: Reconciliation['flowOfFunds']['totals']['sources'];
  /** Due already, and so expected in the next quarter. */
  readonly overdue: Money | undefined;
}

/**
 * The block (R6): plan, forecast and actual of income and expenditure by quarter against the pool. The plan is for the
 * year; by quarter it follows the instalments in which contributions fall due, and performance money its planned
 * release. A forecast is what has happened, and for the quarters still to come the rest of the outturn by the same
 * instalments; what is overdue is expected in the next quarter. In Q4 it is the actual.
 */
export function returnBlock(
  books: Books,
  statement: Reconciliation,
  { totalIncome, totalSpending }: Pick<NamedReportFigures, 'totalIncome' | 'totalSpending'>,
): ReturnLine[] {
  const { flowOfFunds, contributionTotals } = statement;
  const { sources, applications } = flowOfFunds.totals;
  const overdue = contributionTotals?.overdue;
  const sides: readonly Side[] = [
    { books, statement, side: 'income', booked: totalIncome, totals: sources, overdue },
    { books, statement, side: 'expenditure', booked: totalSpending, totals: applications, overdue: undefined },
  ];
  return sides.flatMap((side) => (['plan', 'forecast', 'actual'] as const).map((basis) => lineOf(side, basis)));
}

function lineOf(own: Side, line: ReturnLine['basis']): ReturnLine {
  const { books, statement, side } = own;
  const basis = line === 'forecast' ? outturnBook(books) : line;
  const what = `National return, ${line} ${side}`;
  const year = basis === 'actual' && books.asAt !== 'Q4' ? 'to date' : 'for the year';
  const annual = annualOf(own, basis, `${what}: ${year}`);
  const pooled = pooledFund(statement);
  const about = { what: `${what}: less the agreed pool`, how: `${year} − the agreed pool`, rule };
  const less = difference(about, annual, pooled);
  const parts = less === undefined ? [] : partsOf({ books, statement, side, basis, difference: less });
  const inQuarter = byQuarter(own, basis, annual);
  return {
    side,
    basis: line,
    quarters: quarters.map((quarter) => {
      const making = inQuarter(quarter);
      const amount = making && Figure.money({ what: `${what} in ${quarter}`, rule, ...making });
      return { quarter, amount, words: amount && belowNilInWords(own, { basis, quarter, amount }) };
    }),
    annual,
    pooled,
    difference: less,
    parts,
    comment: less === undefined ? whyNotKnown(books, side, basis) : commentOf(less, parts),
  };
}

/** What the rows of a quarter that is booked and below nil say of it; of any other nothing is said. */
function belowNilInWords(
  { books, side }: Side,
  {
    basis,
    quarter,
    amount,
  }: { readonly basis: ReturnLine['basis']; readonly quarter: Quarter; readonly amount: Money },
): string | undefined {
  const isBooked = books.asAt !== undefined && isUpTo(quarter, books.asAt);
  if (amount.amount >= 0n || basis === 'plan' || !isBooked) return undefined;
  return givenBackInWords(books.givenBack.in(side === 'income' ? 'contributions' : 'expenditure', quarter));
}

function annualOf({ totals, booked }: Side, basis: ReturnLine['basis'], what: string): Money | undefined {
  if (basis !== 'actual') return total({ what, how: 'as in the flow of funds', rule }, [totals[basis]]);
  if (booked.toDate === undefined) return undefined;
  const known = booked.quarters.flatMap(({ amount }) => amount ?? []);
  return total({ what, how: 'its quarters to date, added up', rule }, known);
}

function pooledFund({ flowOfFunds }: Reconciliation): Money {
  const about = { what: 'The agreed pool', how: 'the plan of all contributions', rule };
  const pooled = total(about, [flowOfFunds.totals.sources.plan]);
  if (pooled === undefined) throw new Error('the plan of all contributions is always known');
  return pooled;
}

/** How what a line has in a quarter is made; nothing of a quarter that is not known. */
function byQuarter(
  { books, statement, booked, overdue }: Side,
  basis: ReturnLine['basis'],
  annual: Money | undefined,
): (quarter: Quarter) => Making | undefined {
  switch (basis) {
    case 'plan':
      return plannedIn(books, statement, annual);
    case 'forecast':
      return forecastIn(books, { booked, overdue, annual });
    case 'actual':
      return (quarter) => bookedIn(booked, quarter);
  }
}
