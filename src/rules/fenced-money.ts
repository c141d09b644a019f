import type { RingFenceRule } from '../agreement/agreement.js';
import type { BookView, Where } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';

/** Who has money behind a fence, in the agreement's order: who contributes it, whose plan has it, who brought it forward. */
export function partnersBehind({ agreement, plan, actual }: Books, { source, heading }: RingFenceRule): string[] {
  const planned = plan.list('applied', { heading }).map(({ account }) => account.schedule);
  const brought = actual.list('brought-forward', { purpose: heading }).map(({ account }) => account.partner);
  const paying = agreement.contributions.filter((contribution) => contribution.source === source);
  const codes = new Set([...planned, ...brought, ...paying.map(({ partner }) => partner)]);
  return [...agreement.partners.keys()].filter((code) => codes.has(code));
}

/** What a partner's fenced money may be spent up to: agreed for the year, and brought forward. */
export function availableTo({ plan, actual }: Books, { source, heading }: RingFenceRule, partner: string): Pence {
  const agreedPence =
    source === undefined ? plan.applied({ schedule: partner, heading }) : plan.received({ partner, source });
  return agreedPence + actual.broughtForward({ partner, purpose: heading });
}

/** All that was spent from a fenced source, wherever it was booked; or under a heading fenced by itself. */
export function spentBehind(book: BookView, fence: RingFenceRule, partner: string): Pence {
  return book.applied(behind(fence, partner));
}

/** The accounts of a partner's fenced spending. */
export function behind({ source, heading }: RingFenceRule, partner: string): Where<'applied'> {
  return source === undefined ? { schedule: partner, heading } : { schedule: partner, source };
}
