import type { IsoDate } from '../agreement/financial-year.js';
import type { RowReference } from '../ledger/row-types.js';
import type { Pence } from '../money/pence.js';
import { type AccountNames, tops } from './account-names.js';
import type { BookedRow } from './booked-rows.js';
import { dayOf } from './days.js';
import type { Exported } from './exported.js';

/** A part of the budget: an agreed contribution, or a cell of the plan. */
export interface BudgetPosting {
  readonly account: string;
  readonly amountPence: Pence;
  /** Absent for what the plan leaves in a pool. */
  readonly at?: RowReference;
}

/** Budget that an allowed virement moves between headings of a schedule. */
export interface BudgetMove {
  readonly date: IsoDate;
  readonly reference: string;
  readonly note: string;
  readonly at: RowReference;
  readonly postings: readonly BudgetPosting[];
}

/** The plan of the year, and what has been moved in it since. */
export interface Budget {
  readonly plan: readonly BudgetPosting[];
  readonly moves: readonly BudgetMove[];
  /** Every account that has a budget. */
  readonly accounts: readonly string[];
}

/** The plan as a budget of the year: contributions, what they are applied to, and what would be left in the pools. */
export function budgetOf({ agreement, rows, statement }: Exported, names: AccountNames): Budget {
  const plan: BudgetPosting[] = [];
  const left = new Map<string, Pence>();
  for (const { at, postings } of rows.of('plan')) {
    for (const { account, amountPence } of postings) {
      const name = names.budgetNameOf(account);
      if (account.type === 'pool') left.set(name, (left.get(name) ?? 0n) + amountPence);
      else plan.push({ account: name, amountPence, at });
    }
  }
  for (const [account, amountPence] of left) if (amountPence !== 0n) plan.push({ account, amountPence });
  const asAt = statement.fund.asAt;
  const isAllowed = allowedIn(statement);
  const moves = [...(asAt === undefined ? [] : rows.of('virements', asAt))].filter(isAllowed).map((row) => ({
    date: dayOf(agreement, row),
    reference: row.reference,
    note: row.note,
    at: row.at,
    postings: row.postings.map(({ account, amountPence }) => {
      if (account.type !== 'budget') throw new Error('a virement moves budget');
      const { schedule, heading } = account;
      const pool = agreement.headings.get(heading)?.pool ?? '';
      return { account: plannedAccount(plan, names.headingNameOf({ pool, heading, schedule })), amountPence };
    }),
  }));
  const accounts = [...plan, ...moves.flatMap(({ postings }) => postings)].map(({ account }) => account);
  return { plan, moves, accounts: [...new Set([...accounts, ...Object.values(tops)])] };
}

/** The one planned account of a heading on a schedule, or the account above all of them. */
function plannedAccount(plan: readonly BudgetPosting[], top: string): string {
  const planned = new Set(plan.map(({ account }) => account).filter((account) => account.startsWith(`${top}:`)));
  const [only] = planned;
  return planned.size === 1 && only !== undefined ? only : top;
}

/** A virement that a rule refuses moves nothing (R2). */
function allowedIn({ virements }: Exported['statement']): (row: BookedRow) => boolean {
  const refused = new Set(
    virements
      .filter(({ status }) => status === 'refused')
      .map(({ schedule, from, to }) => [schedule, from, to].join('\0')),
  );
  return ({ postings }) =>
    !postings.some(({ account }) => {
      if (account.type !== 'budget') return false;
      const { schedule, heading, counterpart, direction } = account;
      const [from, to] = direction === 'out' ? [heading, counterpart] : [counterpart, heading];
      return refused.has([schedule, from, to].join('\0'));
    });
}
