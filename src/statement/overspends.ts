import type { Thresholds } from '../agreement/agreement.js';
import { Figure } from '../figures/figure.js';
import { plusAll } from '../figures/terms.js';
import { inFull, nil } from '../money/decimal.js';
import { inWords } from '../money/format-money.js';
import { rulesOfPapers } from './papers/rules-of-papers.js';
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
export function smallerOverspends(
  variances: readonly VarianceLineStatement[],
  thresholds: Thresholds | undefined,
): NamedReportFigures['smallerOverspends'] {
  const { small } = overspendsOf(variances, thresholds);
  if (small.length === 0) return undefined;
  const { amountPence = 0n, percent = nil } = thresholds?.amber ?? {};
  const below = `those below ${inWords(amountPence)} or ${inFull(percent)}% of the plan`;
  const rule = rulesOfPapers.poolManager;
  return {
    lines: new Figure('number', {
      what: 'Lines overspent below the agreement’s threshold',
      how: `${below}, counted`,
      rule,
      terms: plusAll(
        small.map(({ label, scheduleLabel }) => Figure.stated('number', `${label}, ${scheduleLabel}`, 1n)),
      ),
    }),
    amount: Figure.money({
      what: 'Overspends below the agreement’s threshold',
      how: `${below}, added up`,
      rule,
      terms: plusAll(small.flatMap(({ variance }) => variance ?? [])),
    }),
  };
}
