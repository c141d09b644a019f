import type { Agreement } from '../agreement/agreement.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import type { ActivityRow } from './row-types.js';

/** A row of admissions, or undefined where something in it was reported. A blank actual is not yet reported. */
export function readActivityRow(cells: Cells, context: RowContext): ActivityRow | undefined {
  const partner = partnerCell(cells, 'partner', context.agreement);
  const quarter = measuredQuarterCell(cells, 'quarter', context.agreement);
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

/** A quarter that the performance rule measures; without such a rule, those of the calendar year. */
function measuredQuarterCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  const { performanceRule = { paidAfter: 1 }, year } = agreement;
  const allowed = measuredQuarters(performanceRule, year).map(({ measured }) => measured);
  const found = cells.optional(column);
  const quarter = allowed.find((candidate) => candidate === found.toUpperCase().replace(/\s+/g, ' '));
  if (quarter === undefined) {
    cells.report(diagnose('BCF3405', { found, allowed: allowed.join(', ') }, { place: cells.placeOf(column) }));
  }
  return quarter;
}
