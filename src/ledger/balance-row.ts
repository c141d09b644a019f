import { diagnose } from '../diagnostics/diagnostic.js';
import { partnerCell } from './agreement-codes.js';
import type { Cells } from './cells.js';
import { standsOnce } from './once.js';
import { quarterCell } from './quarter-cell.js';
import type { RowContext } from './row-context.js';
import type { BalanceRow } from './row-types.js';

/** One body's view of what it and another owe each other, or undefined where something in the row was reported. */
export function readBalanceRow(cells: Cells, context: RowContext): BalanceRow | undefined {
  const { agreement } = context;
  const asAt = quarterCell(cells, 'as_at');
  const body = partnerCell(cells, 'body', agreement);
  const counterparty = partnerCell(cells, 'counterparty', agreement);
  const receivablePence = cells.amount('receivable');
  const payablePence = cells.amount('payable');
  if (body !== undefined && body === counterparty) {
    cells.report(diagnose('BCF3421', { body }, { place: cells.placeOf('counterparty') }));
    return undefined;
  }
  if (
    asAt === undefined ||
    body === undefined ||
    counterparty === undefined ||
    receivablePence === undefined ||
    payablePence === undefined
  ) {
    return undefined;
  }
  const key = ['balances', asAt, body, counterparty];
  const what = `what ${body} owes and is owed by ${counterparty} as at ${asAt}`;
  if (!standsOnce(cells, { key, what, column: 'counterparty' }, context)) return undefined;
  return { at: { file: cells.file, line: cells.line }, asAt, body, counterparty, receivablePence, payablePence };
}
