import type { Money } from '../../figures/books.js';
import { added, largest, less, nil, smallest } from '../../figures/expression.js';
import { Figure } from '../../figures/figure.js';
import { splitOf } from '../../figures/split.js';
import { minus, plus } from '../../figures/terms.js';

const how = 'all of it where the variances of the rule are within its limit; else its part of the limit, in proportion';

/**
 * What of each variance lies below the limit. The limit is for a rule's overspends together, and again for its
 * underspends together; where they are above it, each is below it in proportion to its size, to the penny.
 */
export function belowLimit(limit: Money, variances: ReadonlyMap<string, Money>): Map<string, Money> {
  const over = [...variances].filter(([, variance]) => variance.amount > 0n);
  const under = [...variances].filter(([, variance]) => variance.amount < 0n);
  return new Map([...belowAlike(limit, over, 'over'), ...belowAlike(limit, under, 'under')]);
}

function belowAlike(
  limit: Money,
  alike: readonly (readonly [code: string, variance: Money])[],
  side: 'over' | 'under',
): [string, Money][] {
  const all = plus(...alike.map(([, variance]) => variance));
  const shared = Figure.money({
    what: `${side}spends below the limit of their rule`,
    how: 'all of them together, up to the limit',
    terms: [...plus(limit), ...all],
    formula: ([most = nil, ...amounts]) =>
      side === 'over' ? smallest(most, added(...amounts)) : largest(less(nil, most), added(...amounts)),
  });
  const sizes = new Map(
    alike.map(([code, variance]) => {
      const size = Figure.money({
        what: variance.what,
        how: 'without its sign',
        terms: side === 'over' ? plus(variance) : minus(variance),
      });
      return [code, size];
    }),
  );
  const of = splitOf(shared, sizes);
  const terms = [...plus(limit), ...all];
  return alike.map(([code]) => [
    code,
    Figure.money({ what: 'what is below the limit', how, terms, part: { of, code } }),
  ]);
}
