import { parseQuarter, type Quarter, quarters } from '../agreement/financial-year.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Cells } from './cells.js';

/** A quarter of the year: Q1 to Q4. */
export function quarterCell(cells: Cells, column: string): Quarter | undefined {
  const found = cells.optional(column);
  const quarter = parseQuarter(found);
  if (quarter === undefined) {
    cells.report(diagnose('BCF3405', { found, allowed: quarters.join(', ') }, { place: cells.placeOf(column) }));
  }
  return quarter;
}
