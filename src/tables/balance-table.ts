import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import { add, pounds } from '../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../statement/cell-table.js';
import type { BalancePart, Reconciliation } from '../statement/reconciliation-schema.js';
import { illustrativeMark } from './table-parts.js';

/** The balance of the actuals, and whose it is; undefined where there are none. */
export function balanceTable({ fundBalance: balance, fund, byPool }: Reconciliation): CellTable | undefined {
  if (balance === undefined) return undefined;
  const parts = balance.parts.filter(({ standing }) => standing !== 'nil');
  // Of one pool its name says nothing.
  const pools = byPool.length > 1 ? byPool : [];
  const nameOf = ({ partnerLabel, pool }: BalancePart) =>
    [partnerLabel, ...pools.filter((one) => one.pool === pool).map(({ label }) => label)].join(', ');
  const rows = parts.map(
    (part): Row => ({
      cells: [
        words(`${nameOf(part)}: ${part.message}`),
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
    title: `Fund balance as at ${inFull(fund.asAtDate ?? '')}, by whose contribution it is${illustrativeMark(fund)}`,
    columns: [wordColumn(''), figureColumn('In £'), figureColumn('Applied £'), figureColumn('Balance £')],
    rows,
    notes: [
      `In: received, and ${pounds(balance.broughtForward)} brought forward. Who bears or holds a variance (R4), and who`,
      `owes what, is in the Settlement, which comes to the same ${pounds(balance.balance)}.`,
    ],
  };
}
