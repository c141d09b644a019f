import type { Money } from '../figures/books.js';
import { largest, nil, smallest } from '../figures/expression.js';
import { type About, type Count, Figure, type Percent, type RuleOfFigure } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { percentOf, type QuarterAdmissions, reduction } from './admissions.js';
import { type PerformanceTerms, paymentInWords, paymentOf, worthOf } from './performance-payment.js';

/** What is known of a measured quarter before it is paid. */
interface QuarterSoFar extends Omit<QuarterAdmissions, 'isDue'> {
  readonly plannedCumulative: Count | undefined;
  readonly achievedCumulative: Count | undefined;
  readonly plannedPercent: Percent | undefined;
  readonly achievedPercent: Percent | undefined;
  /** The most that can have been paid by now if everything planned was achieved; never falls. */
  readonly maximum: Money | undefined;
}

/** `not-yet-due` is paid after the quarter asked for; `not-reported` waits for admissions, its own or earlier ones. */
interface WaitingQuarter extends QuarterSoFar {
  readonly payment?: undefined;
  readonly paidCumulative?: undefined;
  readonly retainedToDate?: undefined;
  readonly status: 'not-reported' | 'not-yet-due';
}

/** A quarter that could be computed. */
export interface ReportedQuarter extends QuarterSoFar {
  readonly plannedCumulative: Count;
  readonly achievedCumulative: Count;
  readonly payment: Money;
  readonly paidCumulative: Money;
  /** Not earned so far: the maximum less what was paid; at the year end the pot less what was paid. */
  readonly retainedToDate: Money;
  readonly status: 'reported';
}

export type PotQuarter = WaitingQuarter | ReportedQuarter;

/** Whether a quarter could be computed: before, what it has earned is not known. */
export function isReported(quarter: PotQuarter): quarter is ReportedQuarter {
  return quarter.status === 'reported';
}

/** Whose pot it is, how much, and on what terms it is earned. */
export interface PotTerms {
  readonly label: string;
  readonly pot: Money;
  readonly terms: PerformanceTerms;
  readonly rule: RuleOfFigure;
}

interface Year extends PotTerms {
  readonly plannedReduction: Count | undefined;
  readonly admissions: readonly QuarterAdmissions[];
}

/** What a measured quarter pays after those before it; nothing yet where it, or one before it, is not reported. */
export function payQuarter(year: Year, quarter: QuarterAdmissions, before: readonly PotQuarter[]): PotQuarter {
  const { label, pot, terms, rule, plannedReduction, admissions } = year;
  const { isDue, ...measured } = quarter;
  const about = (words: string, how: string): About => ({
    what: `${label}: ${words}, ${quarter.measured} (paid in ${quarter.paidIn})`,
    how,
    rule,
  });
  const last = before.at(-1);
  const soFar = quarterSoFar(year, measured, before, about);
  const { plannedCumulative, achievedCumulative, maximum } = soFar;
  const isOpen = isDue && (last === undefined || isReported(last));
  if (!isOpen || !plannedReduction || !plannedCumulative || !achievedCumulative || !maximum) {
    return { ...soFar, status: isDue ? 'not-reported' : 'not-yet-due' };
  }
  const paid = last?.paidCumulative === undefined ? [] : [last.paidCumulative];
  const reductions = { year: plannedReduction, achieved: achievedCumulative, planned: plannedCumulative };
  const payment = paymentFigure(about('payment', paymentInWords(terms)), terms, { pot, ...reductions, paid });
  const paidCumulative = Figure.money({
    ...about('paid so far', 'paid before + the payment'),
    terms: plus(...paid, payment),
  });
  const isLast = before.length === admissions.length - 1;
  const retainedToDate = Figure.money({
    ...about('not earned so far', `${isLast ? 'pot' : 'the most that can be earned so far'} − paid so far`),
    terms: [...plus(isLast ? pot : maximum), ...minus(paidCumulative)],
  });
  const money = { payment, paidCumulative, retainedToDate };
  return { ...soFar, plannedCumulative, achievedCumulative, ...money, status: 'reported' };
}

function quarterSoFar(
  { pot, plannedReduction, admissions }: Year,
  measured: Omit<QuarterAdmissions, 'isDue'>,
  before: readonly PotQuarter[],
  about: (words: string, how: string) => About,
): QuarterSoFar {
  const soFar = admissions.slice(0, before.length + 1);
  const planned = reduction(about('reduction planned so far', 'Σ (baseline − plan) so far'), 'plan', soFar);
  const achieved = reduction(
    about('reduction achieved so far', 'Σ (baseline − actual) so far; negative is a rise'),
    'actual',
    soFar,
  );
  const percent = (kind: string, cumulative: Count | undefined) =>
    percentOf(
      about(`reduction ${kind} so far, in percent`, 'reduction ÷ baseline so far'),
      cumulative,
      soFar.map(({ baseline }) => baseline),
    );
  const most = before.at(-1)?.maximum;
  return {
    ...measured,
    plannedCumulative: planned,
    achievedCumulative: achieved,
    plannedPercent: percent('planned', planned),
    achievedPercent: percent('achieved', achieved),
    maximum:
      plannedReduction &&
      planned &&
      Figure.money({
        ...about(
          'the most that can be earned so far',
          'planned reduction so far × pot ÷ planned reduction of the year, at most the pot, and never less than before',
        ),
        terms: plus(pot, plannedReduction, planned, ...(most === undefined ? [] : [most])),
        formula: ([all = nil, year = nil, reduced = nil, earlier = nil]) =>
          largest(earlier, worthOf({ pot: all, year }, smallest(largest(nil, reduced), year))),
      }),
  };
}

/** What a payment is made of. */
interface PaymentParts {
  readonly pot: Money;
  /** The reductions planned for the year, achieved so far, and planned so far. */
  readonly year: Count;
  readonly achieved: Count;
  readonly planned: Count;
  /** What was paid before: in sum, or quarter by quarter. */
  readonly paid: readonly Money[];
}

/** The payment of a quarter. */
export function paymentFigure(about: About, terms: PerformanceTerms, parts: PaymentParts): Money {
  const { pot, year, achieved, planned, paid } = parts;
  return Figure.money({
    ...about,
    terms: plus(pot, year, achieved, terms.cap === 'planned' ? planned : year, ...paid),
    formula: ([all = nil, ofYear = nil, reduced = nil, limit = nil, ...before]) =>
      paymentOf(terms, { pot: all, year: ofYear, achieved: reduced, limit, paid: before }),
  });
}
