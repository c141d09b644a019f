import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import { type Money, total } from '../figures/books.js';
import { type Count, Figure, type RuleOfFigure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { reduction } from './admissions.js';
import { assumedAdmissions, type Change, howAchieved, wouldBeAchieved } from './assumed-admissions.js';
import { type PartnerPot, type PerformanceBooks, performanceOf } from './performance.js';
import { paymentInWords } from './performance-payment.js';
import { allPots, type PotTotals } from './pot.js';
import { isReported, type PotQuarter, paymentFigure } from './pot-quarter.js';

/** What one partner would have earned. */
export interface WhatIf {
  readonly partner: string;
  readonly label: string;
  readonly pot: Money;
  /** What is. */
  readonly toDate: PotTotals;
  /** What would be by the year end; undefined where nothing is assumed or a baseline or a plan is missing. */
  readonly byYearEnd: YearEnd | undefined;
  /** Whether anything was still to come, and an assumption was made of it. */
  readonly isAssumed: boolean;
}

interface YearEnd {
  readonly payment: Money;
  readonly retained: Money;
  readonly achieved: Count;
  readonly payments: readonly { readonly paidIn: Quarter; readonly payment: Money }[];
}

export interface WhatIfTotals {
  readonly pot: Money;
  readonly toDate: PotTotals;
  /** Not known where it is not known of every partner. */
  readonly byYearEnd: Pick<YearEnd, 'payment' | 'retained'> | undefined;
}

/** What each partner would have earned by the year end; a partner without an assumption has none. */
export function whatIf(
  books: PerformanceBooks,
  terms: PerformancePaymentRule,
  changeOf: (partner: string) => Change | undefined,
): WhatIf[] {
  return performanceOf(books).map((standing) => {
    const label = labelOf(books.agreement, standing.partner);
    const isWhole = standing.quarters.every(isReported);
    const change = changeOf(standing.partner);
    const asIs = asItIs(ruleOf('R3', terms), label, standing);
    const byYearEnd =
      isWhole || change !== undefined ? yearEnd({ terms, label, change }, standing, asIs.pot) : undefined;
    return { partner: standing.partner, label, ...asIs, byYearEnd, isAssumed: !isWhole && byYearEnd !== undefined };
  });
}

/** Whether some quarter of some pot is still to come: what an assumption could be about. */
export function isAnyToCome(books: PerformanceBooks): boolean {
  return performanceOf(books).some(({ quarters }) =>
    quarters.some(({ actual, baseline }) => actual === undefined && baseline !== undefined),
  );
}

/** All the partners together; what would be only where it is known of each. */
export function whatIfTotals(terms: PerformancePaymentRule, expected: readonly WhatIf[]): WhatIfTotals {
  const rule = ruleOf('R3', terms);
  const how = 'the partners, added up';
  const sums = expected.map(({ pot, toDate }) => ({ pot, totals: toDate }));
  const { pot, ...toDate } = allPots(rule, how, sums);
  const sumOf = (words: string, part: 'payment' | 'retained') =>
    total(
      { what: `All pots: what would be ${words} by the year end`, how, rule },
      expected.map(({ byYearEnd }) => byYearEnd?.[part]),
    );
  const payment = sumOf('earned', 'payment');
  const retained = sumOf('retained', 'retained');
  return { pot, toDate, byYearEnd: payment && retained && { payment, retained } };
}

function asItIs(
  rule: RuleOfFigure,
  label: string,
  { pot, totals: { payment, retained, toCome } }: PartnerPot,
): Pick<WhatIf, 'pot' | 'toDate'> {
  const same = (words: string, how: string, of: Money) =>
    Figure.money({ what: `${label}: ${words}`, how, rule, terms: plus(of) });
  const how = 'as it is: nothing is assumed of it';
  return {
    pot: same('the pot that it may earn', 'its pot', pot),
    toDate: {
      payment: payment && same('earned to date', how, payment),
      retained: retained && same('not earned to date', how, retained),
      toCome: same('not yet measured', how, toCome),
    },
  };
}

interface Assuming {
  readonly terms: PerformancePaymentRule;
  readonly label: string;
  /** Of the quarters still to come; undefined where none is. */
  readonly change: Change | undefined;
}

function yearEnd(assuming: Assuming, own: PartnerPot, pot: Money): YearEnd | undefined {
  const { terms, label, change } = assuming;
  const rule = ruleOf('R3', terms);
  const admissions = own.quarters.map(({ measured, baseline, plan, actual }) => ({
    baseline,
    plan,
    actual: actual ?? (baseline && change && assumedAdmissions({ label, measured, baseline }, change)),
  }));
  const about = { what: `${label}: reduction that would be achieved in the year`, how: howAchieved, rule };
  const achieved = reduction(about, 'actual', admissions);
  const payments: YearEnd['payments'][number][] = [];
  for (const [index, quarter] of own.quarters.entries()) {
    const soFar = reduction(wouldBeAchieved(label, quarter), 'actual', admissions.slice(0, index + 1));
    const paid = payments.map(({ payment }) => payment);
    const payment = paymentIn(assuming, own, quarter, { achieved: soFar, paid });
    if (payment === undefined) return undefined;
    payments.push({ paidIn: quarter.paidIn, payment });
  }
  if (achieved === undefined) return undefined;
  const payment = Figure.money({
    what: `${label}: what would be earned by the year end`,
    how: 'the payments of its quarters, added up',
    rule,
    terms: plus(...payments.map((quarter) => quarter.payment)),
  });
  const retained = Figure.money({
    what: `${label}: what would be retained by the year end`,
    how: 'pot − what would be earned',
    rule,
    terms: [...plus(pot), ...minus(payment)],
  });
  return { payment, retained, achieved, payments };
}

/** What a quarter pays, or would pay. */
function paymentIn(
  { terms, label }: Assuming,
  { pot, plannedReduction }: PartnerPot,
  quarter: PotQuarter,
  { achieved, paid }: { readonly achieved: Count | undefined; readonly paid: readonly Money[] },
): Money | undefined {
  const { measured, paidIn, plannedCumulative: planned } = quarter;
  const rule = ruleOf('R3', terms);
  const when = `${measured} (paid in ${paidIn})`;
  if (isReported(quarter)) {
    const what = `${label}: payment, ${when}, as it is`;
    return Figure.money({ what, how: 'nothing is assumed of it', rule, terms: plus(quarter.payment) });
  }
  if (plannedReduction === undefined || planned === undefined || achieved === undefined) return undefined;
  const about = { what: `${label}: payment that there would be, ${when}`, how: paymentInWords(terms), rule };
  return paymentFigure(about, terms, { pot, year: plannedReduction, achieved, planned, paid });
}
