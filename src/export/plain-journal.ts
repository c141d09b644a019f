import type { Agreement } from '../agreement/agreement.js';
import { labelOf, nameOf } from '../agreement/bodies.js';
import { firstDayOf, type IsoDate, lastDayOf, type Quarter } from '../agreement/financial-year.js';
import { type Account, accountName } from '../journal/accounts.js';
import { toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { AccountNames } from './account-names.js';
import { type AccountTotal, accountTotals, noteParts, type PartsOfPools, sumsOfAccounts } from './account-totals.js';
import { AccountTree } from './account-tree.js';
import type { BookedRow } from './booked-rows.js';
import { type Budget, budgetOf } from './budget.js';
import { dayOf } from './days.js';
import type { Exported } from './exported.js';
import { type PlanTree, planTreeOf } from './plan-tree.js';
import type { Transaction } from './transaction.js';

/** What the statement says as at the end of a quarter, for another program to check. */
export interface QuarterTotals {
  readonly quarter: Quarter;
  readonly date: IsoDate;
  readonly totals: readonly AccountTotal[];
}

/** A fund's books as every plain-text format has them: names, transactions day by day, totals, and the budget. */
export interface PlainJournal {
  readonly agreement: Agreement;
  readonly statement: Reconciliation;
  /** Every account and parent, and what bcf calls those that are posted to. */
  readonly accounts: readonly { readonly name: string; readonly account: Account | undefined }[];
  readonly payees: readonly string[];
  readonly firstDay: IsoDate;
  /** The days that have transactions, in order. */
  readonly days: readonly IsoDate[];
  readonly on: (day: IsoDate) => Iterable<Transaction>;
  readonly quarters: readonly QuarterTotals[];
  readonly budget: Budget;
  /** The same plan as transactions, for a format without budgets. */
  readonly plan: PlanTree;
}

/** The books of a fund as plain-text accounting has them. Rows are looked through once, and made again day by day. */
export function plainJournal(exported: Exported): PlainJournal {
  const { agreement, schemes, rows, statement, upTo } = exported;
  const names = new AccountNames(agreement, schemes);
  const actual = statement.fund.asAt === undefined ? [] : rows.of('actual', statement.fund.asAt);
  const budget = budgetOf(exported, names);
  const { byDay, payees, balances, partsOfPools } = seenIn(agreement, actual);
  const posted = new Map([...balances.keys()].map((account) => [names.nameOf(account), account]));
  const tree = new AccountTree(posted.keys());
  return {
    agreement,
    statement,
    accounts: new AccountTree([...posted.keys(), ...budget.accounts])
      .names()
      .map((name) => ({ name, account: posted.get(name) })),
    payees: [...payees].sort(),
    firstDay: firstDayOf(agreement.year),
    days: [...byDay.keys()].sort(),
    on: (day) => transactionsOf(byDay.get(day) ?? [], (nth) => toTransaction(agreement, names, rows.at(nth), day)),
    quarters: totalsByQuarter(balances, { agreement, names, tree, upTo, partsOfPools }),
    budget,
    plan: planTreeOf(exported, names, budget),
  };
}

/** What rows come to on each account, by quarter; what was brought forward is of none. */
type Balances = Map<Account, Map<Quarter | undefined, Pence>>;

interface Seen {
  /** The rows of each day by their number, in the order of reading. */
  readonly byDay: ReadonlyMap<IsoDate, readonly number[]>;
  readonly payees: ReadonlySet<string>;
  readonly balances: Balances;
  readonly partsOfPools: PartsOfPools;
}

function seenIn(agreement: Agreement, rows: Iterable<BookedRow>): Seen {
  const byDay = new Map<IsoDate, number[]>();
  const payees = new Set<string>();
  const balances: Balances = new Map();
  const partsOfPools = new Map<string, string>();
  for (const row of rows) {
    const day = dayOf(agreement, row);
    const rowsOfDay = byDay.get(day);
    if (rowsOfDay === undefined) byDay.set(day, [row.nth]);
    else rowsOfDay.push(row.nth);
    payees.add(payeeOf(agreement, row));
    for (const { account, amountPence } of row.postings) {
      const ofAccount = balances.get(account) ?? new Map<Quarter | undefined, Pence>();
      balances.set(account, ofAccount.set(row.quarter, (ofAccount.get(row.quarter) ?? 0n) + amountPence));
    }
    noteParts(partsOfPools, row.postings);
  }
  return { byDay, payees, balances, partsOfPools };
}

function* transactionsOf(numbers: readonly number[], made: (nth: number) => Transaction): Generator<Transaction> {
  for (const nth of numbers) yield made(nth);
}

function toTransaction(agreement: Agreement, names: AccountNames, row: BookedRow, date: IsoDate): Transaction {
  const { at, reference, note } = row;
  const postings = row.postings.map(({ account, amountPence }) => ({ account: names.nameOf(account), amountPence }));
  const payee = payeeOf(agreement, row);
  return { date, reference, payee, narration: narrationOf(agreement, row), note, at, postings };
}

function payeeOf(agreement: Agreement, { postings }: BookedRow): string {
  for (const { account } of postings) {
    if (account.type === 'applied') return nameOf(agreement, account.district || account.appliedBy);
    if (account.type === 'settled' || account.type === 'handover') return nameOf(agreement, account.body);
    if (account.type === 'income' || account.type === 'aligned-income' || account.type === 'brought-forward')
      return nameOf(agreement, account.partner);
  }
  throw new Error('a row of the actuals neither came in nor was applied');
}

function narrationOf(agreement: Agreement, { postings }: BookedRow): string {
  for (const { account } of postings) {
    if (account.type === 'applied') return agreement.headings.get(account.heading)?.name ?? account.heading;
    if (account.type === 'income' || account.type === 'aligned-income')
      return agreement.sources.get(account.source)?.name ?? account.source;
    if (account.type === 'settled') return account.of === 'variance' ? 'Variance settled' : 'Contribution settled';
    if (account.type === 'handover')
      return account.side === 'come' ? 'Handed over by an earlier host' : 'Not yet handed over';
    if (account.type === 'brought-forward') return 'Brought forward';
  }
  return 'Brought forward';
}

interface Names {
  readonly agreement: Agreement;
  readonly names: AccountNames;
  readonly tree: AccountTree;
  readonly upTo: Exported['upTo'];
  readonly partsOfPools: PartsOfPools;
}

function totalsByQuarter(balances: Balances, { agreement, names, tree, upTo, partsOfPools }: Names): QuarterTotals[] {
  const sums = upTo.map(({ statement }) => sumsOfAccounts('actual', statement));
  const later = new Map(sums.at(-1)?.map(({ name, accounts }) => [name, accounts]));
  return upTo.map(({ quarter }, index) => {
    const standing = [...balances].map(([account, byQuarter]) => {
      const reached = [...byQuarter].filter(([rowQuarter]) => rowQuarter === undefined || rowQuarter <= quarter);
      return {
        account: accountName(account),
        partOfPool: partsOfPools.get(accountName(account)),
        name: names.nameOf(account),
        amountPence: sum(reached.map(([, pence]) => pence)),
        quarters: reached.length,
      };
    });
    const figures = sums[index]?.map((figure) => ({ ...figure, later: later.get(figure.name) })) ?? [];
    const totals = accountTotals(figures, standing, tree);
    return { quarter, date: lastDayOf(quarter, agreement.year), totals };
  });
}

/** What is said of a fund at the head of every export. */
export function headLines({ statement, agreement }: Pick<PlainJournal, 'statement' | 'agreement'>): string[] {
  const { name, year, asAtDate, provenance, note } = statement.fund;
  const hosts = [...agreement.pools.values()].map(
    ({ name: pool, host }) => `${pool}, hosted by ${labelOf(agreement, host)}`,
  );
  return [
    `${name}, ${year}`,
    ...hosts,
    asAtDate === undefined ? 'A plan only: no receipts and no spending' : `Receipts and spending up to ${asAtDate}`,
    ...(provenance === 'illustrative' ? ['ILLUSTRATIVE: made-up transactions, not the real figures of any body'] : []),
    ...(note === undefined ? [] : [note]),
    statement.conclusion.message,
  ];
}

/** The transactions day by day, and after the last day of each quarter its totals. */
export function* stepsOf(journal: PlainJournal): Generator<Transaction | QuarterTotals> {
  let next = 0;
  for (const quarter of journal.quarters) {
    for (let day = journal.days[next]; day !== undefined && day <= quarter.date; day = journal.days[next]) {
      yield* journal.on(day);
      next += 1;
    }
    yield quarter;
  }
}

/** An amount as every format writes it: `-12400.00 GBP`. */
export function gbp(amountPence: Pence): string {
  return `${toPounds(amountPence)} GBP`;
}
