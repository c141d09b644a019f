import type { Apportionment } from '../statement/apportionment-schema.js';
import { type CellTable, figureColumn, money, quantity, type Row, wordColumn, words } from '../statement/cell-table.js';
import { figure } from './table-parts.js';

/** Each partner’s weight, exact share, share and rounding; and the published split, where there is one. */
export function apportionmentTable({ shares, totals, by, against, weightUnit, step }: Apportionment): CellTable {
  const isHeld = against !== undefined;
  const rows = shares.map(
    (partner): Row => ({
      cells: [
        words(partner.label === partner.partner ? partner.label : `${partner.label} (${partner.partner})`),
        quantity(partner.weight),
        figure(partner.exact),
        money(partner.share),
        figure(partner.rounding),
        ...(isHeld ? [money(partner.published), money(partner.difference)] : []),
      ],
    }),
  );
  const all: Row = {
    cells: [
      words('All'),
      quantity(totals.weight),
      figure(totals.exact),
      money(totals.share),
      figure(totals.rounding),
      ...(isHeld ? [money(totals.published), money(totals.difference)] : []),
    ],
    emphasis: 'total',
  };
  return {
    title: `Apportioned by ${by}`,
    columns: [
      wordColumn(''),
      figureColumn(weightUnit === 'money' ? 'Weight £' : 'Weight'),
      figureColumn('Exact share £'),
      figureColumn('Share £'),
      figureColumn('Rounding £'),
      ...(isHeld ? [figureColumn('Published £'), figureColumn('Difference £')] : []),
    ],
    rows: [...rows, all],
    notes: [
      `Shares are whole numbers of ${step.amount === 1n ? 'a penny' : `£${String(step).replace(/\.00$/, '')}`}; the odd ones go to the largest remainders, ties to the lower code.`,
      'Exact share and rounding are shown to six places.',
      ...(isHeld ? [`Published: ${against}. Difference: share less published.`] : []),
    ],
  };
}
