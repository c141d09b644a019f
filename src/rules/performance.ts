import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { isUpTo } from '../agreement/financial-year.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import type { Money } from '../figures/books.js';
import { type Count, Figure, ruleOf } from '../figures/figure.js';
import { balances, plus, stated } from '../figures/terms.js';
import type { QuarterAdmissions } from './admissions.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';
import { type Pot, payPot } from './pot.js';

/** One partner's pot under a rule. */
export interface PartnerPot extends Pot {
  readonly partner: string;
}

/** What R3 needs of a fund. */
export type PerformanceBooks = Pick<Books, 'agreement' | 'plan' | 'actual' | 'activity' | 'asAt' | 'stage'>;

/** Each pot and what it has earned, in the agreement's order of partners; each from its own admissions. */
export const performanceOf = oncePer((books: PerformanceBooks): readonly PartnerPot[] => {
  const terms = books.agreement.performanceRule;
  if (terms === undefined) return [];
  return potPartners(books, terms).map((partner) => {
    const label = labelOf(books.agreement, partner);
    const of = { label, pot: potOf(books, terms, partner), terms, rule: ruleOf('R3', terms) };
    return { partner, ...payPot(of, admissionsOf(books, terms, partner)) };
  });
});

/**
 * Who has a pot: declared, else planned under the heading on its schedule. A partner that is planned to earn, or that pays
 * in or spends performance money, is there even without a pot: nothing can be earned of it.
 */
function potPartners(
  { agreement, plan, actual }: PerformanceBooks,
  { heading, pots }: PerformancePaymentRule,
): string[] {
  return [...agreement.partners.keys()].filter(
    (partner) =>
      pots.has(partner) ||
      plan.applied({ schedule: partner, heading }) !== 0n ||
      actual.received({ partner, purpose: heading }) !== 0n ||
      actual.applied({ schedule: partner, heading }) !== 0n,
  );
}

function potOf(books: PerformanceBooks, rule: PerformancePaymentRule, partner: string): Money {
  const { agreement, plan } = books;
  const { pots, heading, place } = rule;
  const where = { schedule: partner, heading };
  const about = { what: `${labelOf(agreement, partner)}: the pot that it may earn`, rule: ruleOf('R3', rule) };
  const derived = isPotDerived(books, partner)
    ? `as the agreement has it, derived: ${pots.get(partner)?.because ?? 'worked out, not itself printed'}`
    : undefined;
  if (pots.size > 0) {
    const amountPence = pots.get(partner)?.amountPence ?? 0n;
    const how = derived ?? 'as the agreement states it';
    return Figure.money({ ...about, how, terms: stated('pot in the agreement', amountPence, place) });
  }
  const planned = plan.applied(where) > 0n ? balances(plan.list('applied', where)) : stated('no pot is planned', 0n);
  return Figure.money({ ...about, how: derived ?? 'what its schedule plans for performance', terms: planned });
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
function admissionsOf(books: PerformanceBooks, rule: PerformancePaymentRule, partner: string): QuarterAdmissions[] {
  const { agreement, asAt, stage } = books;
  return measuredQuarters(rule, agreement.year).map(({ measured, paidIn }) => {
    const row = activityByKey(books).get(activityKey(partner, measured));
    const isDue = asAt !== undefined && stage !== 'not-begun' && isUpTo(paidIn, asAt);
    const counted = (count: 'baseline' | 'plan' | 'actual'): Count | undefined => {
      const admissions = row?.[count];
      if (admissions === undefined) return undefined;
      return new Figure('number', {
        what: `${labelOf(agreement, partner)}: admissions of ${measured}, ${count}`,
        how: 'as reported',
        rule: ruleOf('R3', rule),
        terms: plus(Figure.stated('number', `${count} admissions, ${measured}`, BigInt(admissions), row?.at)),
      });
    };
    return {
      measured,
      paidIn,
      isDue,
      baseline: counted('baseline'),
      plan: counted('plan'),
      actual: isDue ? counted('actual') : undefined,
    };
  });
}

/** Whether a due quarter of a pot is not reported, so that what was paid in for it may be earned yet; without a pot nothing can. */
export function isWaiting({ pot, quarters }: PartnerPot): boolean {
  return pot.amount > 0n && quarters.some(({ status }) => status === 'not-reported');
}

/** Whether any quarter of a partner's pot could be computed: before, what it has earned is not known. */
export function isEarningKnown(books: PerformanceBooks, partner: string): boolean {
  return performanceOf(books).some((pot) => pot.partner === partner && pot.totals.payment !== undefined);
}
