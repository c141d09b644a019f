import type { LedgerEntry } from '../agreement/agreement.js';
import { type IsoDate, type Quarter, quarters } from '../agreement/financial-year.js';
import { columnsHolding } from '../agreement/ledger-kinds.js';
import { isPlainWord } from '../diagnostics/plain-text.js';
import type { Pence } from '../money/pence.js';
import { type AmountOf, amountOfRow } from './amount-of-row.js';
import { damageOf } from './excel-damage.js';
import type { Header } from './header.js';
import { isNullWord } from './null-word.js';
import { indexesOf } from './origins.js';

/** A day of the year, and the number of its quarter. */
interface Day {
  readonly date: IsoDate;
  readonly quarter: number;
}

/**
 * Posts a row like one that was posted, by what it says beside its codes; false where nothing was done, and it is to be read
 * as any other.
 */
export type PostAlike = (date: IsoDate, amountPence: Pence, reference: string) => boolean;

/** Tells rows from totals. */
interface TellsRows {
  isSurelyRow(fields: readonly string[], day: string): boolean;
}

/** A row by its day. */
interface Dated {
  readonly date: IsoDate;
  readonly quarter: Quarter;
}

interface Codes {
  readonly next: Map<string, Codes>;
  /** By the number of the quarter. */
  readonly posts: (PostAlike | undefined)[];
}

const mostCodes = 1 << 16;
const mostDays = 1 << 12;

/**
 * The rows of one file whose codes stood together in a row before, in the same quarter: what was decided for that row is
 * not decided again, so that such a row goes straight to its balances. Whatever else of it wants more than a glance makes
 * it a row like any other, which is read in full: a date, an amount or a reference of another form, an amount below nil.
 */
export class RowsAlike {
  readonly #width: number;
  readonly #day: number;
  readonly #reference: readonly number[];
  readonly #amountOf: AmountOf;
  /** Where all else stands that decides how a row is posted, or whether it is one. */
  readonly #deciding: readonly number[];
  readonly #totals: TellsRows | undefined;
  readonly #days = new Map<string, Day>();
  readonly #codes: Codes = { next: new Map(), posts: [] };
  #known = 0;
  /** What the row says that was looked at last, where it is like one before. */
  #post: PostAlike | undefined;
  #date: IsoDate = '';
  #amountPence: Pence = 0n;
  #referenceText = '';

  private constructor(header: Header, entry: LedgerEntry, totals: TellsRows | undefined, day: number) {
    const { kind, origins, names, leftOut } = header;
    this.#width = names.length;
    this.#totals = totals;
    this.#day = day;
    this.#reference = indexesOf(origins.get('reference'));
    this.#amountOf = amountOfRow(header, entry);
    const aside = ['reference', ...columnsHolding(kind, 'day', 'money', 'note', 'words')];
    const deciding = [...origins].flatMap(([column, origin]) => (aside.includes(column) ? [] : indexesOf(origin)));
    this.#deciding = [...new Set([...deciding, ...leftOut.map(({ index }) => index)])];
  }

  /** Undefined of a file whose rows have no day or reference of their own as they stand, or whose references are made. */
  static of(header: Header, entry: LedgerEntry, totals: TellsRows | undefined): RowsAlike | undefined {
    const [column = ''] = columnsHolding(header.kind, 'day');
    const [day, reference] = [header.origins.get(column), header.origins.get('reference')];
    if (entry.isUnreferenced === true || entry.isNumbered === true) return undefined;
    if (day?.kind !== 'cell' || (reference?.kind !== 'cell' && reference?.kind !== 'together')) return undefined;
    return new RowsAlike(header, entry, totals, day.index);
  }

  /** Whether a row is like one before, so that it surely is a row of the ledger. */
  isAlike(fields: readonly string[]): boolean {
    this.#post = undefined;
    if (fields.length !== this.#width) return false;
    const day = this.#days.get(fields[this.#day] ?? '');
    if (day === undefined) return false;
    const post = this.#codesOf(fields)?.posts[day.quarter];
    if (post === undefined) return false;
    const amountPence = this.#amountOf(fields);
    if (amountPence === undefined || amountPence < 0n) return false;
    const reference = this.#referenceOf(fields);
    if (reference === undefined) return false;
    this.#post = post;
    this.#date = day.date;
    this.#amountPence = amountPence;
    this.#referenceText = reference;
    return true;
  }

  /** Posts the row that was looked at last as those that it is like; its amount, undefined where it is to be read in full. */
  post(): Pence | undefined {
    if (this.#post?.(this.#date, this.#amountPence, this.#referenceText) !== true) return undefined;
    return this.#amountPence;
  }

  /** Notes how the row that was read last is posted, for those that are like it. */
  note(written: readonly string[], { quarter, date }: Dated, post: PostAlike): void {
    const text = written[this.#day] ?? '';
    if (this.#totals?.isSurelyRow(written, text) === false) return;
    if (this.#days.size < mostDays) this.#days.set(text, { date, quarter: quarters.indexOf(quarter) });
    let codes = this.#codes;
    for (const index of this.#deciding) {
      const code = written[index] ?? '';
      let next = codes.next.get(code);
      if (next === undefined) {
        if (this.#known === mostCodes) return;
        this.#known += 1;
        next = { next: new Map(), posts: [] };
        codes.next.set(code, next);
      }
      codes = next;
    }
    codes.posts[quarters.indexOf(quarter)] = post;
  }

  #codesOf(fields: readonly string[]): Codes | undefined {
    let codes: Codes | undefined = this.#codes;
    for (const index of this.#deciding) {
      codes = codes.next.get(fields[index] ?? '');
      if (codes === undefined) return undefined;
    }
    return codes;
  }

  /** A reference that is nothing but what it is read as, and that Excel has not damaged. */
  #referenceOf(fields: readonly string[]): string | undefined {
    const [first = 0, ...others] = this.#reference;
    let reference = fields[first] ?? '';
    if (!isPlainWord(reference) || damageOf(reference, false) !== undefined) return undefined;
    for (const index of others) {
      const part = fields[index] ?? '';
      if (!isPlainWord(part)) return undefined;
      reference = `${reference}/${part}`;
    }
    return isNullWord(reference) ? undefined : reference;
  }
}
