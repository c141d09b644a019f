import { accountName } from '../journal/accounts.js';
import { type Pence, sum } from '../money/pence.js';
import { figuresOf } from '../statement/figure-names.js';
import { type Reconciliation, resultSchema } from '../statement/reconciliation-schema.js';
import type { AccountTree } from './account-tree.js';
import type { BookedRow } from './booked-rows.js';
import { accountsOf, type FigureAccounts } from './figure-accounts.js';

/** What stands on an account, as the exported rows make it. */
export interface AccountBalance {
  /** What bcf calls it. */
  readonly account: string;
  /** The part of the pool that its money came into or went out of; absent of that part itself. */
  readonly partOfPool: string | undefined;
  readonly name: string;
  readonly amountPence: Pence;
  /** How many quarters it has rows of; what belongs to no quarter counts as one. */
  readonly quarters: number;
}

/** A total that the statement prints, said of accounts: what they come to, each with all below it. */
export interface AccountTotal {
  /** The names that the statement has for it. */
  readonly figures: readonly string[];
  readonly accounts: readonly { readonly name: string; readonly amountPence: Pence }[];
  /** As the statement has it, with the sign of the books; it is not added up from the accounts. */
  readonly amountPence: Pence;
}

/** By account, the part of the pool that its money came into or went out of, both by what bcf calls them. */
export type PartsOfPools = ReadonlyMap<string, string>;

/** Notes from a row's postings which part of a pool, or of what is aligned, each other account's money came into or went out of. */
export function noteParts(parts: Map<string, string>, postings: BookedRow['postings']): void {
  // A receipt that is in part aligned goes two ways, each a pair of postings.
  for (let first = 0; first < postings.length; first += 2) {
    const pair = postings.slice(first, first + 2);
    const part = pair.find(({ account }) => account.type === 'pool' || account.type === 'aligned');
    if (part === undefined) continue;
    for (const { account } of pair)
      if (account !== part.account) parts.set(accountName(account), accountName(part.account));
  }
}

/** A figure of the statement that is a sum of accounts. */
export interface SumOfAccounts extends FigureAccounts {
  readonly name: string;
  readonly amountPence: Pence;
  /** The accounts that it is the sum of in the end, some without a row as yet. */
  readonly later?: FigureAccounts['accounts'] | undefined;
}

/** The statement's figures of a book that are sums of accounts. */
export function sumsOfAccounts(book: 'actual' | 'plan', statement: Reconciliation): SumOfAccounts[] {
  return figuresOf(resultSchema, statement).flatMap(({ name, figure }) => {
    const accounts = figure?.unit === 'money' ? accountsOf(book, figure) : undefined;
    if (figure === undefined || accounts === undefined) return [];
    return [{ name, amountPence: accounts.isTurned ? -figure.amount : figure.amount, ...accounts }];
  });
}

/**
 * Those sums as other programs can check them. Throws where the rows exported do not add up to one: that is a bug, and no
 * journal is written that another program would refuse.
 */
export function accountTotals(
  sums: readonly SumOfAccounts[],
  balances: readonly AccountBalance[],
  tree: AccountTree,
): AccountTotal[] {
  const totals = new Map<string, AccountTotal & { readonly figures: string[] }>();
  for (const { name, amountPence, accounts: counted, later } of sums) {
    const covered = balances.filter(
      ({ account, quarters }) => counted.has(account) || (quarters === 0 && later?.has(account)),
    );
    // A figure of some quarters alone is no sum of what stands on accounts.
    if (covered.some(({ account, quarters }) => (counted.get(account) ?? 0) !== quarters)) continue;
    const foundPence = sum(covered.map((balance) => balance.amountPence));
    if (foundPence !== amountPence)
      throw new Error(`${name} is ${amountPence}, the rows exported come to ${foundPence}`);
    const parts = partsLeft(covered, balances);
    const meant = new Set((parts ?? covered).map((balance) => balance.name));
    const accounts = tree.cover(meant)?.map((top) => ({ name: top, amountPence: below(top, balances) }));
    if (accounts === undefined) continue;
    const key = accounts.map((account) => account.name).join('\n');
    const known = totals.get(key);
    const saidPence = parts === undefined ? amountPence : -amountPence;
    if (known === undefined) totals.set(key, { figures: [name], accounts, amountPence: saidPence });
    else known.figures.push(name);
  }
  return [...totals.values()];
}

/**
 * What came in less what went out of some parts of a pool is what stands in them, which an accountant looks up sooner, and
 * double entry must make the same. Undefined where it is not all that came in and went out.
 */
function partsLeft(
  covered: readonly AccountBalance[],
  balances: readonly AccountBalance[],
): AccountBalance[] | undefined {
  if (new Set(covered.map(({ name }) => name.split(':')[0])).size === 1) return undefined;
  const parts = new Set(covered.map(({ partOfPool }) => partOfPool));
  const coveredBalances = new Set(covered);
  const isLeftOut = (balance: AccountBalance) =>
    balance.partOfPool !== undefined &&
    parts.has(balance.partOfPool) &&
    balance.quarters > 0 &&
    !coveredBalances.has(balance);
  return balances.some(isLeftOut) ? undefined : balances.filter(({ account }) => parts.has(account));
}

function below(top: string, balances: readonly AccountBalance[]): Pence {
  return sum(balances.map(({ name, amountPence }) => (name === top || name.startsWith(`${top}:`) ? amountPence : 0n)));
}
