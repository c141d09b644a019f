import type { Money } from '../figures/books.js';
import { nil, over } from '../figures/expression.js';
import { type Count, Figure, type RuleOfFigure, type Term } from '../figures/figure.js';
import { minus, plus, stated } from '../figures/terms.js';
import type { Pence } from '../money/pence.js';
import { type QuarterAdmissions, reduction } from './admissions.js';
import { isReported, type PotQuarter, type PotTerms, payQuarter } from './pot-quarter.js';

/** What is earned and not earned of the quarters reported, and what is not measured yet: together the pot. */
export interface PotTotals {
  /** Neither is known before a quarter is reported. */
  readonly payment: Money | undefined;
  readonly retained: Money | undefined;
  readonly toCome: Money;
}

/** A pot, and what became of it. */
export interface Pot {
  readonly pot: Money;
  /** D₄: the reduction planned for the year; undefined where a baseline or a plan is missing. */
  readonly plannedReduction: Count | undefined;
  readonly valuePerAdmission: Money | undefined;
  readonly quarters: readonly PotQuarter[];
  readonly totals: PotTotals;
}

/**
 * R3 for one pot: what each quarter pays, cumulatively, from its own admissions and nobody else's. Without admissions
 * nothing is computed for that quarter or a later one.
 */
export function payPot(of: PotTerms, admissions: readonly QuarterAdmissions[]): Pot {
  const { label, pot, rule } = of;
  const about = { what: `${label}: reduction planned for the year`, how: 'Σ (baseline − plan) over the four quarters' };
  const plannedReduction = reduction({ ...about, rule }, 'plan', admissions);
  const year = { ...of, plannedReduction, admissions };
  const quarters: PotQuarter[] = [];
  for (const quarter of admissions) quarters.push(payQuarter(year, quarter, quarters));
  return {
    pot,
    plannedReduction,
    valuePerAdmission: worthPerAdmission(of, plannedReduction),
    quarters,
    totals: totalsOf(of, quarters),
  };
}

/** What a pot has earned so far; nil before a quarter is reported. */
export function earnedPence({ totals }: Pick<Pot, 'totals'>): Pence {
  return totals.payment?.amount ?? 0n;
}

/** What a pot has earned so far, as terms. */
export function earnedTerms({ totals: { payment } }: Pick<Pot, 'totals'>): Term[] {
  return payment === undefined ? stated('no admissions are reported, so that nothing is earned', 0n) : plus(payment);
}

function worthPerAdmission({ label, pot, rule }: PotTerms, plannedReduction: Count | undefined): Money | undefined {
  if (plannedReduction === undefined || plannedReduction.amount <= 0n) return undefined;
  return Figure.money({
    what: `${label}: what an admission not needed is worth`,
    how: 'pot ÷ planned reduction, rounded to the penny',
    rule,
    terms: plus(pot, plannedReduction),
    formula: ([all = nil, planned = nil]) => over(all, planned),
  });
}

function totalsOf({ label, pot, rule }: PotTerms, quarters: readonly PotQuarter[]): PotTotals {
  const reported = quarters.filter(isReported);
  const last = reported.at(-1);
  const payment =
    last &&
    Figure.money({
      what: `${label}: earned to date`,
      how: 'the payments of its quarters, added up',
      rule,
      terms: plus(...reported.map((quarter) => quarter.payment)),
    });
  const retained =
    last &&
    Figure.money({
      what: `${label}: not earned to date`,
      how: 'as at the last quarter that is reported',
      rule,
      terms: plus(last.retainedToDate),
    });
  const toCome = Figure.money({
    what: `${label}: not yet measured`,
    how: 'pot − earned − not earned',
    rule,
    terms: [...plus(pot), ...minus(...[payment, retained].flatMap((part) => part ?? []))],
  });
  return { payment, retained, toCome };
}

type Sums = Pick<Pot, 'pot' | 'totals'>;

/** What some pots have earned or not earned; undefined where none is reported, or one that can be earned is not. */
export function knownOf(pots: readonly Sums[], part: 'payment' | 'retained'): Money[] | undefined {
  const known = pots.flatMap(({ totals }) => totals[part] ?? []);
  const isWaiting = pots.some(({ pot, totals }) => pot.amount > 0n && totals[part] === undefined);
  return isWaiting || (known.length === 0 && pots.length > 0) ? undefined : known;
}

/** All the pots: what may be earned, what is earned and not earned, and what is not measured yet. */
export function allPots(rule: RuleOfFigure, how: string, pots: readonly Sums[]): { readonly pot: Money } & PotTotals {
  const sumOf = (words: string, parts: readonly Money[]) =>
    Figure.money({ what: `All pots: ${words}`, how, rule, terms: plus(...parts) });
  const payments = knownOf(pots, 'payment');
  const retained = knownOf(pots, 'retained');
  return {
    pot: sumOf(
      'what may be earned',
      pots.map(({ pot }) => pot),
    ),
    payment: payments && sumOf('earned to date', payments),
    retained: retained && sumOf('not earned to date', retained),
    toCome: sumOf(
      'not yet measured',
      pots.map(({ totals }) => totals.toCome),
    ),
  };
}
