import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { isUpTo } from '../agreement/financial-year.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';
import { type PotPayments, potPayments, type QuarterAdmissions } from './performance-payment.js';

/** One partner's performance under a rule. */
export interface PartnerPerformance extends PotPayments {
  readonly partner: string;
}

/** What R3 needs of a fund. */
export type PerformanceBooks = Pick<Books, 'agreement' | 'plan' | 'activity' | 'asAt'>;

/** Each pot and what it has earned, in the agreement's order of partners; each from its own admissions. */
export function performanceOf(books: PerformanceBooks, rule: PerformancePaymentRule): PartnerPerformance[] {
  return [...potsOf(books, rule)].map(([partner, potPence]) => ({
    partner,
    ...potPayments(rule, potPence, admissionsOf(books, rule, partner)),
  }));
}

/** The pots: as declared, else as planned under the heading on each partner's schedule. */
export function potsOf(
  { agreement, plan }: PerformanceBooks,
  { heading, pots }: PerformancePaymentRule,
): Map<string, Pence> {
  const all = new Map<string, Pence>();
  for (const partner of agreement.partners.keys()) {
    const pot = pots.size > 0 ? pots.get(partner) : plan.applied({ schedule: partner, heading });
    if (pot !== undefined && (pot > 0n || pots.has(partner))) all.set(partner, pot);
  }
  return all;
}

/** The four measured quarters of a partner; what is paid after the quarter asked for is not looked at. */
export function admissionsOf(
  { agreement, activity, asAt }: PerformanceBooks,
  rule: PerformancePaymentRule,
  partner: string,
): QuarterAdmissions[] {
  return measuredQuarters(rule, agreement.year).map(({ measured, paidIn }) => {
    const row = activity.find((candidate) => candidate.partner === partner && candidate.quarter === measured);
    const isDue = asAt !== undefined && isUpTo(paidIn, asAt);
    const actual = isDue ? row?.actual : undefined;
    return { measured, paidIn, isDue, baseline: row?.baseline, plan: row?.plan, actual };
  });
}

/** What a partner has earned of its pot to date; undefined where no quarter of it could be computed. */
export function earnedPence(books: PerformanceBooks, partner: string): Pence | undefined {
  const rule = books.agreement.performanceRule;
  const own = rule && performanceOf(books, rule).find((candidate) => candidate.partner === partner);
  return own?.quarters.some(({ status }) => status === 'reported') ? own.paymentPence : undefined;
}
