import type { RingFenceRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { difference, type Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, stated } from '../figures/terms.js';
import type { AppliedAccount } from '../journal/accounts.js';
import type { Books } from './check.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';

/** What a body may spend under a fenced heading, and has spent. */
export interface FencedBody {
  /** Absent where the fence declares no allocations. */
  readonly allocation: Money | undefined;
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
    new Map(
      books.agreement.ringFences.map((fence) => [
        fence,
        new Map([...books.agreement.bodies.keys()].map((body) => [body, ofBody(books, fence, body)])),
      ]),
    ),
);

function ofBody(books: Books, { clause, heading: code, allocations }: RingFenceRule, body: string): FencedBody {
  const { agreement, actual } = books;
  const label = labelOf(agreement, body);
  const heading = agreement.headings.get(code)?.name ?? code;
  const rule = ruleOf('R2', { clause });
  const allocation =
    allocations &&
    Figure.money({
      what: `${heading}: allotted to ${label}`,
      how: 'as the agreement states it',
      rule,
      terms: stated('allocation in the agreement', allocations.pence.get(body) ?? 0n, allocations.place),
    });
  const paid = isKnown(books, 'expenditure')
    ? Figure.money({
        what: `${heading}: paid to ${label}`,
        how: 'what was spent under the heading by, or for, this body',
        rule,
        terms: balances(actual.list('applied', { heading: code }).filter(({ account }) => bodyOf(account) === body)),
      })
    : undefined;
  const about = { what: `${heading}: left of the allocation of ${label}`, how: 'allocation − paid', rule };
  return { allocation, paid, unspent: difference(about, allocation, paid) };
}
