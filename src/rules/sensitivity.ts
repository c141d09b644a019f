import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { asDecimal, type Decimal, dividedUp, nil } from '../money/decimal.js';
import type { Pence } from '../money/pence.js';
import { admissionsOf, type PerformanceBooks, potsOf } from './performance.js';
import { potPayments, type QuarterAdmissions } from './performance-payment.js';
import { changed } from './what-if.js';

export interface SensitivityPoint {
  /** The reduction of every quarter's baseline. */
  readonly percent: Decimal;
  /** What the year would pay, in the order of the partners; undefined where admissions are missing. */
  readonly paymentsPence: readonly (Pence | undefined)[];
}

/** The reduction at which a pot is earned whole. */
export interface BreakEven {
  readonly partner: string;
  readonly potPence: Pence;
  readonly baseline: number;
  /** Undefined where admissions are missing. */
  readonly isEarnable: boolean | undefined;
  /** Over the whole year; undefined where admissions are missing or no reduction is planned. */
  readonly admissions: number | undefined;
  /** Still needed from the quarters to come, after those reported; undefined where none is to come. */
  readonly needed: number | undefined;
  readonly baselineToCome: number;
}

/** Payment against reduction, from none to twice the target, the same in every quarter of the year. */
export function sensitivity(
  books: PerformanceBooks,
  rule: PerformancePaymentRule,
): { readonly points: readonly SensitivityPoint[]; readonly breakEvens: readonly BreakEven[] } {
  const pots = [...potsOf(books, rule)].map(([partner, potPence]) => ({
    partner,
    potPence,
    admissions: admissionsOf(books, rule, partner),
  }));
  const points = pointsUpTo(rule.targetPercent ?? asDecimal(3.5)).map((percent) => ({
    percent,
    paymentsPence: pots.map(({ potPence, admissions }) => {
      const reduced = admissions.map((quarter) => reducedBy(quarter, percent));
      const { quarters, paymentPence } = potPayments(rule, potPence, reduced);
      return quarters.every(({ status }) => status === 'reported') ? paymentPence : undefined;
    }),
  }));
  return { points, breakEvens: pots.map((pot) => breakEven(rule, pot)) };
}

/** Every half per cent, or a fourteenth of the way where that would be many; always the target and its double. */
function pointsUpTo(target: Decimal): Decimal[] {
  const twice = target.times(2);
  const last = twice.greaterThan(100) ? asDecimal(100) : twice;
  const step = last.greaterThan(10) ? dividedUp(last, 14, 2) : asDecimal(0.5);
  const points = [target, last];
  for (let point = nil; point.lessThan(last); point = point.plus(step)) points.push(point);
  points.sort((a, b) => a.comparedTo(b));
  return points.filter((point, index) => index === 0 || !point.equals(points[index - 1] ?? nil));
}

function reducedBy(quarter: QuarterAdmissions, percent: Decimal): QuarterAdmissions {
  const { baseline } = quarter;
  if (baseline === undefined) return { ...quarter, isDue: true, actual: undefined };
  return {
    ...quarter,
    isDue: true,
    actual: baseline + changed(baseline, { kind: 'percent', percent: percent.negated() }),
  };
}

function breakEven(
  rule: PerformancePaymentRule,
  {
    partner,
    potPence,
    admissions,
  }: { readonly partner: string; readonly potPence: Pence; readonly admissions: readonly QuarterAdmissions[] },
): BreakEven {
  const { plannedReduction, quarters, paymentPence } = potPayments(rule, potPence, admissions);
  const isPaidWhole = paymentPence >= potPence && !rule.clawback;
  const isEarnable = plannedReduction !== undefined && plannedReduction > 0;
  const toCome = quarters.filter(({ status }) => status !== 'reported');
  const achieved = quarters.filter(({ status }) => status === 'reported').at(-1)?.achievedCumulative ?? 0;
  const total = (some: readonly QuarterAdmissions[]) => some.reduce((so, { baseline = 0 }) => so + baseline, 0);
  return {
    partner,
    potPence,
    baseline: total(admissions),
    isEarnable: plannedReduction === undefined ? undefined : isEarnable,
    admissions: isEarnable ? plannedReduction : undefined,
    needed: isEarnable && toCome.length > 0 ? (isPaidWhole ? 0 : Math.max(0, plannedReduction - achieved)) : undefined,
    baselineToCome: total(toCome),
  };
}
