import type { Money } from '../figures/books.js';
import { Figure } from '../figures/figure.js';
import { plusAll } from '../figures/terms.js';
import type { Reconciliation } from './reconciliation-schema.js';
import { ruleOfLines } from './variance-sums.js';

interface HeadingVariance {
  readonly heading: string;
  readonly variance: Money;
}

/** The net over- or underspend of each heading that R4 shares, of whose lines all have an outturn; positive is an overspend. */
export function headingVariances({ variances }: Pick<Reconciliation, 'variances'>): HeadingVariance[] {
  return [...new Set(variances.map(({ heading }) => heading))].flatMap((heading) => {
    const lines = variances.filter((line) => line.heading === heading);
    const known = lines.flatMap(({ variance }) => variance ?? []);
    if (known.length < lines.length) return [];
    const variance = Figure.money({
      what: `${lines[0]?.label ?? heading}: net variance`,
      how: 'the over- and underspends of its lines, added up',
      rule: ruleOfLines(lines),
      terms: plusAll(known),
    });
    return [{ heading, variance }];
  });
}
