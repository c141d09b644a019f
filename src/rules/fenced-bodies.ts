import type { RingFenceRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { type About, Figure, ruleOf } from '../figures/figure.js';
import { balances, minus, plus } from '../figures/terms.js';
import type { AppliedAccount } from '../journal/accounts.js';
import type { Books } from './check.js';
import { allotmentOf } from './due-out.js';
import { broughtForwardByBody, type OfTheYear } from './fenced-carried.js';
import { isKnown, isOpeningKnown } from './known.js';
import { oncePer } from './once-per.js';

/** What a body may spend under a fenced heading, and has spent. */
export interface FencedBody {
  /** Absent where the fence declares no allocations. */
  readonly allocation: Money | undefined;
  /** Absent where nothing was brought forward under the fence, and where that is not known. */
  readonly broughtForward: Money | undefined;
  /** Absent where spending is not known. */
  readonly paid: Money | undefined;
  readonly unspent: Money | undefined;
}

/** Who spent it: the district where a group spends the heading. */
export function bodyOf({ district, appliedBy }: AppliedAccount): string {
  return district || appliedBy;
}

/** Of every fence, what each body of the agreement has of it, by code (R2). */
export const fencedBodies = oncePer(
  (books: Books): ReadonlyMap<RingFenceRule, ReadonlyMap<string, FencedBody>> =>
    new Map(books.agreement.ringFences.map((fence) => [fence, bodiesOf(books, fence)])),
);

function bodiesOf(books: Books, fence: RingFenceRule): ReadonlyMap<string, FencedBody> {
  const { agreement } = books;
  const ofTheYear = new Map([...agreement.bodies.keys()].map((body) => [body, ofBody(books, fence, body)]));
  const carried = broughtForwardByBody(books, fence, ofTheYear);
  return new Map(
    [...ofTheYear].map(([body, money]) => {
      const what = `${headingOf(books, fence)}: left of the allocation of ${labelOf(agreement, body)}`;
      const known = { ...money, broughtForward: carried?.get(body) };
      const unspent = isOpeningKnown(books) ? leftOf({ what, rule: ruleOf('R2', fence) }, known) : undefined;
      return [body, { ...known, unspent }];
    }),
  );
}

/** What of an allocation, with what was brought forward, is not paid; undefined where the others are not known. */
export function leftOf(about: Omit<About, 'how'>, money: Omit<FencedBody, 'unspent'>): Money | undefined {
  const { allocation, broughtForward, paid } = money;
  if (allocation === undefined || paid === undefined) return undefined;
  const carried = broughtForward === undefined ? [] : plus(broughtForward);
  return Figure.money({
    ...about,
    how: broughtForward === undefined ? 'allocation − paid' : 'allocation + brought forward − paid',
    terms: [...plus(allocation), ...carried, ...minus(paid)],
  });
}

function headingOf({ agreement }: Books, { heading }: RingFenceRule): string {
  return agreement.headings.get(heading)?.name ?? heading;
}

function ofBody(books: Books, fence: RingFenceRule, body: string): OfTheYear {
  const { allocations, heading } = fence;
  const label = labelOf(books.agreement, body);
  const name = headingOf(books, fence);
  const rule = ruleOf('R2', fence);
  const allocation =
    allocations &&
    Figure.money({
      what: `${name}: allotted to ${label}`,
      how: 'as the agreement states it',
      rule,
      terms: plus(allotmentOf(books.agreement, allocations, body)),
    });
  const spent = books.actual.list('applied', { heading }).filter(({ account }) => bodyOf(account) === body);
  const paid = isKnown(books, 'expenditure')
    ? Figure.money({
        what: `${name}: paid to ${label}`,
        how: 'what was spent under the heading by, or for, this body',
        rule,
        terms: balances(spent),
      })
    : undefined;
  return { allocation, paid };
}
