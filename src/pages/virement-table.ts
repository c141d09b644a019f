import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../statement/cell-table.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { VirementStatement } from '../statement/variance-schema.js';
import { illustrativeMark } from './table-parts.js';

/** What virements have moved, who approved it, and what was refused; undefined where there are none. */
export function virementTable(virements: readonly VirementStatement[], fund: FundStatement): CellTable | undefined {
  if (virements.length === 0) return undefined;
  const rows = virements.map(
    (virement): Row => ({
      cells: [
        words(`${virement.label}: ${virement.fromLabel} to ${virement.toLabel}`),
        money(virement.amount),
        words(virement.approvedBy.join(', ')),
        words(virement.why),
      ],
    }),
  );
  return {
    title: `Virements${illustrativeMark(fund)}`,
    columns: [wordColumn('', 62), figureColumn('£'), wordColumn('Approved by', 40), wordColumn('', 46)],
    rows,
    notes: [],
  };
}
