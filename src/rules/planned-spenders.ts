import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading, isAlignedMoney, isPaidAsReleased } from '../agreement/tied-money.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { Figure } from '../figures/figure.js';
import { balances, stated } from '../figures/terms.js';
import type { AppliedAccount } from '../journal/accounts.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';

/** A body whose spending is looked for, and of what that follows. */
export interface PlannedSpender {
  readonly body: string;
  readonly planned: Money;
  /** The cells of the plan that it applies. */
  readonly cells: readonly BalanceOf<'applied'>[];
  /** The group that the plan has in its place; undefined where it has the body itself. */
  readonly group: string | undefined;
  /** The schedules that plan revenue for it, of which each is looked for: capital comes as it is built. */
  readonly schedules: readonly string[];
}

/**
 * The bodies that are planned to spend money of the pool. What is aligned or in kind is spent by its owner outside the
 * pool, and performance money only as far as it is released (R3), so neither is looked for. A group whose members have
 * allocations is looked for member by member.
 */
export const plannedSpenders = oncePer((books: Books): readonly PlannedSpender[] => {
  const { agreement, plan } = books;
  const drafts = new Map<string, Draft>();
  const draftOf = (body: string, group?: string): Draft => {
    const draft = drafts.get(body) ?? { cells: [], allotted: new Map(), group };
    drafts.set(body, draft);
    return draft;
  };
  for (const cell of plan.list('applied')) {
    const { appliedBy, heading } = cell.account;
    if (!isSpentFromPool(agreement, cell.account)) continue;
    const allocations = agreement.groups.has(appliedBy) ? fenceOfHeading(agreement, heading)?.allocations : undefined;
    if (allocations === undefined) draftOf(appliedBy).cells.push(cell);
    for (const [member, pence] of allocations?.pence ?? []) {
      draftOf(member, appliedBy).allotted.set(heading, { pence, place: allocations?.place ?? { file: '' } });
    }
  }
  return [...agreement.bodies.keys()].flatMap((body) => {
    const draft = drafts.get(body);
    return draft === undefined ? [] : spenderOf(agreement, body, draft);
  });
});

interface Draft {
  readonly cells: BalanceOf<'applied'>[];
  /** By heading. */
  readonly allotted: Map<string, { readonly pence: Pence; readonly place: Place }>;
  readonly group: string | undefined;
}

function spenderOf(agreement: Agreement, body: string, { cells, allotted, group }: Draft): PlannedSpender[] {
  const planned = Figure.money({
    what: `${labelOf(agreement, body)}: planned to be spent out of the pool in the year`,
    how: 'its cells of the plan and what it is allotted, without what is aligned, in kind or paid for performance',
    terms: [
      ...balances(cells),
      ...[...allotted.values()].flatMap(({ pence, place }) => stated('allotted to it in the agreement', pence, place)),
    ],
  });
  if (planned.amount <= 0n) return [];
  const revenue = new Map<string, Pence>();
  for (const { account, amountPence } of cells) {
    if (agreement.headings.get(account.heading)?.nature !== 'revenue') continue;
    revenue.set(account.schedule, (revenue.get(account.schedule) ?? 0n) + amountPence);
  }
  // In the agreement’s order, whatever that of the rows.
  const schedules = [...agreement.partners.keys()].filter((schedule) => (revenue.get(schedule) ?? 0n) > 0n);
  return [{ body, planned, cells, group, schedules }];
}

function isSpentFromPool(agreement: Agreement, account: AppliedAccount): boolean {
  const { heading, source } = account;
  const isInKind = agreement.sources.get(source)?.inKind ?? false;
  return !isAlignedMoney(agreement, account) && !isInKind && !isPaidAsReleased(agreement, heading);
}
