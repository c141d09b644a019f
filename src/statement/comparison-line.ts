import type { Money } from '../figures/books.js';
import { Figure } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Comparison, ComparisonKind, ComparisonLine } from './comparison-schema.js';

/** What a line, or all of them together, comes to on each side; what is not known is undefined. */
export interface BothSides {
  readonly label: string;
  readonly from: Money | undefined;
  /** Budget moved to it since the plan; undefined where none was moved to any line. */
  readonly virements: Money | undefined;
  readonly to: Money | undefined;
  /** What of the change is no over- or underspend; of an outturn only. */
  readonly apart: Money | undefined;
  readonly isPartApart: boolean;
  /** What of the change is met from what was brought forward, so that it is no overspend (R4); undefined where nothing is. */
  readonly met: Money | undefined;
}

/** A change that is no over- or underspend: performance not earned, a grant held or spent from another year. */
export interface Apart {
  readonly heading: string;
  readonly label: string;
  readonly kind: 'performance' | 'ring-fenced';
  readonly amount: Money;
  /** More than there is for it, with what was brought forward: nobody funds it (R2). */
  readonly beyondPence: Pence;
  /** What was brought forward for it; nil where less than nothing was. */
  readonly broughtForwardPence: Pence;
  /** Whether it is a forecast: performance money may still be earned. */
  readonly isExpected: boolean;
  /** Of performance, when the year has ended: within the amount, earned and not spent (R4); negative is spent above it. */
  readonly unspentPence: Pence;
}

/** What of a line may be netted: one body’s of one schedule, or what a rule shares; behind one fence, of one nature, pooled or aligned. */
export interface VariancePart {
  /** Whose it is, in words. */
  readonly label: string;
  readonly budgetPence: Pence;
  /** Positive is over. */
  readonly amount: Money;
}

/** What of a line is over and what is under, where it nets parts that may not be netted (R4). */
export interface Netted {
  readonly parts: readonly VariancePart[];
  readonly overspend: Money;
  /** Without its sign. */
  readonly underspend: Money;
}

/** A line of a comparison, before what follows from its two sides. */
export interface MatchedLine extends BothSides {
  readonly key: string;
  readonly formerLabel: string | undefined;
  readonly status: ComparisonLine['status'];
  /** What is apart, by heading; nothing where it is nil. */
  readonly apartBy: readonly Apart[];
  /** Who bears the variance (R4), where that is more than one heading’s to say. */
  readonly borneBy: readonly { readonly code: string; readonly label: string; readonly amount: Money }[];
  /** Undefined where it nets nothing that may not be netted. */
  readonly netted: Netted | undefined;
}

/** A line with all its figures. */
export interface MeasuredLine extends MatchedLine {
  readonly figures: Comparison['totals'];
  readonly rating: Rating;
}

/** How a line is marked by the thresholds of the agreement. */
export interface Rating {
  readonly rag: ComparisonLine['rag'];
  /** The part that makes it amber or red, where it nets what may not be netted. */
  readonly by: string | undefined;
}

/** What there is to spend: the first side, and the virements since. */
export function budgetPence({ from, virements }: Pick<BothSides, 'from' | 'virements'>): Pence | undefined {
  return from && from.amount + (virements?.amount ?? 0n);
}

/**
 * What of the change is an over- or underspend, of a plan spent to date all that is not met from what was brought forward,
 * of plain figures all of it: what every count and limit is about.
 */
export function measureOf({
  variance,
  change,
  met,
}: Pick<Comparison['totals'], 'variance' | 'change' | 'met'>): Money | undefined {
  if (variance !== undefined || change === undefined || met === undefined) return variance ?? change;
  const { what } = change;
  return Figure.money({ what, how: `the change − ${metWords}`, terms: [...plus(change), ...minus(met)] });
}

/** What the changes are called that are no overspend, because they were paid for before. */
export const metWords = 'what is met from what was brought forward';

/** Whether all of the change is apart, so that there is nothing to be over or under. */
export function isApart({ isPartApart, figures, netted }: Omit<MeasuredLine, 'rating'>): boolean {
  return isPartApart && netted === undefined && measureOf(figures)?.isNil === true;
}

/** What grants and pots are over, beyond all that there is for them. */
export function beyondPence({ apartBy }: Pick<MeasuredLine, 'apartBy'>): Pence {
  return sum(apartBy.map((part) => part.beyondPence));
}

/**
 * What is over: of an outturn or a plan spent to date an overspend, and what a grant is over all that there is for it;
 * of plain figures a change in either direction.
 */
export function excessOf(line: Pick<MeasuredLine, 'figures' | 'apartBy'>, kind: ComparisonKind): Pence | undefined {
  const measurePence = measureOf(line.figures)?.amount;
  if (measurePence === undefined) return undefined;
  if (kind === 'plain') return absolute(measurePence);
  return (measurePence > 0n ? measurePence : 0n) + beyondPence(line);
}
