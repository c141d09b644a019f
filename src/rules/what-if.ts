import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { type Decimal, partOf } from '../money/decimal.js';
import { rounded, times, whole } from '../money/fraction.js';
import { admissionsOf, type PerformanceBooks, potsOf } from './performance.js';
import { type PotPayments, potPayments, type QuarterAdmissions } from './performance-payment.js';

/** A change of admissions against the baseline, in each quarter still to come: in percent of it, or exact. */
export type Change =
  | { readonly kind: 'percent'; readonly percent: Decimal }
  | { readonly kind: 'exact'; readonly admissions: number };

export interface WhatIf {
  readonly partner: string;
  /** What is. */
  readonly toDate: PotPayments;
  /** What would be by the year end; undefined where nothing is assumed or a baseline is missing. */
  readonly byYearEnd: PotPayments | undefined;
  /** Whether anything was still to come, and an assumption was made of it. */
  readonly isAssumed: boolean;
}

/** What each partner would have earned by the year end; a partner without an assumption has none. */
export function whatIf(
  books: PerformanceBooks,
  rule: PerformancePaymentRule,
  changeOf: (partner: string) => Change | undefined,
): WhatIf[] {
  return [...potsOf(books, rule)].map(([partner, potPence]) => {
    const admissions = admissionsOf(books, rule, partner);
    const change = changeOf(partner);
    const toDate = potPayments(rule, potPence, admissions);
    if (toDate.quarters.every(({ status }) => status === 'reported')) {
      return { partner, toDate, byYearEnd: toDate, isAssumed: false };
    }
    const assumed = change && admissions.map((quarter) => assumedQuarter(quarter, change));
    const expected = assumed && potPayments(rule, potPence, assumed);
    const isWhole = expected?.quarters.every(({ status }) => status === 'reported') ?? false;
    return { partner, toDate, byYearEnd: isWhole ? expected : undefined, isAssumed: isWhole };
  });
}

/** Whether some quarter of some pot is still to come: what an assumption could be about. */
export function isAnyToCome(books: PerformanceBooks, rule: PerformancePaymentRule): boolean {
  return [...potsOf(books, rule).keys()].some((partner) =>
    admissionsOf(books, rule, partner).some(({ actual, baseline }) => actual === undefined && baseline !== undefined),
  );
}

function assumedQuarter(quarter: QuarterAdmissions, change: Change): QuarterAdmissions {
  const { baseline, actual } = quarter;
  if (actual !== undefined || baseline === undefined) return { ...quarter, isDue: true };
  return { ...quarter, isDue: true, actual: Math.max(0, baseline + changed(baseline, change)) };
}

/** The change of a baseline in whole admissions, half away from zero. */
export function changed(baseline: number, change: Change): number {
  if (change.kind === 'exact') return change.admissions;
  return Number(rounded(times(whole(BigInt(baseline)), partOf(change.percent))));
}
