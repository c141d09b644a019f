import type { FinancialYear } from '../agreement/financial-year.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import type { ActivityRow } from './row-types.js';

/** A row of admissions, or undefined where something in it was reported. A blank actual is not yet reported. */
export function readActivityRow(cells: Cells, context: RowContext): ActivityRow | undefined {
  const partner = partnerCell(cells, 'partner', context.agreement);
  const quarter = measuredQuarterCell(cells, 'quarter', context.agreement.year);
  const baseline = cells.count('baseline');
  const plan = cells.count('plan');
  const actual = cells.optional('actual') === '' ? undefined : cells.count('actual');
  const isActualBad = actual === undefined && cells.optional('actual') !== '';
  if (partner === undefined || quarter === undefined || baseline === undefined || plan === undefined || isActualBad) {
    return undefined;
  }
  const key = ['activity', partner, quarter];
  if (!standsOnce(cells, { key, what: `the admissions of ${partner} in ${quarter}`, column: 'quarter' }, context))
    return undefined;
  const at = { file: cells.file, line: cells.line };
  return { at, partner, quarter, baseline, plan, ...(actual !== undefined && { actual }) };
}

/** Admissions are measured by calendar year: the last quarter of the year before, then this year's. */
function measuredQuarterCell(cells: Cells, column: string, year: FinancialYear): string | undefined {
  const before = `${year.firstYear - 1}/${String(year.firstYear).slice(2)}`;
  const allowed = [`Q4 ${before}`, ...['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${quarter} ${year.label}`)];
  const found = cells.optional(column);
  const quarter = allowed.find((candidate) => candidate === found.toUpperCase().replace(/\s+/g, ' '));
  if (quarter === undefined) {
    cells.report(diagnose('BCF3405', { found, allowed: allowed.join(', ') }, { place: cells.placeOf(column) }));
  }
  return quarter;
}
