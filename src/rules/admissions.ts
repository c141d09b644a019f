import type { MeasuredQuarter } from '../agreement/measured-quarters.js';
import { allKnown } from '../figures/books.js';
import { added, nil, number, over, times } from '../figures/expression.js';
import { type About, type Count, Figure, type Percent } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';

/** One measured quarter: admissions, undefined where they are not known. */
export interface QuarterAdmissions extends MeasuredQuarter {
  readonly baseline: Count | undefined;
  readonly plan: Count | undefined;
  readonly actual: Count | undefined;
  /** Whether its payment quarter has begun to count: it is not after the quarter asked for. */
  readonly isDue: boolean;
}

/** Baseline less plan, or less actual, over some quarters; not known where any is not. Negative is a rise. */
export function reduction(
  about: About,
  than: 'plan' | 'actual',
  admissions: readonly Pick<QuarterAdmissions, 'baseline' | 'plan' | 'actual'>[],
): Count | undefined {
  const terms = allKnown(
    admissions.map(({ baseline, [than]: counted }) =>
      baseline && counted ? [...plus(baseline), ...minus(counted)] : undefined,
    ),
  );
  return terms && new Figure('number', { ...about, terms: terms.flat() });
}

/** Admissions in percent of baselines, to two places, half away from zero; not known where either is not. */
export function percentOf(
  about: About,
  admissions: Count | undefined,
  baselines: readonly (Count | undefined)[],
): Percent | undefined {
  const known = baselines.flatMap((baseline) => baseline ?? []);
  if (admissions === undefined || known.every(({ isNil }) => isNil)) return undefined;
  return new Figure('percent', {
    ...about,
    terms: plus(admissions, ...known),
    formula: ([part = nil, ...of]) => times(over(part, added(...of)), number(100n)),
  });
}
