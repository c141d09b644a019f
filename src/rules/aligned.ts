import type { Contribution } from '../agreement/agreement.js';
import { isAlignedMoney } from '../agreement/tied-money.js';
import type { BookName } from '../figures/books.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Books } from './check.js';

/** What of a contribution is aligned, as a book has it applied: its owner contributes it by spending it (R1). */
export function alignedOf(
  books: Books,
  book: BookName,
  { partner, source, pool }: Pick<Contribution, 'partner' | 'source' | 'pool'>,
): readonly BalanceOf<'applied'>[] {
  return alignedIn(books, book, partner).filter(({ account }) => account.source === source && account.pool === pool);
}

/** What a book has applied to aligned headings on a schedule. */
export function alignedIn(books: Books, book: BookName, schedule: string): readonly BalanceOf<'applied'>[] {
  const { agreement } = books;
  return books[book].list('applied', { schedule }).filter(({ account }) => isAlignedMoney(agreement, account));
}
