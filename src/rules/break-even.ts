import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { ifPositive, largest, less, nil } from '../figures/expression.js';
import { type Count, Figure, type Percent, ruleOf } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { percentOf } from './admissions.js';
import { type PartnerPot, type PerformanceBooks, performanceOf } from './performance.js';
import { earnedTerms } from './pot.js';
import { isReported } from './pot-quarter.js';

/** The reduction at which a pot is earned whole. */
export interface BreakEven {
  readonly partner: string;
  readonly label: string;
  readonly pot: Money;
  /** Undefined where admissions are missing. */
  readonly isEarnable: boolean | undefined;
  /** Over the whole year; undefined where admissions are missing or no reduction is planned. */
  readonly admissions: Count | undefined;
  readonly percent: Percent | undefined;
  /** Still needed from the quarters to come, after those reported; undefined where none is to come. */
  readonly neededToCome: Count | undefined;
  readonly neededPercent: Percent | undefined;
}

/** Each partner's break-even (R3): the reduction at which nothing of its pot is retained. */
export function breakEvens(books: PerformanceBooks, terms: PerformancePaymentRule): BreakEven[] {
  return performanceOf(books).map((standing) => breakEven(terms, labelOf(books.agreement, standing.partner), standing));
}

function breakEven(terms: PerformancePaymentRule, label: string, own: PartnerPot): BreakEven {
  const { partner, plannedReduction, quarters } = own;
  const about = (words: string, how: string) => ({ what: `${label}: ${words}`, how, rule: ruleOf('R3', terms) });
  const isEarnable = plannedReduction !== undefined && plannedReduction.amount > 0n;
  const admissions = isEarnable
    ? new Figure('number', {
        ...about(
          'admissions fewer in the year at which nothing is retained',
          'the reduction that is planned: the pot is earned whole by it',
        ),
        terms: plus(plannedReduction),
      })
    : undefined;
  const toCome = quarters.filter((quarter) => !isReported(quarter));
  const neededToCome = isEarnable && toCome.length > 0 ? needed(terms, label, own, plannedReduction) : undefined;
  return {
    partner,
    label,
    pot: Figure.money({ ...about('the pot that it may earn', 'its pot'), terms: plus(own.pot) }),
    isEarnable: plannedReduction && isEarnable,
    admissions,
    percent: percentOf(
      about('the same in percent of the baseline of the year', 'admissions fewer ÷ baseline of the four quarters'),
      admissions,
      quarters.map(({ baseline }) => baseline),
    ),
    neededToCome,
    neededPercent: percentOf(
      about('the same in percent of the baseline of the quarters to come', 'still needed ÷ their baseline'),
      neededToCome,
      toCome.map(({ baseline }) => baseline),
    ),
  };
}

function needed(terms: PerformancePaymentRule, label: string, own: PartnerPot, plannedReduction: Count): Count {
  const { pot, quarters } = own;
  const achieved = quarters.filter(isReported).at(-1)?.achievedCumulative;
  const isEarnedForGood = terms.clawback
    ? ''
    : '; nil where the pot is earned already, which a later rise takes nothing of';
  return new Figure('number', {
    what: `${label}: still needed from the quarters to come`,
    how: `reduction planned for the year − achieved so far, no less than nil${isEarnedForGood}`,
    rule: ruleOf('R3', terms),
    terms: [...plus(plannedReduction, pot), ...earnedTerms(own), ...(achieved === undefined ? [] : plus(achieved))],
    formula: ([planned = nil, all = nil, paid = nil, reduced = nil]) => {
      const open = largest(nil, less(planned, reduced));
      return terms.clawback ? open : ifPositive(less(all, paid), open, nil);
    },
  });
}
