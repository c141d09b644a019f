import type { Agreement } from '../agreement/agreement.js';
import type { Quarter } from '../agreement/financial-year.js';
import type { FigureBooks } from '../controls/fund-figures.js';
import type { ProFormaRows } from '../controls/pro-forma.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { booksFor, type ReadFund } from '../rules/check.js';
import { outturnBook } from '../rules/forecasts.js';
import { isKnown } from '../rules/known.js';
import { compare, type FailOver } from './comparison.js';
import type { Comparison, ComparisonSide, Dimension } from './comparison-schema.js';
import type { Side } from './comparison-side.js';
import type { SideAsked } from './side-asked.js';

type ReadForComparison = ReadFund & Pick<ProFormaRows, 'schemes'>;

interface Asked {
  readonly fund: ReadForComparison;
  readonly against: ReadForComparison | undefined;
  readonly from: SideAsked | undefined;
  readonly to: SideAsked | undefined;
  readonly by: Dimension;
  readonly asAt: Quarter | undefined;
  readonly failOver: FailOver | undefined;
}

/**
 * Compares two sides of a fund, or a side of one with a side of another. Not asked for, one fund’s plan is compared
 * with its forecast, or with its actuals where it has none or the year has ended; of two funds, the plans. A side that is not there is
 * reported, and nothing is compared.
 */
export function compareFunds(asked: Asked): {
  readonly result?: Comparison;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { fund, against = fund, by, failOver, asAt } = asked;
  const areTwo = asked.against !== undefined;
  const from = sideOf(fund, asked.from ?? { book: 'plan' }, asAt);
  const to = sideOf(
    against,
    asked.to ?? toByDefault(against, booksOf(against, asAt), { areTwo, isLimited: failOver !== undefined }),
    asAt,
  );
  const missing = [from, to].filter((side) => !isThere(side)).map(absent);
  if (missing.length > 0) return { diagnostics: missing };
  const [first, second] = apart(fund.agreement, against.agreement);
  const named = ({ books, side }: Side, fundName: string): Side =>
    areTwo ? { books, side: { ...side, label: `${side.label}, ${fundName}` } } : { books, side };
  return compare({ from: named(from, first), to: named(to, second), by, failOver });
}

/** What tells two funds apart: their years, else their names, else which of the two was named first. */
function apart(one: Agreement, other: Agreement): readonly [string, string] {
  if (one.year.label !== other.year.label) return [one.year.label, other.year.label];
  return one.name === other.name ? ['first fund', 'second fund'] : [one.name, other.name];
}

/** A side with the books as at its own quarter: what has happened since does not count. */
function sideOf(fund: ReadForComparison, asked: SideAsked, asAt: Quarter | undefined): Side {
  const books = booksOf(fund, asked.quarter ?? asAt);
  return { books, side: sideFor(asked, books) };
}

function booksOf(fund: ReadForComparison, asAt: Quarter | undefined): FigureBooks {
  return { ...booksFor(fund, asAt), schemes: fund.schemes };
}

/**
 * The outturn of a fund; before the year end what is spent so far where nothing is forecast. A limit is on the outturn:
 * where a forecast is declared and has not come, what is spent so far does not pass for it.
 */
function toByDefault(
  { agreement }: ReadForComparison,
  books: FigureBooks,
  { areTwo, isLimited }: { readonly areTwo: boolean; readonly isLimited: boolean },
): SideAsked {
  if (areTwo) return { book: 'plan' };
  const book = outturnBook(books);
  const isAwaited = isLimited && agreement.ledgers.some(({ kind }) => kind === 'forecast');
  return { book: books.forecast.isEmpty && isKnown(books, 'expenditure') && !isAwaited ? 'actual' : book };
}

function sideFor({ book, quarter }: SideAsked, { asAt }: FigureBooks): ComparisonSide {
  const at = book === 'plan' ? undefined : (quarter ?? asAt);
  const labels = {
    plan: 'Plan',
    actual: `Actual to ${at ?? 'date'}`,
    forecast: `Forecast${at === undefined ? '' : ` as at ${at}`}`,
    quarter: `Spent in ${at ?? ''}`,
  };
  return { book, ...(at !== undefined && { quarter: at }), label: labels[book] };
}

function isThere({ books, side: { book, quarter } }: Side): boolean {
  if (book === 'plan') return true;
  if (quarter === undefined) return false;
  const { journal } = books;
  if (book === 'forecast') return journal.has('forecast', quarter);
  return journal.has('actual', quarter) && isKnown(books, 'expenditure');
}

function absent({ books: { agreement }, side: { label } }: Side): Diagnostic {
  const side = label.replace('Spent in', 'spending in').replace(/^\w/, (first) => first.toLowerCase());
  return diagnose('BCF0013', { side, fund: `${agreement.name}, ${agreement.year.label},` });
}
