import type { Quarter } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import type { Account } from '../journal/accounts.js';
import type { Entry } from '../journal/journal.js';
import type { Cells } from '../ledger/cells.js';

/** A row of a ledger with its postings, and the words of it that the journal does not keep. */
export interface BookedRow extends Entry {
  readonly kind: LedgerKind | 'agreement';
  /** As the file writes it; '' where the kind of row has none. */
  readonly dateText: string;
  readonly reference: string;
  readonly note: string;
}

/** What is seen of a row as it passes. */
interface Passing {
  readonly kind: LedgerKind;
  readonly cells: Pick<Cells, 'optional'>;
  readonly entry?: Entry;
}

/** Keeps each row that is posted as it passes: an export is of rows, so memory grows with them and shares accounts. */
export class BookedRows {
  readonly #rows: BookedRow[] = [];
  readonly #accounts = new Map<string, Account>();

  /** Takes a row that passes; one that is not posted, such as admissions, is left. */
  readonly watch = ({ kind, cells, entry }: Passing): void => {
    if (entry === undefined) return;
    const [dateText, reference, note] = ['date', 'reference', 'note'].map((column) => cells.optional(column));
    this.add(entry, { kind, dateText: dateText ?? '', reference: reference ?? '', note: note ?? '' });
  };

  /** Adds an entry that no row of a ledger made, such as an agreed contribution. */
  add(entry: Entry, words: Pick<BookedRow, 'kind' | 'dateText' | 'reference' | 'note'>): void {
    const { book, quarter, at, provenance } = entry;
    this.#rows.push({
      book,
      at,
      ...(quarter !== undefined && { quarter }),
      ...(provenance !== undefined && { provenance }),
      ...words,
      postings: entry.postings.map(({ account, amountPence }) => ({ account: this.#shared(account), amountPence })),
    });
  }

  /** The rows of a book in the order of reading: of actuals and virements those up to a quarter, of forecasts all. */
  of(book: Entry['book'], asAt?: Quarter): BookedRow[] {
    return this.#rows.filter(
      (row) => row.book === book && (asAt === undefined || row.quarter === undefined || row.quarter <= asAt),
    );
  }

  #shared(account: Account): Account {
    const key = Object.values(account).join('\0');
    const known = this.#accounts.get(key);
    if (known !== undefined) return known;
    this.#accounts.set(key, account);
    return account;
  }
}
