import type { Account } from '../journal/accounts.js';
import { fromPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { figuresOf } from '../statement/figure-names.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import type { AccountTree } from './account-tree.js';
import { accountsOf, type Scope } from './figure-accounts.js';

/** What stands on an account, as the exported rows make it. */
export interface AccountBalance {
  readonly account: Account;
  readonly name: string;
  readonly amountPence: Pence;
}

/** A total that the statement prints, said of accounts: what they come to, each with all below it. */
export interface AccountTotal {
  /** The names that the statement has for it. */
  readonly figures: readonly string[];
  readonly accounts: readonly { readonly name: string; readonly amountPence: Pence }[];
  /** As the statement has it, with the sign of the books; it is not added up from the accounts. */
  readonly amountPence: Pence;
}

/**
 * The statement's figures of a book that are sums of accounts. Throws where the rows exported do not add up to one:
 * that is a bug, and no journal is written that another program would refuse.
 */
export function accountTotals(
  book: 'actual' | 'plan',
  scope: Scope,
  balances: readonly AccountBalance[],
  tree: AccountTree,
): AccountTotal[] {
  const totals = new Map<string, AccountTotal & { readonly figures: string[] }>();
  for (const { name, unit, amount } of figuresOf(resultSchema, scope.statement)) {
    const meaning = unit === 'money' ? accountsOf(book, name, scope) : undefined;
    if (meaning === undefined) continue;
    const meant = new Set(balances.filter(({ account }) => meaning.covers(account)).map((one) => one.name));
    const amountPence = meaning.isTurned ? -fromPounds(amount) : fromPounds(amount);
    const foundPence = sum(balances.map((one) => (meant.has(one.name) ? one.amountPence : 0n)));
    if (foundPence !== amountPence)
      throw new Error(`${name} is ${amountPence}, the rows exported come to ${foundPence}`);
    const accounts = tree.cover(meant)?.map((top) => ({ name: top, amountPence: below(top, balances) }));
    if (accounts === undefined) continue;
    const key = accounts.map((one) => one.name).join('\n');
    const known = totals.get(key);
    if (known === undefined) totals.set(key, { figures: [name], accounts, amountPence });
    else known.figures.push(name);
  }
  return [...totals.values()];
}

function below(top: string, balances: readonly AccountBalance[]): Pence {
  return sum(balances.map(({ name, amountPence }) => (name === top || name.startsWith(`${top}:`) ? amountPence : 0n)));
}
