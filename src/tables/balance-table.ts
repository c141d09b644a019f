import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import { add, pounds } from '../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../statement/cell-table.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { illustrativeMark } from './table-parts.js';

/** The balance of the actuals, and whose it is; undefined where there are none. */
export function balanceTable({ fundBalance: balance, fund }: Reconciliation): CellTable | undefined {
  if (balance === undefined) return undefined;
  const parts = balance.parts.filter(({ standing }) => standing !== 'nil');
  const rows = parts.map(
    (part): Row => ({
      cells: [
        words(`${part.partnerLabel}: ${part.message}`),
        money(add(part.broughtForward, part.received)),
        money(part.applied),
        money(part.balance),
      ],
    }),
  );
  const settled = balance.parts.filter(({ standing }) => standing === 'nil');
  if (settled.length > 0) {
    const parts = `${counted(settled.length, 'part')} with nothing left`;
    const inPounds = add(...settled.flatMap(({ broughtForward, received }) => [broughtForward, received]));
    rows.push({
      cells: [words(parts), money(inPounds), money(add(...settled.map(({ applied }) => applied))), money('0.00')],
    });
  }
  const received = add(balance.broughtForward, balance.received);
  rows.push({
    cells: [words('Fund balance'), money(received), money(balance.applied), money(balance.balance)],
    emphasis: 'total',
  });
  return {
    title: `Fund balance as at ${inFull(fund.asAtDate ?? '')}, and whose money it is${illustrativeMark(fund)}`,
    columns: [wordColumn(''), figureColumn('In £'), figureColumn('Applied £'), figureColumn('Balance £')],
    rows,
    notes: [
      `In: received, and ${pounds(balance.broughtForward)} brought forward. By whose contribution it is; which body holds or`,
      `owes it is in the Settlement, which comes to the same ${pounds(balance.balance)}.`,
    ],
  };
}
