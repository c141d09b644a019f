import { bodyCell, headingCell, partnerCell, sourceCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import type { RowContext } from './row-context.js';
import { type PlanRow, provenances } from './row-types.js';

/** A row of plan.csv, or undefined where something in it was reported. */
export function readPlanRow(cells: Cells, context: RowContext): PlanRow | undefined {
  const { agreement } = context;
  const contributor = partnerCell(cells, 'contributor', agreement);
  const source = sourceCell(cells, 'source', agreement);
  const heading = headingCell(cells, 'heading', agreement);
  const appliedBy = bodyCell(cells, 'applied_by', agreement);
  const amountPence = cells.amount('amount');
  const provenance = cells.choice('provenance', provenances);
  if (
    contributor === undefined ||
    source === undefined ||
    heading === undefined ||
    appliedBy === undefined ||
    amountPence === undefined ||
    provenance === undefined
  ) {
    return undefined;
  }
  const key = ['plan', contributor, source, heading, appliedBy];
  if (
    !standsOnce(
      cells,
      { key, what: `the plan of ${contributor} for ${heading} from ${source}`, column: 'heading' },
      context,
    )
  )
    return undefined;
  const at = { file: cells.file, line: cells.line };
  return { at, contributor, source, heading, appliedBy, amountPence, provenance };
}
