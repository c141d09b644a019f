import { hasFact, type KindWith, ledgerKindNames } from '../agreement/ledger-kinds.js';
import type { Books } from './check.js';

/** The ledgers that the actuals are made of. */
export type ActualLedger = KindWith<'book', 'actual'>;

const actualLedgers = ledgerKindNames.filter((kind): kind is ActualLedger => hasFact(kind, 'book', 'actual'));

export const isActual = (kind: string): kind is ActualLedger => actualLedgers.some((ledger) => ledger === kind);

type KnownBooks = Pick<Books, 'agreement' | 'journal' | 'notCome' | 'actual' | 'asAt' | 'stage'>;

/**
 * What is known, ledger by ledger; what is not is blank, and never nil.
 *
 * - Contributions and expenditure are known once anything has happened and a file of the ledger has come: what has no
 *   row is nil then.
 * - As at the day before a year begins nothing of it can have come: that is nil, and known.
 * - What was brought forward too; and where the agreement names no such ledger, nothing was.
 * - A forecast is known line by line, where the line has one as at the quarter (`forecasts.ts`).
 * - Admissions are known quarter by quarter, where they are reported (`performance-payment.ts`). What they earn is not
 *   known before; but performance money falls due only as it is released, so that none is due before either.
 * - A virement is made by its row: without one no budget has moved.
 * - What a body says that it is owed is known where it says so (`agreement-of-balances.ts`).
 */
export function isKnown(books: KnownBooks, ...ledgers: readonly ActualLedger[]): boolean {
  const { journal, notCome, asAt, stage } = books;
  if (asAt === undefined || !journal.has('actual')) return false;
  const hasCome = (kind: ActualLedger) => stage === 'not-begun' || !notCome.has(kind);
  return ledgers.every((kind) => (kind === 'opening' ? isOpeningKnown(books) : hasCome(kind)));
}

/** Whether it is known what the year begins with, of the actuals and of a forecast alike. */
export function isOpeningKnown({ agreement, notCome }: Pick<KnownBooks, 'agreement' | 'notCome'>): boolean {
  const isNamed = agreement.ledgers.some(({ kind, place }) => kind === 'opening' && place !== undefined);
  return !isNamed || !notCome.has('opening');
}

/** Whether what stands in the pool is known: it needs all of the actuals. */
export function isBalanceKnown(books: KnownBooks): boolean {
  return isKnown(books, ...actualLedgers);
}
