import { inFull } from '../diagnostics/day-in-full.js';
import { pounds } from '../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  notesSpeakOf,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../statement/cell-table.js';
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
        speaking(`${nameOf(part)}: ${part.message}`, [part.balance]),
        money(part.in),
        money(part.applied),
        money(part.balance),
      ],
    }),
  );
  if (parts.length < balance.parts.length) {
    rows.push({
      cells: [
        words('Parts with nothing left'),
        money(balance.settled.in),
        money(balance.settled.applied),
        money('0.00'),
      ],
    });
  }
  rows.push({
    cells: [words('Fund balance'), money(balance.in), money(balance.applied), money(balance.balance)],
    emphasis: 'total',
  });
  return {
    title: `Fund balance as at ${inFull(fund.asAtDate ?? '')}, by whose contribution it is${illustrativeMark(fund)}`,
    columns: [wordColumn(''), figureColumn('In £'), figureColumn('Applied £'), figureColumn('Balance £')],
    rows,
    notes: [
      ...balance.fenced.flatMap(({ carriedByHost }) =>
        carriedByHost.isNil ? [] : [`The host carries ${pounds(carriedByHost)} of it with its own cash.`],
      ),
      ...(balance.awaited ?? []).map(({ message }) => `${message}.`),
      `In: received, and ${pounds(balance.broughtForward)} brought forward${balance.settlements === undefined ? '' : `, and ${pounds(balance.settlements)} to settle variances and earlier years`}. Who bears or holds a variance (R4), and who owes what, is in the Settlement${balance.awaited === undefined ? `, which comes to the same ${pounds(balance.balance)}` : ''}.`,
    ],
    ...notesSpeakOf([
      ...balance.fenced.map(({ carriedByHost }) => carriedByHost),
      balance.broughtForward,
      balance.settlements,
      balance.balance,
    ]),
  };
}
