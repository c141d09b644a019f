import { type Pence, sum } from '../money/pence.js';
import type { ComparisonKind, ComparisonLine } from './comparison-schema.js';

/** A change that is no over- or underspend: performance not earned, a grant held or spent from another year. */
export interface Apart {
  readonly heading: string;
  readonly label: string;
  readonly kind: 'performance' | 'ring-fenced';
  readonly pence: Pence;
  /** More than there is for it, with what was brought forward: nobody funds it (R2). */
  readonly beyondPence: Pence;
}

/** A line, measured. Amounts are pence; what is not known is undefined. */
export interface Measured {
  readonly key: string;
  readonly label: string;
  readonly formerLabel: string | undefined;
  readonly status: ComparisonLine['status'];
  readonly fromPence: Pence | undefined;
  readonly virementsPence: Pence;
  readonly toPence: Pence | undefined;
  /** Of the change, what R4 leaves out, by heading; of an outturn only, and nothing where it is nil. */
  readonly apart: readonly Apart[];
  /** Who bears the variance (R4), where that is more than one heading’s to say. */
  readonly borneBy: readonly { readonly code: string; readonly label: string; readonly amountPence: Pence }[];
}

/** What there is to spend: the first side, and the virements since. */
export function budgetOf({ fromPence, virementsPence }: Measured): Pence | undefined {
  return fromPence === undefined ? undefined : fromPence + virementsPence;
}

/** What a line has changed by; undefined where either side is not known. */
export function changeOf(line: Measured): Pence | undefined {
  const budget = budgetOf(line);
  return budget === undefined || line.toPence === undefined ? undefined : line.toPence - budget;
}

/** What of the change is an over- or underspend, or of plain figures all of it: what every count and limit is about. */
export function varianceOf(line: Measured): Pence | undefined {
  const change = changeOf(line);
  return change === undefined ? undefined : change - apartPence(line);
}

/** What of the change is no over- or underspend. */
export function apartPence({ apart }: Pick<Measured, 'apart'>): Pence {
  return sum(apart.map(({ pence }) => pence));
}

/** Whether all of the change is apart, so that there is nothing to be over or under. */
export function isApart(line: Measured): boolean {
  return line.apart.length > 0 && varianceOf(line) === 0n;
}

/** What grants and pots are over, beyond all that there is for them. */
export function beyondPence({ apart }: Pick<Measured, 'apart'>): Pence {
  return sum(apart.map((one) => one.beyondPence));
}

/**
 * What is over: of an outturn or a plan spent to date an overspend, and what a grant is over all that there is for it;
 * of plain figures a change in either direction.
 */
export function excessOf(line: Measured, kind: ComparisonKind): Pence | undefined {
  const variance = varianceOf(line);
  if (variance === undefined) return undefined;
  if (kind === 'plain') return variance < 0n ? -variance : variance;
  return (variance > 0n ? variance : 0n) + beyondPence(line);
}
