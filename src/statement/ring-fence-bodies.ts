import type { RingFenceRule } from '../agreement/agreement.js';
import { labelOf, membersOf } from '../agreement/bodies.js';
import { type Money, total } from '../figures/books.js';
import { ruleOf } from '../figures/figure.js';
import type { Books } from '../rules/check.js';
import { bodyOf, fencedBodies } from '../rules/fenced-bodies.js';
import type { RingFenceStatement } from './ring-fence-schema.js';

type ByBody = Pick<RingFenceStatement, 'bodies' | 'bodyTotals'>;

/** By body where a group spends the heading: its districts, with their allocations where those are declared. */
export function bodiesWithTotals(books: Books, fence: RingFenceRule, heading: string): ByBody {
  const { agreement } = books;
  const { allocations } = fence;
  const money = fencedBodies(books).get(fence);
  const bodies = codesOf(books, fence).map((code) => ({
    body: code,
    label: agreement.groups.has(code) ? `${labelOf(agreement, code)}, undivided` : labelOf(agreement, code),
    ...(allocations && { provenance: allocations.provenance }),
    ...money?.get(code),
  }));
  const added = (what: string, parts: readonly (Money | undefined)[]) =>
    parts.length === 0
      ? undefined
      : total({ what: `${heading}: ${what}`, how: 'what its bodies have, added up', rule: ruleOf('R2', fence) }, parts);
  const all = (key: 'allocation' | 'broughtForward' | 'paid' | 'unspent') => bodies.map((body) => body[key]);
  return {
    bodies,
    bodyTotals: {
      allocation: added('allotted to the bodies', all('allocation')),
      broughtForward: added('brought forward for the bodies', all('broughtForward')),
      paid: added('paid to the bodies', all('paid')),
      unspent: added('left of the allocations', all('unspent')),
    },
  };
}

/** The members of the group, and whoever else was paid or has something that was brought forward. */
function codesOf(books: Books, fence: RingFenceRule): string[] {
  const { agreement, actual } = books;
  const { heading, allocations, source } = fence;
  const group = agreement.headings.get(heading)?.appliedBy ?? '';
  if (!agreement.groups.has(group) || (allocations === undefined && source === undefined)) return [];
  const members = membersOf(agreement, group);
  const paid = new Set(actual.list('applied', { heading }).map(({ account }) => bodyOf(account)));
  const hasSome = (code: string) =>
    paid.has(code) || fencedBodies(books).get(fence)?.get(code)?.broughtForward?.isNil === false;
  return [...members, ...[...agreement.bodies.keys()].filter((code) => !members.includes(code) && hasSome(code))];
}
