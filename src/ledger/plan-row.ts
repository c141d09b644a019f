import { bodyCell, headingCell, partnerCell, sourceCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import { type PlanRow, provenances } from './row-types.js';
import { isWhole } from './whole.js';

/** A row of plan.csv, or undefined where something in it was reported. */
export function readPlanRow(cells: Cells, context: RowContext): PlanRow | undefined {
  const { agreement } = context;
  const row = {
    at: cells.at,
    contributor: partnerCell(cells, 'contributor', agreement),
    source: sourceCell(cells, 'source', agreement),
    heading: headingCell(cells, 'heading', agreement),
    appliedBy: bodyCell(cells, 'applied_by', agreement),
    amountPence: cells.amount('amount'),
    provenance: cells.choice('provenance', provenances),
  };
  if (!isWhole(row)) return undefined;
  const { contributor, source, heading, appliedBy } = row;
  const key = ['plan', contributor, source, heading, appliedBy];
  const what = `the plan of ${contributor} for ${heading} from ${source}`;
  return standsOnce(cells, { key, what, column: 'heading' }, context) ? row : undefined;
}
