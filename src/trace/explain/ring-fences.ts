import type { RingFenceRule } from '../../agreement/agreement.js';
import type { BookView, Where } from '../../journal/book-view.js';
import type { Balance } from '../../journal/journal.js';
import { behind, carriedTo } from '../../rules/fenced-money.js';
import { virementsOf } from '../../rules/virements.js';
import type { RingFenceStatement } from '../../statement/ring-fence-schema.js';
import type { RuleOfFigure, Term } from '../node.js';
import { added, balances, given, incomes, item, minus, plus, stated } from '../terms.js';
import { sourceOf } from './flow-of-funds.js';
import { bodyName, headingName, type Traced } from './traced.js';

/** Each ring-fence: what there is for its purpose, what was spent, and what is held for it (R2). */
export function explainRingFences(traced: Traced): void {
  const { books, result } = traced;
  for (const fence of books.agreement.ringFences) {
    const statement = result.ringFences.find(({ id }) => id === fence.id);
    if (statement === undefined) continue;
    const rule = { id: 'R2' as const, clause: fence.clause };
    explainTotals(traced, fence, statement, rule);
    for (const { partner, label } of statement.partners) explainPartner(traced, { fence, partner, label, rule });
    for (const { body, label } of statement.bodies) explainBody(traced, { fence, body, label, rule });
  }
}

function fenceName(fence: Pick<RingFenceRule, 'id'>): string {
  return item('ring-fences', { fence: fence.id });
}

/** The name of a partner's part of a fence. */
export function fencedPartner(fence: Pick<RingFenceRule, 'id'>, partner: string): string {
  return item(`${fenceName(fence)}.partners`, { partner });
}

/** The name of a body's part of a fence. */
export function fencedBody(fence: Pick<RingFenceRule, 'id'>, body: string): string {
  return item(`${fenceName(fence)}.bodies`, { body });
}

const amounts = [
  ['available', 'what may be spent'],
  ['received', 'received, with what was brought forward'],
  ['spent', 'spent to date'],
  ['unspent', 'available and not spent'],
  ['held', 'received and not spent, held for its purpose'],
  ['forecast', 'forecast to be spent'],
] as const;

function explainTotals(
  { books, findings, all }: Traced,
  fence: RingFenceRule,
  { label, partners, bodies }: RingFenceStatement,
  rule: RuleOfFigure,
): void {
  const name = fenceName(fence);
  for (const [key, words] of amounts) {
    all.explain(`${name}.${key}`, () => ({
      what: `${label}: ${words}`,
      how: 'what its partners have, added up',
      rule,
      terms: plus(...partners.map(({ partner }) => `${fencedPartner(fence, partner)}.${key}`)),
    }));
  }
  const bodyTotals = {
    allocation: 'allotted to the bodies',
    paid: 'paid to the bodies',
    unspent: 'left of the allocations',
  };
  for (const [key, words] of Object.entries(bodyTotals)) {
    all.explain(`${name}.body-totals.${key}`, () => ({
      what: `${label}: ${words}`,
      how: 'what its bodies have, added up',
      rule,
      terms: plus(...bodies.map(({ body }) => `${fencedBody(fence, body)}.${key}`)),
    }));
  }
  all.explain(`${name}.breaches`, () => ({
    what: `${label}: breaches`,
    how: 'the findings under this fence, counted',
    rule,
    terms: findings
      .filter((one) => one.class === 'finding' && one.rule?.id === fence.id)
      .map((one) => given({ what: `${one.code}: ${one.message}`, unit: 'number', amount: 1n, at: one.place })),
  }));
  const refused = virementsOf(books).filter(({ breach }) => breach?.rule.id === fence.id);
  all.explain(`${name}.virements-refused`, () => ({
    what: `${label}: virements across the fence`,
    how: 'each is a breach, and moves nothing',
    rule,
    terms: added(...refused.map(({ amount }) => amount)),
  }));
}

interface FencePart {
  readonly fence: RingFenceRule;
  readonly label: string;
  readonly rule: RuleOfFigure;
}

/** The balances brought forward that may be spent. */
export function carried(actual: BookView, where: Where<'brought-forward'>): Term[] {
  return carriedTo(actual, where) > 0n ? incomes(actual.list('brought-forward', where)) : [];
}

function explainPartner({ books, all }: Traced, part: FencePart & { readonly partner: string }): void {
  const { fence, partner, label, rule } = part;
  const { agreement, plan, actual, forecast } = books;
  const name = fencedPartner(fence, partner);
  const purpose = { partner, purpose: fence.heading };
  const broughtForward = () => incomes(actual.list('brought-forward', purpose));
  const agreed = (): Term[] =>
    fence.source === undefined
      ? balances(plan.list('applied', { schedule: partner, heading: fence.heading }))
      : plus(
          ...agreement.contributions
            .filter((one) => one.partner === partner && one.source === fence.source)
            .map((one) => `${sourceOf(one)}.plan`),
        );
  const what = (words: string) => `${headingName(books, fence.heading)}, ${label}: ${words}`;
  const made: Readonly<Record<(typeof amounts)[number][0], { how: string; terms: () => Term[] }>> = {
    available: {
      how: 'agreed for the year + brought forward; last year’s overspend is not taken from it',
      terms: () => [...agreed(), ...carried(actual, purpose)],
    },
    received: {
      how: 'received + brought forward',
      terms: () => [...incomes(actual.list('income', purpose)), ...broughtForward()],
    },
    spent: {
      how: 'all that was spent of this money, wherever it was booked',
      terms: () => balances(actual.list('applied', behind(fence, partner))),
    },
    unspent: { how: 'available − spent', terms: () => [...plus(`${name}.available`), ...minus(`${name}.spent`)] },
    held: { how: 'received − spent', terms: () => [...plus(`${name}.received`), ...minus(`${name}.spent`)] },
    forecast: {
      how: 'all that is forecast to be spent of this money',
      terms: () => balances(forecast.list('applied', behind(fence, partner))),
    },
  };
  for (const [key, words] of amounts) {
    const { how, terms } = made[key];
    all.explain(`${name}.${key}`, () => ({ what: what(words), how, rule, terms: terms() }));
  }
}

function explainBody({ books, all }: Traced, part: FencePart & { readonly body: string }): void {
  const { fence, body, label, rule } = part;
  const name = fencedBody(fence, body);
  const heading = headingName(books, fence.heading);
  const { pence, place } = fence.allocations ?? {};
  all.explain(`${name}.allocation`, () => ({
    what: `${heading}: allotted to ${label}`,
    how: 'as the agreement states it',
    rule,
    terms: [stated('allocation in the agreement', pence?.get(body) ?? 0n, place)],
  }));
  all.explain(`${name}.paid`, () => ({
    what: `${heading}: paid to ${bodyName(books, body)}`,
    how: 'what was spent under the heading by, or for, this body',
    rule,
    terms: balances(paidTo(books.actual.list('applied', { heading: fence.heading }), body)),
  }));
  all.explain(`${name}.unspent`, () => ({
    what: `${heading}: left of the allocation of ${label}`,
    how: 'allocation − paid',
    rule,
    terms: [...plus(`${name}.allocation`), ...minus(`${name}.paid`)],
  }));
}

/** Of accounts of a fenced heading, those of one body: the district, or who spent it. */
export function paidTo<B extends Balance & { account: { district: string; appliedBy: string } }>(
  list: readonly B[],
  body: string,
): B[] {
  return list.filter(({ account }) => (account.district || account.appliedBy) === body);
}
