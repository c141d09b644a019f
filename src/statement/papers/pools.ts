import { labelOf } from '../../agreement/bodies.js';
import { type Money, total } from '../../figures/books.js';
import { type About, Figure } from '../../figures/figure.js';
import { balances, incomes, turned } from '../../figures/terms.js';
import type { BookView } from '../../journal/book-view.js';
import type { Books } from '../../rules/check.js';
import { poolSpentFrom } from '../../rules/due-out.js';
import { isKnown } from '../../rules/known.js';
import { broughtForward, settledOf } from '../flow-of-funds.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { IncomeLine, PoolFigures, QuarterLine } from '../report-figures-schema.js';
import { summedByQuarter } from './by-quarter.js';
import { rulesOfPapers } from './rules-of-papers.js';

/** The lines of income and of expenditure that pools share out between them. */
interface Lines {
  readonly income: readonly IncomeLine[];
  readonly headings: readonly QuarterLine[];
}

type PoolLine = Reconciliation['byPool'][number];
type Standing = PoolFigures['balance'];
type StandingBook = keyof Standing;

/** Each pool by itself, for its own pool manager (R6); none where there is one pool, which is the whole fund. */
export function poolFigures(books: Books, { byPool }: Reconciliation, lines: Lines): PoolFigures[] {
  return byPool.length < 2 ? [] : byPool.map((line) => poolFigure(books, line, lines));
}

function poolFigure(books: Books, line: PoolLine, { income, headings }: Lines): PoolFigures {
  const { pool, label, host, difference } = line;
  const { agreement } = books;
  const received = income.filter((incomeLine) => incomeLine.pool === pool);
  const spent = headings.filter(({ code }) => agreement.headings.get(code)?.pool === pool);
  const opening = standing((book, words) => {
    const accounts = broughtForward(books, book, { pool });
    const about = aboutPool(`${label}: brought forward, ${words}`, 'its opening balances');
    return accounts && Figure.money({ ...about, terms: incomes(accounts) });
  });
  const settled = settledOf(books, { pool });
  const otherPools = standing((book, words) => acrossPools(books, line, book, words));
  const balance = standing((book, words) =>
    total(
      aboutPool(`${label}: balance, ${words}`, 'brought forward + income − expenditure + out of money of other pools'),
      [opening[book], difference[book], otherPools[book], ...(settled?.[book] === undefined ? [] : [settled[book]])],
    ),
  );
  return {
    pool,
    label,
    host,
    hostLabel: labelOf(agreement, host),
    income: summedByQuarter(books, 'contributions', `${label}: received`, received),
    spending: summedByQuarter(books, 'expenditure', `${label}: spent`, spent),
    broughtForward: opening,
    otherPools,
    ...(settled && { settled }),
    balance,
  };
}

function aboutPool(what: string, how: string): About {
  return { what, how, rule: rulesOfPapers.poolManager };
}

function standing(make: (book: StandingBook, words: string) => Money | undefined): Standing {
  return { actual: make('actual', 'to date'), forecast: make('forecast', 'forecast') };
}

/** Spending whose heading is of one pool and whose fenced money is of another: what a pool is spared, less what it bears. */
function acrossPools(
  books: Books,
  { pool, label, applications }: PoolLine,
  book: StandingBook,
  words: string,
): Money | undefined {
  const isMade = book === 'actual' ? isKnown(books, 'expenditure') : applications.forecast !== undefined;
  if (!isMade) return undefined;
  const { spared, borne } = crossing(books, books[book], pool);
  const about = aboutPool(
    `${label}: spent under its headings out of money of other pools, net, ${words}`,
    'fenced money stays in its own pool, whatever heading it is spent under (R2)',
  );
  return Figure.money({ ...about, terms: [...balances(spared), ...turned(balances(borne))] });
}

function crossing({ agreement }: Books, book: BookView, pool: string) {
  const all = book.list('applied').filter(({ account }) => poolSpentFrom(agreement, account) !== account.pool);
  return {
    spared: all.filter(({ account }) => account.pool === pool),
    borne: all.filter(({ account }) => poolSpentFrom(agreement, account) === pool),
  };
}
