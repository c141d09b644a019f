import type { Quarter } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { FigureBooks } from '../figures/fund-figures.js';
import type { ProFormaRows } from '../figures/pro-forma.js';
import { booksAsAt, type ReadFund } from '../rules/check.js';
import { asAtOf } from './common.js';
import { compare, type FailOver } from './comparison.js';
import type { Comparison, ComparisonSide, Dimension } from './comparison-schema.js';

/** A side as it is asked for: without a quarter it is as at the quarter of the report. */
export type SideAsked = Pick<ComparisonSide, 'book'> & { readonly quarter?: Quarter };

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
 * with its forecast, or with its actuals where it has none; of two funds, the plans. A side that is not there is
 * reported, and nothing is compared.
 */
export function compareFunds(asked: Asked): { result?: Comparison; diagnostics: readonly Diagnostic[] } {
  const { fund, by, failOver } = asked;
  const books = booksOf(fund, asked.asAt);
  const against = asked.against && booksOf(asked.against, asked.asAt);
  const other = against ?? books;
  const from = sideFor(asked.from ?? { book: 'plan' }, books);
  const to = sideFor(asked.to ?? toByDefault(books, asked.against !== undefined), other);
  const missing = [
    ...(isThere(books, from) ? [] : [absent(from, books)]),
    ...(isThere(other, to) ? [] : [absent(to, other)]),
  ];
  if (missing.length > 0) return { diagnostics: missing };
  const named = (side: ComparisonSide, of: FigureBooks): ComparisonSide =>
    against === undefined ? side : { ...side, label: `${side.label} ${of.agreement.year.label}` };
  return compare({ books, against, from: named(from, books), to: named(to, other), by, failOver });
}

function booksOf(fund: ReadForComparison, asAt: Quarter | undefined): FigureBooks {
  return { ...booksAsAt(fund, asAtOf(fund, asAt)), schemes: fund.schemes };
}

function toByDefault(books: FigureBooks, isOfTwo: boolean): SideAsked {
  if (isOfTwo) return { book: 'plan' };
  return { book: books.forecast.isEmpty && !books.actual.isEmpty ? 'actual' : 'forecast' };
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

function isThere({ journal, agreement }: FigureBooks, { book, quarter }: ComparisonSide): boolean {
  if (book === 'plan') return agreement.headings.size > 0;
  return quarter !== undefined && journal.has(book === 'forecast' ? 'forecast' : 'actual', quarter);
}

function absent({ label }: ComparisonSide, { agreement }: FigureBooks): Diagnostic {
  const side = label.slice(0, 1).toLowerCase() + label.slice(1);
  return diagnose('BCF0013', { side, fund: `${agreement.name}, ${agreement.year.label},` });
}
