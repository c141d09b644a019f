import { type CellTable, figureColumn, money, type Row, speaking, wordColumn, words } from '../statement/cell-table.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { RingFenceStatement } from '../statement/ring-fence-schema.js';
import { illustrativeMark } from './table-parts.js';

/** Each ring-fence: what there is for its purpose, what was spent, what is held. */
export function ringFenceTable(ringFences: readonly RingFenceStatement[], fund: FundStatement): CellTable | undefined {
  if (ringFences.length === 0 || fund.asAt === undefined) return undefined;
  const rows = ringFences.map(
    (fence): Row => ({
      cells: [
        fence.breaches.isNil
          ? words(fence.label)
          : speaking(`${fence.label}: ${fence.breaches} in breach`, [fence.breaches]),
        words(fence.nature),
        words(fence.clause),
        money(fence.available),
        money(fence.received),
        money(fence.spent),
        money(fence.held),
        money(fence.forecast),
      ],
    }),
  );
  return {
    title: `Ring-fences (R2)${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      { header: '', align: 'left', name: 'Nature' },
      { header: 'Clause', align: 'left' },
      figureColumn('For the year £'),
      figureColumn('In £'),
      figureColumn('Spent £'),
      figureColumn('Held for it £'),
      figureColumn('Forecast £'),
    ],
    rows,
    notes: [
      'For the year and In: with what was brought forward. Held: unspent, kept for its purpose, no saving to share.',
    ],
  };
}

/** A fenced heading by the bodies that spend it: the districts of a grant. */
export function bodiesTable(
  { label, bodies, bodyTotals }: RingFenceStatement,
  fund: FundStatement,
): CellTable | undefined {
  if (bodies.length === 0) return undefined;
  const isAllotted = bodyTotals.allocation !== undefined;
  const isMadeUp = bodies.some(({ provenance }) => provenance === 'illustrative');
  const isCarried = bodyTotals.broughtForward !== undefined;
  const row = (body: string, amounts: RingFenceStatement['bodyTotals']): Row => ({
    cells: [
      words(body),
      ...(isAllotted ? [money(amounts.allocation)] : []),
      ...(isCarried ? [money(amounts.broughtForward)] : []),
      money(amounts.paid),
      ...(isAllotted ? [money(amounts.unspent)] : []),
    ],
  });
  return {
    title: `${label}, by body`,
    columns: [
      wordColumn(''),
      ...(isAllotted ? [figureColumn(`Allocation £${isMadeUp ? ' [i]' : ''}`)] : []),
      ...(isCarried ? [figureColumn('Brought forward £')] : []),
      figureColumn(`Paid £${illustrativeMark(fund)}`),
      ...(isAllotted ? [figureColumn('Left of the year £')] : []),
    ],
    rows: [...bodies.map((body) => row(body.label, body)), { ...row('All', bodyTotals), emphasis: 'total' }],
    notes: isAllotted ? [] : ['Allocations by body are not declared in the agreement.'],
  };
}
