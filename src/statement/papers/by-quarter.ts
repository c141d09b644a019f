import type { Contribution } from '../../agreement/agreement.js';
import { isUpTo, type Quarter, quarters } from '../../agreement/financial-year.js';
import type { Money } from '../../figures/books.js';
import { Figure, type Term } from '../../figures/figure.js';
import { balances, incomes, plusAll } from '../../figures/terms.js';
import type { Where } from '../../journal/book-view.js';
import type { Balance } from '../../journal/journal.js';
import { alignedOf } from '../../rules/aligned.js';
import type { Books } from '../../rules/check.js';
import { isKnown } from '../../rules/known.js';
import type { QuarterAmounts } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

const rule = rulesOfPapers.poolManager;

type Ledger = 'contributions' | 'expenditure';

/** What came in of a contribution, and what its owner spent of it itself, quarter by quarter; `what` says of which line. */
export function receivedByQuarter(
  books: Books,
  what: string,
  contribution: Pick<Contribution, 'partner' | 'source' | 'pool'>,
): QuarterAmounts {
  const { partner, source, pool } = contribution;
  const received = books.actual.list('income', { partner, source, pool });
  const aligned = alignedOf(books, 'actual', contribution);
  return quarterFigures(books, 'contributions', { what, how: itsAccounts }, (quarter) => [
    ...incomes(within(quarter, received)),
    ...balances(within(quarter, aligned)),
  ]);
}

/** What was applied, quarter by quarter. */
export function appliedByQuarter(books: Books, what: string, where: Where<'applied'>): QuarterAmounts {
  const accounts = books.actual.list('applied', where);
  return quarterFigures(books, 'expenditure', { what, how: itsAccounts }, (quarter) =>
    balances(within(quarter, accounts)),
  );
}

const itsAccounts = 'its accounts in the quarter, added up';

function within(quarter: Quarter, list: readonly Balance[]): Balance[] {
  return list.filter((balance) => balance.quarter === quarter);
}

/** A line quarter by quarter, of what `terms` gives for each; `what` and `how` are the words of one quarter of it. */
export function quarterFigures(
  books: Books,
  ledger: Ledger,
  { what, how }: { readonly what: string; readonly how: string },
  terms: (quarter: Quarter) => Term[],
): QuarterAmounts {
  const inQuarter = (quarter: Quarter) =>
    Figure.money({ what: `${what} in ${quarter}`, how, rule, terms: terms(quarter) });
  const toDate = (known: readonly Money[]) =>
    Figure.money({ what: `${what} to date`, how: 'the quarters, added up', rule, terms: plusAll(known) });
  return byQuarter(books, ledger, inQuarter, toDate);
}

/** Lines of one ledger together, quarter by quarter. */
export function summedByQuarter(
  books: Books,
  ledger: Ledger,
  what: string,
  lines: readonly QuarterAmounts[],
): QuarterAmounts {
  const inQuarter = (quarter: Quarter) => {
    const amounts = lines.flatMap((line) => line.quarters.filter((amount) => amount.quarter === quarter));
    const terms = plusAll(amounts.flatMap(({ amount }) => amount ?? []));
    return Figure.money({ what: `${what} in ${quarter}`, how: 'its lines in the quarter, added up', rule, terms });
  };
  const toDate = () => {
    const terms = plusAll(lines.flatMap((line) => line.toDate ?? []));
    return Figure.money({ what: `${what} to date`, how: 'its lines to date, added up', rule, terms });
  };
  return byQuarter(books, ledger, inQuarter, toDate);
}

/** A quarter after the one reported is not known; where the ledger has not come, none is. */
function byQuarter(
  books: Books,
  ledger: Ledger,
  inQuarter: (quarter: Quarter) => Money,
  toDate: (known: readonly Money[]) => Money,
): QuarterAmounts {
  const { asAt } = books;
  if (!isKnown(books, ledger) || asAt === undefined) return { quarters: quarters.map((quarter) => ({ quarter })) };
  const amounts = quarters.map((quarter) => ({
    quarter,
    amount: isUpTo(quarter, asAt) ? inQuarter(quarter) : undefined,
  }));
  return { quarters: amounts, toDate: toDate(amounts.flatMap(({ amount }) => amount ?? [])) };
}
