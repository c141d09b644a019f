import type { Figure } from '../figures/figure.js';
import { accountName } from '../journal/accounts.js';
import type { Balance } from '../journal/journal.js';

/** The accounts that a figure is the sum of, and whether the statement turns the sign of the books round. */
export interface FigureAccounts {
  readonly isTurned: boolean;
  /** By the name of the account, how many of its quarters are in the figure. */
  readonly accounts: ReadonlyMap<string, number>;
}

/** What each balance counts for in a figure, seen from the books: once, turned round, or not at all. */
type Counted = ReadonlyMap<Balance, bigint>;

const counted = new WeakMap<Figure, { readonly of: Counted | undefined }>();

/** The accounts of a book that a figure is the sum of; undefined where it is no such sum. */
export function accountsOf(book: 'actual' | 'plan', figure: Figure): FigureAccounts | undefined {
  const balances = [...(countedIn(figure) ?? [])].filter(([, times]) => times !== 0n);
  const [[, sign] = [balances, 0n]] = balances;
  if ((sign !== 1n && sign !== -1n) || balances.some(([of, times]) => times !== sign || of.book !== book))
    return undefined;
  const accounts = new Map<string, number>();
  for (const [{ account }] of balances) {
    const name = accountName(account);
    accounts.set(name, (accounts.get(name) ?? 0) + 1);
  }
  return { isTurned: sign === -1n, accounts };
}

/** What a figure is added up of in the end; undefined where a formula or something stated is among it. */
function countedIn(figure: Figure): Counted | undefined {
  const known = counted.get(figure);
  if (known !== undefined) return known.of;
  const of = counts(figure);
  counted.set(figure, { of });
  return of;
}

function counts({ kind, balance, terms }: Figure): Counted | undefined {
  if (balance !== undefined) return new Map([[balance.of, balance.factor]]);
  if (kind !== 'sum') return undefined;
  const all = new Map<Balance, bigint>();
  for (const { sign, figure } of terms) {
    const part = countedIn(figure);
    if (part === undefined) return undefined;
    for (const [of, times] of part) all.set(of, (all.get(of) ?? 0n) + sign * times);
  }
  return all;
}
