import type { Thresholds } from '../agreement/agreement.js';
import { add } from '../money/pounds-text.js';
import type { NamedReportFigures } from './report-figures-schema.js';
import { reaches } from './thresholds.js';
import type { VarianceLineStatement } from './variance-schema.js';

interface Overspends {
  /** From the agreement’s amber threshold on; all where it has none. */
  readonly large: readonly VarianceLineStatement[];
  readonly small: readonly VarianceLineStatement[];
}

/** Overspends that are put before the partners by themselves, and the smaller ones. */
export function overspendsOf(
  variances: readonly VarianceLineStatement[],
  thresholds: Thresholds | undefined,
): Overspends {
  const over = variances.filter(({ direction }) => direction === 'overspend');
  const isLarge = ({ variance, plan, virements }: VarianceLineStatement) =>
    thresholds === undefined || reaches(variance?.amount ?? 0n, plan.amount + virements.amount, thresholds.amber);
  return { large: over.filter(isLarge), small: over.filter((line) => !isLarge(line)) };
}

/** The smaller ones as one; undefined where there are none. */
export function smallerOverspends({ small }: Overspends): NamedReportFigures['smallerOverspends'] {
  if (small.length === 0) return undefined;
  return { lines: small.length, amount: add(...small.flatMap(({ variance }) => variance ?? [])) };
}
