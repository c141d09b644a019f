import type { PassingRow } from '../fund/post-rows.js';
import { type Account, accountName } from '../journal/accounts.js';
import type { Balance } from '../journal/journal.js';
import { toPounds } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import type { TracedRow } from '../statement/trace-schema.js';

type Of = Pick<Balance, 'book' | 'quarter'> & { readonly account: Account };

/** The rows behind some balances: the first of each, and how many and how much the others are. */
export interface RowsOfBalance {
  readonly count: number;
  readonly amountPence: Pence;
  readonly first: readonly Found[];
}

interface Found extends Omit<TracedRow, 'amount'> {
  readonly amountPence: Pence;
}

/** Which rows are kept of many: the first, as they stand in the files, or the largest. */
type Kept = 'first' | 'largest';

/** Collects the rows behind some balances while a fund is read again: no more than are asked for are kept. */
export class PostedRows {
  readonly #limit: number;
  readonly #named: (file: string) => string;
  readonly #compare: (one: Standing, other: Standing) => number;
  readonly #wanted = new Map<string, { count: number; amountPence: Pence; first: Found[] }>();

  /** Where two funds are read, `named` tells their files apart. */
  constructor(limit: number, named: (file: string) => string = (file) => file, kept: Kept = 'first') {
    this.#limit = limit;
    this.#named = named;
    this.#compare = kept === 'first' ? byPlace : bySize;
  }

  /** Asks for the rows of a balance by its key. */
  want(key: string): void {
    if (!this.#wanted.has(key)) this.#wanted.set(key, { count: 0, amountPence: 0n, first: [] });
  }

  /** Looks at a row as it passes. */
  readonly watch = ({ cells, entry }: PassingRow): void => {
    if (entry === undefined) return;
    for (const { account, amountPence } of entry.postings) {
      const own = this.#wanted.get(keyOf({ book: entry.book, quarter: entry.quarter, account }));
      if (own === undefined) continue;
      own.count += 1;
      own.amountPence += amountPence;
      const file = this.#named(cells.file);
      if (this.#isAmongFirst({ file, line: cells.line, amountPence }, own.first))
        this.#keep(own.first, { ...foundIn(cells, amountPence), file });
    }
  };

  /** Puts a row in its place among those that are kept: nearly always behind them. */
  #keep(kept: Found[], row: Found): void {
    let place = kept.length;
    for (
      let before = kept[place - 1];
      before !== undefined && this.#compare(row, before) < 0;
      before = kept[place - 1]
    ) {
      place -= 1;
    }
    kept.splice(place, 0, row);
    if (kept.length > this.#limit) kept.pop();
  }

  /** Most rows come after those that are kept, and then nothing of them is read. */
  #isAmongFirst(row: Standing, kept: readonly Found[]): boolean {
    const last = kept.at(-1);
    if (kept.length < this.#limit || last === undefined) return this.#limit > 0;
    return this.#compare(row, last) < 0;
  }

  /** What was found behind a balance, in the order of files and lines, or of size. */
  of(key: string): RowsOfBalance {
    const own = this.#wanted.get(key);
    if (own === undefined) throw new Error(`the rows of ${key.replaceAll('\0', ' ')} were not asked for`);
    return own;
  }
}

/** The rows behind the balances of a fund, and of the second where two are compared: their accounts are called alike. */
export interface RowsOfFunds {
  readonly first: PostedRows;
  readonly second?: PostedRows | undefined;
}

function foundIn(cells: PassingRow['cells'], amountPence: Pence): Found {
  return {
    ...cells.at,
    amountPence,
    ...filled('date', cells.optional('date') || cells.optional('as_at')),
    ...filled('reference', cells.optional('reference')),
    ...filled('note', cells.optional('note')),
    ...filled('accrual', cells.optional('accrual').toLowerCase()),
    ...filled('adjusts', cells.optional('adjusts')),
    ...filled('deliveredBy', cells.optional('delivered_by')),
  };
}

/** A row as the document has it, with the sign that it has in the figure above. */
export function asRow({ amountPence, ...row }: Found, factor: 1n | -1n): TracedRow {
  return { ...row, amount: toPounds(factor * amountPence) };
}

/** What decides whether a row is kept. */
type Standing = Pick<Found, 'file' | 'line' | 'amountPence'>;

function byPlace(one: Standing, other: Standing): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
}

function bySize(one: Standing, other: Standing): number {
  const [a, b] = [absolute(one.amountPence), absolute(other.amountPence)];
  return a === b ? byPlace(one, other) : a > b ? -1 : 1;
}

function filled<K extends string>(key: K, text: string): { readonly [P in K]?: string } {
  const part: { [P in K]?: string } = {};
  if (text !== '') part[key] = text;
  return part;
}

/** One text for what stands on an account in one book and quarter. */
export function keyOf({ book, quarter, account }: Of): string {
  return `${book}\0${quarter ?? ''}\0${accountName(account)}`;
}
