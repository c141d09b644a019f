import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { illustrative } from './paper-parts.js';

/** Each partner’s share of the surplus or deficit, and what is carried forward for it. */
export function shareTable({ statement, shares, shareTotals }: ReportFigures, isOver: boolean): CellTable {
  const isSettled = statement.flowOfFunds.totals.settled !== undefined;
  const between = isSettled ? (['broughtForward', 'settled'] as const) : (['broughtForward'] as const);
  const columns = ['due', 'applied', 'own', 'moved', 'share', ...between, 'closing', 'held'] as const;
  const row = (label: string, share: Partial<NonNullable<ReportFigures['shareTotals']>>): Row => ({
    cells: [words(label), ...columns.map((of) => money(share[of]))],
  });
  const rows = shares.map((share) => row(share.label, share));
  return {
    title: `Each partner’s share${illustrative(statement.fund)}`,
    columns: [
      wordColumn('', 36),
      figureColumn('Funding due £'),
      figureColumn('On its schedule £'),
      figureColumn('Difference £'),
      figureColumn('Variances moved £'),
      figureColumn('Share £'),
      figureColumn('Brought forward £'),
      ...(isSettled ? [figureColumn('Settled £')] : []),
      figureColumn('Carried forward £'),
      figureColumn('Of it ring-fenced £'),
    ],
    rows: [...rows, { ...row('All', shareTotals ?? {}), emphasis: 'total' }],
    notes: [
      'Funding due: received, and what is due and outstanding. Carried forward in brackets is owed to the pool.',
      isOver
        ? 'Variances moved: an over- or underspend is for whoever bears it (R4), not for the schedule whose money it was.'
        : 'Who bears an over- or underspend (R4) is settled at the year end; until then a share is funding due less spending.',
      ...(isSettled
        ? ['Settled: paid in to clear a variance or an earlier year, in brackets paid back; no income.']
        : []),
      'Of it ring-fenced: came in for a purpose and is not spent on it yet; held for that purpose, and no saving to share.',
    ],
  };
}
