import { add } from '../money/pounds-text.js';
import type { Comparison, ComparisonLine } from './comparison-schema.js';

/** A line that nothing has happened to: no change, no virement, no new name. */
export function isUnchanged({ status, formerLabel, virements = '0.00' }: ComparisonLine): boolean {
  return status === 'same' && formerLabel === undefined && virements === '0.00';
}

/** Such lines as one. */
export function unchangedIn(lines: readonly ComparisonLine[]): Pick<Comparison, 'unchanged'> {
  const own = lines.filter(isUnchanged);
  if (own.length === 0) return {};
  const total = (of: 'from' | 'to') => add(...own.map((line) => line[of] ?? '0.00'));
  return { unchanged: { lines: own.length, from: total('from'), to: total('to') } };
}
