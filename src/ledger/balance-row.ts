import { diagnose } from '../diagnostics/diagnostic.js';
import { partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import { quarterCell } from './quarter-cell.js';
import type { RowContext } from './row-context.js';
import type { BalanceRow } from './row-types.js';
import { isWhole } from './whole.js';

/** One body's view of what it and another owe each other, or undefined where something in the row was reported. */
export function readBalanceRow(cells: Cells, context: RowContext): BalanceRow | undefined {
  const { agreement } = context;
  const row = {
    at: cells.at,
    asAt: quarterCell(cells, 'as_at'),
    body: partnerCell(cells, 'body', agreement),
    counterparty: partnerCell(cells, 'counterparty', agreement),
    receivablePence: cells.amount('receivable'),
    payablePence: cells.amount('payable'),
  };
  if (row.body !== undefined && row.body === row.counterparty) {
    cells.report(diagnose('BCF3421', { body: row.body }, { place: cells.placeOf('counterparty') }));
    return undefined;
  }
  if (!isWhole(row)) return undefined;
  const { asAt, body, counterparty } = row;
  const key = ['balances', asAt, body, counterparty];
  const what = `what ${body} owes and is owed by ${counterparty} as at ${asAt}`;
  return standsOnce(cells, { key, what, column: 'counterparty' }, context) ? row : undefined;
}
