import { diagnose } from '../diagnostics/diagnostic.js';
import type { Pence } from '../money/pence.js';
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
  const incomePence = saidOf(cells, 'income');
  const expenditurePence = saidOf(cells, 'expenditure');
  if (!isWhole(row) || incomePence === 'bad' || expenditurePence === 'bad') return undefined;
  const { asAt, body, counterparty } = row;
  const key = ['balances', asAt, body, counterparty];
  const what = `what ${body} owes and is owed by ${counterparty} as at ${asAt}`;
  if (!standsOnce(cells, { key, what, column: 'counterparty' }, context)) return undefined;
  return { ...row, incomePence, expenditurePence };
}

/** An amount that a body may leave out: blank is not said, and not nil. */
function saidOf(cells: Cells, column: string): Pence | undefined | 'bad' {
  return cells.optional(column) === '' ? undefined : (cells.amount(column) ?? 'bad');
}
