import type { RingFenceRule } from '../agreement/agreement.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import type { Term } from '../figures/figure.js';
import { incomes, sumOfTerms } from '../figures/terms.js';
import type { BalanceOf, BookView, Where } from '../journal/book-view.js';
import { sum } from '../money/pence.js';
import type { Books } from './check.js';

/** Who has money behind a fence, in the agreement's order: who contributes it, whose plan has it, who brought it forward. */
export function partnersBehind({ agreement, plan, actual }: Books, { source, heading }: RingFenceRule): string[] {
  const planned = plan.list('applied', { heading }).map(({ account }) => account.schedule);
  const brought = actual.list('brought-forward', { purpose: heading }).map(({ account }) => account.partner);
  const paying = agreement.contributions.filter((contribution) => contribution.source === source);
  const codes = new Set([...planned, ...brought, ...paying.map(({ partner }) => partner)]);
  return [...agreement.partners.keys()].filter((code) => codes.has(code));
}

/**
 * What was brought forward and may be spent. What one holder overspent last year is for whoever bears it: it is taken
 * neither from this year’s money nor from what another has.
 */
export function carriedTerms(actual: BookView, where: Omit<Where<'brought-forward'>, 'kind'>): Term[] {
  const holders = new Map<string, BalanceOf<'brought-forward'>[]>();
  for (const balance of actual.list('brought-forward', { ...where, kind: 'balance' })) {
    const { partner, purpose, body } = balance.account;
    const holder = [partner, purpose, body].join('\0');
    holders.set(holder, [...(holders.get(holder) ?? []), balance]);
  }
  return [...holders.values()].map(incomes).flatMap((terms) => (sumOfTerms(terms) > 0n ? terms : []));
}

/**
 * Whether a partner spends what is fenced within its contribution, and none of its receipts says so: it pays in one line.
 * What of that line is for the fence is then not known, so that nothing of it is held, and nothing is short.
 */
export function isPaidInOneLine(
  { agreement, actual }: Pick<Books, 'agreement' | 'actual'>,
  { partner, purpose }: { readonly partner: string; readonly purpose: string },
): boolean {
  const fence = fenceOfHeading(agreement, purpose);
  if (fence === undefined || fence.source !== undefined) return false;
  const sources = new Set(
    actual.list('applied', { schedule: partner, heading: purpose }).map(({ account }) => account.source),
  );
  const untiedPence = sum([...sources].map((source) => actual.received({ partner, source, purpose: '' })));
  const isTied = actual.received({ partner, purpose }) !== 0n || actual.broughtForward({ partner, purpose }) !== 0n;
  return !isTied && untiedPence > 0n && actual.applied({ schedule: partner, heading: purpose }) > 0n;
}

/** The accounts of a partner's fenced spending. */
export function behind({ source, heading }: RingFenceRule, partner: string): Where<'applied'> {
  return source === undefined ? { schedule: partner, heading } : { schedule: partner, source };
}
