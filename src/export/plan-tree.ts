import { firstDayOf } from '../agreement/financial-year.js';
import { type Account, accountName } from '../journal/accounts.js';
import type { Pence } from '../money/pence.js';
import type { AccountNames } from './account-names.js';
import { type AccountTotal, accountTotals, noteParts, sumsOfAccounts } from './account-totals.js';
import { AccountTree } from './account-tree.js';
import type { BookedRow } from './booked-rows.js';
import type { Budget } from './budget.js';
import type { Exported } from './exported.js';
import type { Transaction } from './transaction.js';

/** The plan as transactions of a tree of its own, for a format without budgets. */
export interface PlanTree {
  readonly rows: readonly Transaction[];
  readonly moves: readonly Transaction[];
  readonly totals: readonly AccountTotal[];
  /** Every account and parent of it. */
  readonly accounts: readonly string[];
}

/** The plan under `Equity:Plan`, what virements move under `Equity:Virements`, and the plan's totals. */
export function planTreeOf(exported: Exported, names: AccountNames, { moves }: Budget): PlanTree {
  const { agreement, statement, rows } = exported;
  const planned = [...rows.of('plan')];
  const balances = new Map<Account, Pence>();
  const partsOfPools = new Map<string, string>();
  for (const { postings } of planned) {
    noteParts(partsOfPools, postings);
    for (const { account, amountPence } of postings) {
      balances.set(account, (balances.get(account) ?? 0n) + amountPence);
    }
  }
  const standing = [...balances].map(([account, amountPence]) => ({
    account: accountName(account),
    partOfPool: partsOfPools.get(accountName(account)),
    name: below('Equity:Plan', names.nameOf(account)),
    amountPence,
    quarters: 1,
  }));
  const tree = new AccountTree(standing.map(({ name }) => name));
  const moved = moves.map((move) => ({
    ...move,
    payee: 'Virement',
    narration: '',
    postings: move.postings.map((posting) => ({ ...posting, account: below('Equity:Virements', posting.account) })),
  }));
  const movedAccounts = moved.flatMap(({ postings }) => postings.map(({ account }) => account));
  return {
    rows: planned.map((row) => toTransaction(row, names, firstDayOf(agreement.year))),
    moves: moved,
    totals: accountTotals(sumsOfAccounts('plan', statement), standing, tree),
    accounts: [...tree.names(), ...new AccountTree(movedAccounts).names()],
  };
}

function toTransaction({ at, provenance, postings }: BookedRow, names: AccountNames, date: string): Transaction {
  const isAgreed = postings.some(({ account }) => account.type === 'income');
  return {
    date,
    reference: '',
    payee: 'Plan',
    narration: isAgreed ? 'Agreed contribution' : 'Planned application',
    note: provenance ?? '',
    at,
    postings: postings.map(({ account, amountPence }) => ({
      account: below('Equity:Plan', names.nameOf(account)),
      amountPence,
    })),
  };
}

/** An account of another tree: `Expenses:Applied:Kent` below `Equity:Plan` is `Equity:Plan:Applied:Kent`. */
function below(top: string, name: string): string {
  return name.replace(/^[^:]+/, top);
}
