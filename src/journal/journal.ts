import { type IsoDate, isUpTo, type Quarter } from '../agreement/financial-year.js';
import type { LedgerKind, ledgerKinds } from '../agreement/ledger-kinds.js';
import type { Provenance, RowReference } from '../ledger/row-types.js';
import { type Pence, sum } from '../money/pence.js';
import { type Account, accountName } from './accounts.js';

/**
 * Plan, actual and forecast are separate books; `schemes` is the memorandum of local schemes, and `virements` what has
 * been moved between headings since the plan.
 */
export type Book = Exclude<(typeof ledgerKinds)[LedgerKind]['book'], undefined>;

export interface Posting {
  readonly account: Account;
  /** Positive flows into the account. */
  readonly amountPence: Pence;
}

/** One row's postings, which sum to zero. */
export interface Entry {
  readonly book: Book;
  /** The quarter of an actual, or as at which a forecast was made; a plan is for the year. */
  readonly quarter?: Quarter;
  /** The day of an actual. */
  readonly date?: IsoDate;
  readonly postings: readonly Posting[];
  readonly at: RowReference;
  readonly provenance?: Provenance;
}

/** What stands on an account in one book and quarter. */
export interface Balance {
  readonly book: Book;
  readonly quarter: Quarter | undefined;
  readonly account: Account;
  readonly amountPence: Pence;
  readonly rows: number;
  /** The latest day of its rows; undefined where they have none. */
  readonly lastDay: IsoDate | undefined;
  /** The first rows that made it; the rest are counted in `rows`. */
  readonly firstRows: readonly RowReference[];
  readonly provenances: ReadonlySet<Provenance>;
}

/** Up to the end of a quarter, or one quarter by itself; what was brought forward belongs to no quarter. */
export type Period = Quarter | { readonly within: Quarter };

/** How many rows of a balance are remembered: enough to name a breach by, and no more than memory bears. */
const rowsRemembered = 5;

interface Running extends Balance {
  amountPence: Pence;
  rows: number;
  lastDay: IsoDate | undefined;
  readonly firstRows: RowReference[];
  readonly provenances: Set<Provenance>;
}

/** Where a row stands, worked out when it is asked for. */
interface Located {
  readonly at: RowReference;
}

function addRow(running: Running, amountPence: Pence, date: IsoDate | undefined, row: Located): void {
  running.amountPence += amountPence;
  running.rows += 1;
  if (date !== undefined && (running.lastDay === undefined || date > running.lastDay)) running.lastDay = date;
  if (running.firstRows.length < rowsRemembered) running.firstRows.push(row.at);
}

/** What flows from one account to another in one book and quarter: each row of it sums to zero. */
class Flow {
  readonly #from: Running;
  readonly #to: Running;

  constructor(from: Running, to: Running) {
    this.#from = from;
    this.#to = to;
  }

  add(amountPence: Pence, date: IsoDate, row: Located): void {
    addRow(this.#from, -amountPence, date, row);
    addRow(this.#to, amountPence, date, row);
  }
}

/** Folds entries into balances as they are read: memory grows with accounts, not with rows. */
export class Journal {
  readonly #balances = new Map<string, Running>();

  /** Posts an entry. Throws where its postings do not sum to zero: that is a bug, never a user's fault. */
  post(entry: Entry): void {
    if (sum(entry.postings.map(({ amountPence }) => amountPence)) !== 0n) {
      throw new Error(`an entry from ${entry.at.file}:${entry.at.line} does not sum to zero`);
    }
    for (const posting of entry.postings) this.#add(entry, posting);
  }

  /** Money that flows as an entry of two postings did: what rows like its row are added to. */
  flowOf(entry: Entry): Flow {
    const [from, to, ...others] = entry.postings;
    if (from === undefined || to === undefined || others.length > 0)
      throw new Error('a flow is from one account to one');
    return new Flow(this.#balanceOf(entry, from.account), this.#balanceOf(entry, to.account));
  }

  #add(entry: Entry, { account, amountPence }: Posting): void {
    const running = this.#balanceOf(entry, account);
    addRow(running, amountPence, entry.date, entry);
    if (entry.provenance !== undefined) running.provenances.add(entry.provenance);
  }

  #balanceOf({ book, quarter }: Entry, account: Account): Running {
    const key = `${book}\0${quarter ?? ''}\0${accountName(account)}`;
    let running = this.#balances.get(key);
    if (running === undefined) {
      running = {
        book,
        quarter,
        account,
        amountPence: 0n,
        rows: 0,
        lastDay: undefined,
        firstRows: [],
        provenances: new Set(),
      };
      this.#balances.set(key, running);
    }
    return running;
  }

  /** The balances of a book: of an actual those up to a quarter, or within one; of a forecast those as at it. */
  *balances(book: Book, period?: Period): Generator<Balance> {
    const within = typeof period === 'object' ? period.within : undefined;
    const asAt = typeof period === 'object' ? undefined : period;
    for (const balance of this.#balances.values()) {
      if (balance.book !== book) continue;
      if (within !== undefined) {
        if (balance.quarter === within) yield balance;
      } else if (balance.quarter === undefined || asAt === undefined) yield balance;
      else if (book === 'forecast' ? balance.quarter === asAt : isUpTo(balance.quarter, asAt)) yield balance;
    }
  }

  /** Whether a book has any entry. */
  has(book: Book, asAt?: Quarter): boolean {
    return !this.balances(book, asAt).next().done;
  }

  /**
   * The last quarter that actuals are dated in or forecasts are made as at; the first where there is only what was
   * brought forward; undefined where there is nothing but a plan.
   */
  lastQuarter(): Quarter | undefined {
    let last: Quarter | undefined = this.has('actual') ? 'Q1' : undefined;
    for (const { book, quarter } of this.#balances.values()) {
      if (
        (book === 'actual' || book === 'forecast') &&
        quarter !== undefined &&
        (last === undefined || quarter > last)
      ) {
        last = quarter;
      }
    }
    return last;
  }
}
