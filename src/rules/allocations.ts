import type { Heading, RingFenceRule } from '../agreement/agreement.js';
import { labelOf, nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { plus, stated, sumOfTerms } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, checkOf, differenceInWords, outBy, outcomeOf, type RuleOutcome, together } from './check.js';
import { bodyOf, type FencedBody, fencedBodies } from './fenced-bodies.js';

type Allocations = NonNullable<RingFenceRule['allocations']>;

/** R2 by body: what the bodies are allotted adds up to the heading, and none is paid above that and what it brought forward. */
export function checkAllocations(books: Books, fence: RingFenceRule): RuleOutcome {
  const { agreement, actual } = books;
  const { allocations } = fence;
  const heading = agreement.headings.get(fence.heading);
  if (allocations === undefined || heading === undefined) return { checks: [], diagnostics: [] };
  const paid = new Set(actual.list('applied', { heading: heading.code }).map(({ account }) => bodyOf(account)));
  const bodies = [...(fencedBodies(books).get(fence) ?? [])].filter(
    ([body]) => allocations.pence.has(body) || paid.has(body),
  );
  return together([
    allocationsFoot(books, fence, { heading, allocations }),
    ...bodies.map(([body, money]) => paidWithin(fence, { heading, name: nameOf(agreement, body), body, money })),
  ]);
}

function allocationsFoot(
  { agreement }: Books,
  fence: RingFenceRule,
  { heading, allocations: { pence, place } }: { readonly heading: Heading; readonly allocations: Allocations },
): RuleOutcome {
  const agreed = stated('allocation of the heading in the agreement', heading.allocationPence, heading.place);
  const allotted = [...pence].flatMap(([body, amountPence]) =>
    stated(`allotted to ${labelOf(agreement, body)}`, amountPence, place),
  );
  const allottedPence = sumOfTerms(allotted);
  const check = checkOf({
    id: `ring-fence.${fence.id}.allocations`,
    family: 'ring-fence.allocations',
    rule: 'R2',
    clause: fence.clause,
    heading: heading.code,
    expected: agreed,
    actual: allotted,
    message: `${heading.name}: ${inWords(heading.allocationPence)} in the flow of funds, allocations of ${inWords(allottedPence)}`,
  });
  if (check.passed) return { checks: [check], diagnostics: [] };
  const args = {
    heading: heading.name,
    agreed: inWords(heading.allocationPence),
    allotted: inWords(allottedPence),
    ...differenceInWords(heading.allocationPence, allottedPence),
  };
  return outcomeOf([check], [outBy(check, diagnose('BCF2111', args, { rule: fence, place }))]);
}

function carriedInWords(broughtForward: Money | undefined): string {
  return broughtForward === undefined ? '' : ` and ${inWords(broughtForward.amount)} brought forward`;
}

interface PaidBody {
  readonly heading: Heading;
  readonly body: string;
  readonly name: string;
  readonly money: FencedBody;
}

function paidWithin(fence: RingFenceRule, { heading, body, name, money }: PaidBody): RuleOutcome {
  const { allocation, broughtForward, paid, unspent } = money;
  if (allocation === undefined || paid === undefined || unspent === undefined) return { checks: [], diagnostics: [] };
  const carried = broughtForward === undefined || broughtForward.isNil ? undefined : broughtForward;
  const check = checkOf({
    id: `ring-fence.${fence.id}.allocation.${body}`,
    family: 'ring-fence.allocation',
    rule: 'R2',
    clause: fence.clause,
    heading: heading.code,
    partner: body,
    passed: unspent.amount >= 0n,
    expected: plus(allocation, ...(carried === undefined ? [] : [carried])),
    actual: plus(paid),
    message: `${name}: paid ${inWords(paid.amount)} of its ${inWords(allocation.amount)}${carriedInWords(carried)}`,
  });
  if (check.passed) return { checks: [check], diagnostics: [] };
  const args = {
    body: name,
    heading: heading.name,
    paid: inWords(paid.amount),
    allocation: `${inWords(allocation.amount)}${carriedInWords(carried)}`,
    excess: inWords(-unspent.amount),
  };
  return outcomeOf([check], [outBy(check, diagnose('BCF2112', args, { rule: fence }))]);
}
