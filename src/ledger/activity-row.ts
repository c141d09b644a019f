import type { Agreement } from '../agreement/agreement.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import type { ActivityRow } from './row-types.js';
import { isWhole } from './whole.js';

/** A row of admissions, or undefined where something in it was reported. A blank actual is not yet reported. */
export function readActivityRow(cells: Cells, context: RowContext): ActivityRow | undefined {
  const row = {
    at: cells.at,
    partner: partnerCell(cells, 'partner', context.agreement),
    quarter: measuredQuarterCell(cells, 'quarter', context.agreement),
    baseline: cells.count('baseline'),
    plan: cells.count('plan'),
  };
  const isReported = cells.optional('actual') !== '';
  const actual = isReported ? cells.count('actual') : undefined;
  if (!isWhole(row) || (isReported && actual === undefined)) return undefined;
  const { partner, quarter } = row;
  const what = `the admissions of ${partner} in ${quarter}`;
  if (!standsOnce(cells, { key: ['activity', partner, quarter], what, column: 'quarter' }, context)) return undefined;
  return { ...row, ...(actual !== undefined && { actual }) };
}

/** A quarter that the performance rule measures; without such a rule, those of the calendar year. */
function measuredQuarterCell(cells: Cells, column: string, agreement: Agreement): string | undefined {
  const { performanceRule, year } = agreement;
  const allowed = measuredQuarters(performanceRule, year).map(({ measured }) => measured);
  const found = cells.optional(column);
  const quarter = allowed.find((candidate) => candidate === found.toUpperCase().replace(/\s+/g, ' '));
  if (quarter === undefined) {
    cells.report(diagnose('BCF3405', { found, allowed: allowed.join(', ') }, { place: cells.placeOf(column) }));
  }
  return quarter;
}
