import { total } from '../figures/books.js';
import { type About, Figure, type RuleOfFigure } from '../figures/figure.js';
import { plusAll } from '../figures/terms.js';
import type { VarianceLineStatement, VarianceSum } from './variance-schema.js';

/** Whether nothing has happened to a line: no variance, no virement, and nothing met from what was brought forward. */
export function isOnPlan({ direction, virements, met }: VarianceLineStatement): boolean {
  return direction === 'none' && virements.isNil && met === undefined;
}

/** The clauses that lines are shared under; undefined of no lines. */
export function ruleOfLines(lines: readonly VarianceLineStatement[]): RuleOfFigure | undefined {
  const clauses = [...new Set(lines.map(({ clause }) => clause))];
  return clauses.length === 0 ? undefined : { id: 'R4', clause: clauses.join('; ') };
}

type Key = keyof VarianceSum;

/** Several lines together; an amount that is not known of one is not known of all, and none is of no lines. */
export function summedVariances(about: (key: Key) => About, lines: readonly VarianceSum[]): VarianceSum {
  const summed = (key: 'plan' | 'virements') =>
    Figure.money({ ...about(key), terms: plusAll(lines.map((line) => line[key])) });
  const known = (key: Key) => {
    const parts = lines.map((line) => line[key]);
    return lines.length === 0 ? undefined : total(about(key), parts);
  };
  const met = lines.flatMap((line) => line.met ?? []);
  return {
    plan: summed('plan'),
    virements: summed('virements'),
    actual: known('actual'),
    forecast: known('forecast'),
    met: met.length === 0 ? undefined : Figure.money({ ...about('met'), terms: plusAll(met) }),
    variance: known('variance'),
  };
}
