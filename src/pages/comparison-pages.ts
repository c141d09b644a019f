import { withWholeLists } from '../statement/cell-table.js';
import type { Comparison } from '../statement/comparison-schema.js';
import { comparisonTable } from './comparison-table.js';
import { legend } from './legend.js';
import { openingsOf } from './opening.js';
import { line, type Pages, tables, type Wanted } from './page.js';

/** A comparison; the summary is its last line. */
export function comparisonPages(comparison: Comparison, { all }: Pick<Wanted, 'all'>): Pages {
  const { fund, against, notes, summary } = comparison;
  const drawn = comparisonTable(comparison, { withAll: all, isRead: true });
  const table = { ...drawn, notes: [...drawn.notes, ...notes] };
  return {
    openings: openingsOf(fund, against),
    pages: [{ parts: tables(all ? withWholeLists(table) : table) }],
    legend: legend({
      isDerived: false,
      isIllustrative: [fund, against].some((one) => one?.provenance === 'illustrative'),
    }),
    last: [line(summary.message, 'strong')],
  };
}
