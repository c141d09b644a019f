import {
  type FinancialYear,
  type IsoDate,
  parseQuarter,
  type Quarter,
  quarterOf,
  quarters,
} from '../agreement/financial-year.js';
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

/** The day of a row, and the quarter that it falls in. */
export function dayCell(
  cells: Cells,
  year: FinancialYear,
): { readonly date: IsoDate | undefined; readonly quarter: Quarter | undefined } {
  const date = cells.date('date', year);
  return { date, quarter: date === undefined ? undefined : quarterOf(date, year) };
}
