import type { Thresholds } from '../agreement/agreement.js';
import type { Money } from '../figures/books.js';
import { Figure } from '../figures/figure.js';
import { plusAll } from '../figures/terms.js';
import { inFull, nil } from '../money/decimal.js';
import { inWords } from '../money/format-money.js';
import { rulesOfPapers } from './papers/rules-of-papers.js';
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

/** What smaller ones come to. */
export function smallerTogether(small: readonly VarianceLineStatement[], thresholds: Thresholds | undefined): Money {
  const { amountPence = 0n, percent = nil } = thresholds?.amber ?? {};
  return Figure.money({
    what: 'Overspends below the agreement’s threshold',
    how: `those below ${inWords(amountPence)} or ${inFull(percent)}% of the plan, added up`,
    rule: rulesOfPapers.poolManager,
    terms: plusAll(small.flatMap(({ variance }) => variance ?? [])),
  });
}
