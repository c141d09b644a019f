import type { Agreement, BodyAllocations } from '../agreement/agreement.js';
import { labelOf, membersOf } from '../agreement/bodies.js';
import { isAlignedMoney, pooledPurposeOf, purposeOf } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { Figure, type Part } from '../figures/figure.js';
import { splitOf } from '../figures/split.js';
import { balances, plus } from '../figures/terms.js';
import type { AppliedAccount, SettledAccount } from '../journal/accounts.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Books } from './check.js';

/** Money that is due in, or was brought forward, on a schedule. */
export interface DueMoney {
  readonly pool: string;
  readonly schedule: string;
  readonly source: string;
  /** Of one heading; undefined for all of the schedule but performance; '' for no heading at all. */
  readonly heading: string | undefined;
  readonly due: Money;
}

/** What of it is due to one body, under which heading ('' where there is no budget for it). */
export interface BodyDue {
  readonly pool: string;
  readonly body: string;
  readonly heading: string;
  /** What of a split it is; undefined where it is all of it. */
  readonly part: Part | undefined;
}

/**
 * What is due in on a schedule is due out to the bodies that apply it, in proportion to their planned cells: the parts
 * add up to it. Money with no cell to go to stays its contributor's own.
 */
export function dueOut(books: Books, money: DueMoney): BodyDue[] {
  const { agreement } = books;
  const { pool, schedule, source, heading, due } = money;
  const cells = cellsOf(books, { schedule, source, pool }).filter((cell) =>
    heading === undefined ? cell.heading !== agreement.performanceRule?.heading : cell.heading === heading,
  );
  const of = splitOf(due, new Map(cells.map(({ code, weight }) => [code, weight])));
  // Fenced money keeps its purpose (R2), whether this year plans for it or not.
  if (of.parts.size === 0) return [{ pool, body: schedule, heading: heading ?? '', part: undefined }];
  return cells.flatMap((cell) =>
    byBody(agreement, cell, { of, code: cell.code }).map((ofBody) => ({ pool, ...ofBody })),
  );
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
  readonly weight: Money;
}

/** The planned cells of a schedule and source; what is aligned is spent by its owner, and due out to nobody. */
function cellsOf(
  books: Books,
  where: { readonly schedule: string; readonly source: string; readonly pool: string },
): BudgetCell[] {
  const { agreement } = books;
  const cells = new Map<string, BalanceOf<'applied'>[]>();
  for (const balance of books.plan.list('applied', where)) {
    const { heading, appliedBy } = balance.account;
    if (isAlignedMoney(agreement, balance.account)) continue;
    const key = [heading, appliedBy].join('\0');
    cells.set(key, [...(cells.get(key) ?? []), balance]);
  }
  return [...cells].flatMap(([code, ofCell]) => {
    const [first] = ofCell;
    if (first === undefined) return [];
    const { heading, appliedBy } = first.account;
    const name = agreement.headings.get(heading)?.name ?? heading;
    const what = `${name}, by ${labelOf(agreement, appliedBy)}, schedule of ${labelOf(agreement, where.schedule)}: planned`;
    const weight = Figure.money({ what, how: 'its accounts, added up', terms: balances(ofCell) });
    return [{ code, heading, appliedBy, weight }];
  });
}

/** A group's money is its members' where the agreement says what each is allotted. */
function byBody(agreement: Agreement, { heading, appliedBy, weight }: BudgetCell, part: Part): Omit<BodyDue, 'pool'>[] {
  const allotted = agreement.groups.has(appliedBy) ? allocationsOf(agreement, heading) : undefined;
  const ofCell = [{ body: appliedBy, heading, part }];
  if (allotted === undefined) return ofCell;
  const bodies = [...allotted.pence.keys()];
  const how = 'in proportion to the planned cells of the schedule';
  const undivided = Figure.money({ what: `${weight.what}: due`, how, terms: plus(part.of.amount), part });
  const of = splitOf(undivided, new Map(bodies.map((code) => [code, allotmentOf(agreement, allotted, code)])));
  return of.parts.size === 0 ? ofCell : bodies.map((code) => ({ body: code, heading, part: { of, code } }));
}

/** What a body is allotted, as the agreement states it. */
export function allotmentOf(agreement: Agreement, { pence, place }: BodyAllocations, body: string): Money {
  return Figure.stated(
    'money',
    `${labelOf(agreement, body)}: allocation in the agreement`,
    pence.get(body) ?? 0n,
    place,
  );
}

function allocationsOf({ ringFences }: Agreement, heading: string): BodyAllocations | undefined {
  return ringFences.find((fence) => fence.heading === heading)?.allocations;
}
