import type { Place } from '../diagnostics/diagnostic.js';
import type { Term } from '../figures/figure.js';
import { balances } from '../figures/terms.js';
import type { AppliedAccount } from '../journal/accounts.js';
import type { BookView } from '../journal/book-view.js';
import type { Balance } from '../journal/journal.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { oncePer } from './once-per.js';

/** What one body applied to one heading from one source on one schedule, refunds taken off. */
export interface Spending {
  readonly account: AppliedAccount;
  readonly amountPence: Pence;
  readonly amountInWords: string;
  readonly terms: readonly Term[];
  readonly rows: number;
  /** The first of its rows, and more of them. */
  readonly context: { readonly place?: Place; readonly alsoAt: readonly Place[]; readonly occurrences?: number };
}

/**
 * The spending of a book that is not nil, over schemes, districts and quarters, of the accounts that are meant; its rows
 * point at a column.
 */
export function spendings(book: BookView, column: string, isMeant: (account: AppliedAccount) => boolean): Spending[] {
  const meant = groupsOf(book).filter(({ account }) => isMeant(account));
  return meant.map(({ account, amountPence, rows, own }) => {
    const [place, ...alsoAt] = own
      .flatMap(({ firstRows }) => firstRows)
      .map((row): Place => ({ ...row, field: { name: column } }));
    const context = { ...(place && { place }), alsoAt, ...(rows > 1 && { occurrences: rows }) };
    return { account, amountPence, amountInWords: inWords(amountPence), terms: balances(own), rows, context };
  });
}

interface Group {
  readonly account: AppliedAccount;
  amountPence: Pence;
  rows: number;
  readonly own: Balance[];
}

/** What of a book’s spending is told together: every ring-fence and every agreed source asks. */
const groupsOf = oncePer((book: BookView): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const balance of book.list('applied')) {
    const { account, amountPence, rows } = balance;
    const key = [account.source, account.heading, account.appliedBy, account.schedule].join('\0');
    const group = groups.get(key) ?? { account, amountPence: 0n, rows: 0, own: [] };
    group.amountPence += amountPence;
    group.rows += rows;
    group.own.push(balance);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ amountPence }) => amountPence !== 0n);
});
