import { type Pence, sum } from '../money/pence.js';
import type { Account } from './accounts.js';
import type { Balance, Book, Journal, Period } from './journal.js';

type OfType<T extends Account['type']> = Extract<Account, { type: T }>;
/** Which accounts are meant: those whose parts have these values. */
export type Where<T extends Account['type']> = { readonly [K in keyof OfType<T>]?: OfType<T>[K] };
/** A balance whose account is of a known type. */
export type BalanceOf<T extends Account['type']> = Balance & { readonly account: OfType<T> };

/** One book of the journal up to a quarter, asked by account. Amounts are seen from the pool: in and out are positive. */
export class BookView {
  readonly book: Book;
  /** By type of account; and by the parts that rules ask for most, alone and together. */
  readonly #byType = new Map<string, Balance[]>();

  constructor(journal: Journal, book: Book, period?: Period) {
    this.book = book;
    for (const balance of journal.balances(book, period)) {
      const { account } = balance;
      this.#add(account.type, balance);
      for (const key of keysOf(account)) this.#add(key, balance);
    }
  }

  #add(key: string, balance: Balance): void {
    const balances = this.#byType.get(key);
    if (balances === undefined) this.#byType.set(key, [balance]);
    else balances.push(balance);
  }

  get isEmpty(): boolean {
    return this.#byType.size === 0;
  }

  /** The balances of the accounts of one type that are meant. */
  list<T extends Account['type']>(type: T, where: Where<T> = {}): readonly BalanceOf<T>[] {
    const wanted = Object.entries(where);
    return (this.#byType.get(keyFor(type, where)) ?? []).filter(
      (balance): balance is BalanceOf<T> =>
        balance.account.type === type && wanted.every(([part, value]) => Reflect.get(balance.account, part) === value),
    );
  }

  /** What was contributed, or received. */
  received(where: Where<'income'> = {}): Pence {
    return -total(this.list('income', where));
  }

  /** What came in beside contributions, to settle variances and earlier years. */
  settled(where: Where<'settled'> = {}): Pence {
    return -total(this.list('settled', where));
  }

  /** What was brought forward. */
  broughtForward(where: Where<'brought-forward'> = {}): Pence {
    return -total(this.list('brought-forward', where));
  }

  /** What was applied. */
  applied(where: Where<'applied'> = {}): Pence {
    return total(this.list('applied', where));
  }

  /** What stands in the pool. */
  inPool(where: Where<'pool'> = {}): Pence {
    return total(this.list('pool', where));
  }
}

function total(balances: readonly Balance[]): Pence {
  return sum(balances.map(({ amountPence }) => amountPence));
}

/** The indexed parts, from the most telling: what is asked by several of them is looked up by the first that fits. */
const indexed: readonly (readonly string[])[] = [['schedule', 'heading'], ['heading'], ['schedule'], ['partner']];

const keys = new WeakMap<Account, readonly string[]>();

/** Under which keys of the index an account stands. It never changes, and every view of its book asks. */
function keysOf(account: Account): readonly string[] {
  const known = keys.get(account);
  if (known !== undefined) return known;
  const own = indexed.flatMap((parts) => keyOf(account.type, account, parts) ?? []);
  keys.set(account, own);
  return own;
}

/** The smallest part of the index that holds all that is asked for. */
function keyFor(type: string, where: object): string {
  for (const parts of indexed) {
    const key = keyOf(type, where, parts);
    if (key !== undefined) return key;
  }
  return type;
}

function keyOf(type: string, holder: object, parts: readonly string[]): string | undefined {
  const values = parts.map((part): unknown => Reflect.get(holder, part));
  return values.every((value) => typeof value === 'string') ? [type, ...parts, ...values].join('\0') : undefined;
}
