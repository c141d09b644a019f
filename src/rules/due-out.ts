import type { Agreement } from '../agreement/agreement.js';
import { membersOf } from '../agreement/bodies.js';
import { isAlignedMoney, pooledPurposeOf, purposeOf } from '../agreement/tied-money.js';
import type { AppliedAccount, SettledAccount } from '../journal/accounts.js';
import type { Pence } from '../money/pence.js';
import { splitByWeights } from '../money/split.js';
import type { Books } from './check.js';

/** Money that is due in, or was brought forward, on a schedule. */
export interface DueMoney {
  readonly pool: string;
  readonly schedule: string;
  readonly source: string;
  /** Of one heading; undefined for all of the schedule but performance; '' for no heading at all. */
  readonly heading: string | undefined;
  readonly duePence: Pence;
}

/** What of it is due to one body, under which heading ('' where there is no budget for it). */
export interface BodyDue {
  readonly pool: string;
  readonly body: string;
  readonly heading: string;
  readonly amountPence: Pence;
}

/**
 * What is due in on a schedule is due out to the bodies that apply it, in proportion to their planned cells: the parts
 * add up to it. Money with no cell to go to stays its contributor's own.
 */
export function dueOut(books: Books, money: DueMoney): BodyDue[] {
  const { agreement } = books;
  const { pool, schedule, source, heading, duePence } = money;
  const cells = cellsOf(books, { schedule, source, pool }).filter((cell) =>
    heading === undefined ? cell.heading !== agreement.performanceRule?.heading : cell.heading === heading,
  );
  const byCode = new Map(cells.map((cell) => [cell.code, cell]));
  const parts = splitByWeights(duePence, cells);
  // Fenced money keeps its purpose (R2), whether this year plans for it or not.
  if (parts.length === 0) return [{ pool, body: schedule, heading: heading ?? '', amountPence: duePence }];
  return parts.flatMap(({ code, amountPence }) => {
    const cell = byCode.get(code);
    return cell === undefined ? [] : byBody(agreement, { ...cell, amountPence }).map((due) => ({ pool, ...due }));
  });
}

/** The body that spent money went to: of a group with declared allocations the member. */
export function bodyPaid(agreement: Agreement, { heading, appliedBy, district }: AppliedAccount): string {
  return allocationsOf(agreement, heading) === undefined ? appliedBy : district || appliedBy;
}

/**
 * The body whose account is settled: its payer; or of a variance its group, where that has money of the place undivided in
 * the plan, or brought the variance forward, and the payer itself does not. A group pays nothing (R5): a member pays for
 * all of it.
 */
export function bodySettling({ agreement, plan, actual }: Books, account: SettledAccount): string {
  const { pool, body, partner, purpose, of, year } = account;
  if (of === 'contribution' || allocationsOf(agreement, purpose) !== undefined) return body;
  const planned = plan
    .list('applied', { schedule: partner })
    .filter((line) => line.account.pool === pool && pooledPurposeOf(agreement, line.account) === purpose);
  const brought = actual.list('brought-forward', { partner, pool, purpose, kind: 'variance' });
  const bodies = [
    ...planned.map((line) => line.account.appliedBy),
    ...(year === '' ? [] : brought.map((line) => line.account.body)),
  ];
  if (bodies.includes(body)) return body;
  return bodies.find((code) => agreement.groups.has(code) && membersOf(agreement, code).includes(body)) ?? body;
}

/** The pool that spending came out of: its source's own where it is fenced, else its heading's. */
export function poolSpentFrom(agreement: Agreement, account: AppliedAccount): string {
  const purpose = purposeOf(agreement, account);
  return agreement.headings.get(purpose || account.heading)?.pool ?? account.pool;
}

interface BudgetCell {
  readonly code: string;
  readonly heading: string;
  readonly appliedBy: string;
  readonly weight: Pence;
}

/** The planned cells of a schedule and source; what is aligned is spent by its owner, and due out to nobody. */
function cellsOf(
  books: Books,
  where: { readonly schedule: string; readonly source: string; readonly pool: string },
): BudgetCell[] {
  const cells = new Map<string, { heading: string; appliedBy: string; weight: Pence }>();
  for (const { account, amountPence } of books.plan.list('applied', where)) {
    const { heading, appliedBy } = account;
    if (isAlignedMoney(books.agreement, account)) continue;
    const key = [heading, appliedBy].join('\0');
    cells.set(key, { heading, appliedBy, weight: (cells.get(key)?.weight ?? 0n) + amountPence });
  }
  return [...cells].map(([code, cell]) => ({ code, ...cell, weight: cell.weight < 0n ? 0n : cell.weight }));
}

/** A group's money is its members' where the agreement says what each is allotted. */
function byBody(
  agreement: Agreement,
  { heading, appliedBy, amountPence }: BudgetCell & { readonly amountPence: Pence },
): Omit<BodyDue, 'pool'>[] {
  const allotted = agreement.groups.has(appliedBy) ? allocationsOf(agreement, heading) : undefined;
  const weights = [...(allotted ?? [])].map(([code, weight]) => ({ code, weight }));
  const parts = splitByWeights(amountPence, weights);
  if (parts.length === 0) return [{ body: appliedBy, heading, amountPence }];
  return parts.map((part) => ({ body: part.code, heading, amountPence: part.amountPence }));
}

function allocationsOf({ ringFences }: Agreement, heading: string): ReadonlyMap<string, Pence> | undefined {
  return ringFences.find((fence) => fence.heading === heading)?.allocations?.pence;
}
