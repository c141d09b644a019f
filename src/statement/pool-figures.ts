import { labelOf } from '../agreement/bodies.js';
import type { BalanceOf, BookView } from '../journal/book-view.js';
import { type Pence, sum } from '../money/pence.js';
import { addKnown, knownPounds } from '../money/pounds-text.js';
import type { Books } from '../rules/check.js';
import { poolSpentFrom } from '../rules/due-out.js';
import { broughtForwardPence, isKnown, isOpeningKnown } from '../rules/known.js';
import { appliedByQuarter, inQuarters, receivedByQuarter } from './by-quarter.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { PoolFigures } from './report-figures-schema.js';

/** Each pool by itself, for its own pool manager (R6); none where there is one pool, which is the whole fund. */
export function poolFigures(books: Books, { byPool }: Reconciliation): PoolFigures[] {
  if (byPool.length < 2) return [];
  return byPool.map(({ pool, label, host, applications, difference }) => {
    const across = (book: BookView) => acrossPools(books, book, pool);
    const broughtForward = {
      actual: knownPounds(broughtForwardPence(books, { pool })),
      forecast:
        books.forecast.isEmpty || !isOpeningKnown(books)
          ? undefined
          : knownPounds(books.actual.broughtForward({ pool })),
    };
    const otherPools = {
      actual: isKnown(books, 'expenditure') ? knownPounds(spentAcross(across(books.actual))) : undefined,
      forecast: applications.forecast === undefined ? undefined : knownPounds(spentAcross(across(books.forecast))),
    };
    const balance = (of: 'actual' | 'forecast') => addKnown([broughtForward[of], difference[of], otherPools[of]]);
    return {
      pool,
      label,
      host,
      hostLabel: labelOf(books.agreement, host),
      income: inQuarters(receivedByQuarter(books, { pool })),
      spending: inQuarters(appliedByQuarter(books, { pool })),
      broughtForward,
      otherPools,
      balance: { actual: balance('actual'), forecast: balance('forecast') },
    };
  });
}

/** Spending whose heading is of one pool and whose fenced money is of another: what a pool is spared, and what it bears. */
export function acrossPools({ agreement }: Books, book: BookView, pool: string) {
  const crossing = book.list('applied').filter(({ account }) => poolSpentFrom(agreement, account) !== account.pool);
  return {
    spared: crossing.filter(({ account }) => account.pool === pool),
    borne: crossing.filter(({ account }) => poolSpentFrom(agreement, account) === pool),
  };
}

function spentAcross({ spared, borne }: ReturnType<typeof acrossPools>): Pence {
  const total = (list: readonly BalanceOf<'applied'>[]) => sum(list.map(({ amountPence }) => amountPence));
  return total(spared) - total(borne);
}
