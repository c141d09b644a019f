import type { Quarter } from '../agreement/financial-year.js';
import { rowText } from '../diagnostics/place-text.js';
import type { BookedRow, BookedRows } from '../export/booked-rows.js';
import { type Account, accountName } from '../journal/accounts.js';
import type { Book } from '../journal/journal.js';
import type { Pence } from '../money/pence.js';

/** A posting of one row of a ledger, or of all rows of an account, book, quarter and month. */
export interface SheetPosting {
  readonly book: Book;
  readonly quarter: Quarter | undefined;
  /** A day, or a month where postings are summed; '' where there is none. */
  readonly date: string;
  readonly account: Account;
  readonly amountPence: Pence;
  /** `ledgers/expenditure-q1.csv:12`, or how many rows are summed. */
  readonly from: string;
  readonly reference: string;
  readonly note: string;
}

/** What a workbook has of the journal. */
export interface SheetPostings {
  readonly postings: readonly SheetPosting[];
  /** How many there were, where they are summed by account and month. */
  readonly summedFrom: number | undefined;
}

/** More postings than this are summed by account and month, so that the workbook opens on an ordinary laptop. */
export const mostPostings = 20_000;

const books: readonly Book[] = ['plan', 'schemes', 'actual', 'forecast', 'virements'];

/**
 * All postings of a fund in the order of reading, book by book: those after the quarter asked for too, since a published
 * total may be of them.
 */
export function postingsOf(rows: BookedRows, most = mostPostings): SheetPostings {
  let count = 0;
  for (const { postings } of allOf(rows)) count += postings.length;
  if (count <= most) return { postings: [...each(allOf(rows))], summedFrom: undefined };
  return { postings: summed(each(allOf(rows))), summedFrom: count };
}

function* allOf(rows: BookedRows): Generator<BookedRow> {
  for (const book of books) yield* rows.of(book);
}

function* each(rows: Iterable<BookedRow>): Generator<SheetPosting> {
  for (const { book, quarter, date = '', at, reference, note, postings } of rows) {
    const from = rowText(at);
    for (const { account, amountPence } of postings)
      yield { book, quarter, date, account, amountPence, from, reference, note };
  }
}

function summed(postings: Iterable<SheetPosting>): SheetPosting[] {
  const sums = new Map<string, { readonly of: SheetPosting; amountPence: Pence; rows: number }>();
  for (const of of postings) {
    const month = of.date.slice(0, 7);
    const key = [of.book, of.quarter ?? '', month, accountName(of.account)].join('\0');
    const sum = sums.get(key) ?? { of: { ...of, date: month }, amountPence: 0n, rows: 0 };
    sum.amountPence += of.amountPence;
    sum.rows += 1;
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ of, amountPence, rows }) => ({
    ...of,
    amountPence,
    from: rows === 1 ? of.from : `${rows} rows`,
    reference: '',
    note: '',
  }));
}

/** What the sheets call the quarter of a posting or a balance. */
export function periodOf({ book, quarter }: Pick<SheetPosting, 'book' | 'quarter'>): string {
  return quarter ?? (book === 'actual' ? 'opening' : 'year');
}
