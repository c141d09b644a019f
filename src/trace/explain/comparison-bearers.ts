import { spentVarianceLines, varianceLines } from '../../rules/variance.js';
import type { ComparisonLine } from '../../statement/comparison-schema.js';
import { added, item } from '../terms.js';
import { comparedLine, type TracedComparison } from './traced-comparison.js';

/** Who bears the variance of a partner’s or a locality’s money: its part of each line of R4 (R4). */
export function explainBearers(traced: TracedComparison, line: ComparisonLine): void {
  const { result, all, to } = traced;
  const { agreement } = to.books;
  const keyOf = (schedule: string) =>
    result.by === 'partner' ? schedule : (agreement.partners.get(schedule)?.locality ?? '');
  for (const { partner, label } of line.borneBy ?? []) {
    all.explain(`${item(`${comparedLine(traced, line)}.borne-by`, { partner })}.amount`, () => {
      const lines = result.to.book === 'forecast' ? varianceLines(to.books) : spentVarianceLines(to.books);
      const own = lines.flatMap(({ schedule, rule, borneBy }) => {
        const bearer = borneBy.find(({ code }) => code === partner);
        return bearer !== undefined && keyOf(schedule) === line.key
          ? [{ clause: rule.clause, amount: bearer.amount }]
          : [];
      });
      return {
        what: `${label}: its part of the variance of ${line.label}`,
        how: 'its part of each line of R4, added up; negative is held',
        rule: { id: 'R4', clause: [...new Set(own.map(({ clause }) => clause))].join('; ') },
        terms: added(...own.map(({ amount }) => amount)),
      };
    });
  }
}
