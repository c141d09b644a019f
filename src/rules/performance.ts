import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { isUpTo } from '../agreement/financial-year.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';
import { isReported, type PotPayments, potPayments, type QuarterAdmissions } from './performance-payment.js';

/** One partner's performance under a rule. */
export interface PartnerPerformance extends PotPayments {
  readonly partner: string;
}

/** What R3 needs of a fund. */
export type PerformanceBooks = Pick<Books, 'agreement' | 'plan' | 'actual' | 'activity' | 'asAt' | 'stage'>;

/** Each pot and what it has earned, in the agreement's order of partners; each from its own admissions. */
export const performanceOf = oncePer((books: PerformanceBooks): readonly PartnerPerformance[] => {
  const rule = books.agreement.performanceRule;
  if (rule === undefined) return [];
  return [...potsOf(books, rule)].map(([partner, potPence]) => ({
    partner,
    ...potPayments(rule, potPence, admissionsOf(books, rule, partner)),
  }));
});

/**
 * The pots: as declared, else as planned under the heading on each partner's schedule. A partner that is planned to earn,
 * or that pays in or spends performance money, is there even without a pot: nothing can be earned of it.
 */
export function potsOf(
  { agreement, plan, actual }: PerformanceBooks,
  { heading, pots }: PerformancePaymentRule,
): Map<string, Pence> {
  const all = new Map<string, Pence>();
  for (const partner of agreement.partners.keys()) {
    const plannedPence = plan.applied({ schedule: partner, heading });
    const potPence = pots.size > 0 ? (pots.get(partner)?.amountPence ?? 0n) : plannedPence > 0n ? plannedPence : 0n;
    const hasMoney =
      plannedPence !== 0n ||
      actual.received({ partner, purpose: heading }) !== 0n ||
      actual.applied({ schedule: partner, heading }) !== 0n;
    if (hasMoney || pots.has(partner)) all.set(partner, potPence);
  }
  return all;
}

/** Whether a pot was worked out and not printed as one: by the agreement, or by its row of the plan. */
export function isPotDerived({ agreement, plan }: PerformanceBooks, partner: string): boolean {
  const rule = agreement.performanceRule;
  if (rule === undefined) return false;
  const planned = plan.list('applied', { schedule: partner, heading: rule.heading });
  return (
    rule.pots.get(partner)?.provenance === 'derived' || planned.some(({ provenances }) => provenances.has('derived'))
  );
}

const activityByKey = oncePer(
  ({ activity }: PerformanceBooks) => new Map(activity.map((row) => [activityKey(row.partner, row.quarter), row])),
);

function activityKey(partner: string, quarter: string): string {
  return [partner, quarter].join('\0');
}

/** The four measured quarters of a partner; what is paid after the quarter asked for is not looked at. */
export function admissionsOf(
  books: PerformanceBooks,
  rule: PerformancePaymentRule,
  partner: string,
): QuarterAdmissions[] {
  const { agreement, asAt, stage } = books;
  return measuredQuarters(rule, agreement.year).map(({ measured, paidIn }) => {
    const row = activityByKey(books).get(activityKey(partner, measured));
    const isDue = asAt !== undefined && stage !== 'not-begun' && isUpTo(paidIn, asAt);
    const actual = isDue ? row?.actual : undefined;
    return { measured, paidIn, isDue, baseline: row?.baseline, plan: row?.plan, actual };
  });
}

/** What a partner has earned of its pot to date; undefined where no quarter of it could be computed. */
export function earnedPence(books: PerformanceBooks, partner: string): Pence | undefined {
  const own = performanceOf(books).find((candidate) => candidate.partner === partner);
  return own !== undefined && isReported(own) ? own.paymentPence : undefined;
}
