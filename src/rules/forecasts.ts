import type { BalanceOf, BookView, Where } from '../journal/book-view.js';
import type { Books } from './check.js';
import { keyOf, type LineKey, lineOf } from './lines.js';

/** The book that the outturn of the year is taken from (R4): before Q4 the forecast, from Q4 the actuals. */
export function outturnBook({ asAt }: { readonly asAt?: Books['asAt'] }): 'forecast' | 'actual' {
  return asAt === 'Q4' ? 'actual' : 'forecast';
}

/** The planned lines without a forecast as at the quarter; all of them where there is none. */
export function unforecastLines({ plan, forecast }: Books, where: Where<'applied'> = {}): LineKey[] {
  return missing(plan.list('applied', where), forecast);
}

/** The lines that were spent on without a forecast or a plan. */
export function unforecastSpending({ plan, actual, forecast }: Books): LineKey[] {
  return missing(actual.list('applied'), forecast).filter((line) => plan.applied(line) === 0n);
}

function missing(balances: readonly BalanceOf<'applied'>[], forecast: BookView): LineKey[] {
  const lines = new Map<string, LineKey>();
  for (const { account, amountPence } of balances) {
    if (amountPence === 0n) continue;
    const line = lineOf(account);
    if (forecast.list('applied', line).length === 0) lines.set(keyOf(line), line);
  }
  return [...lines.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
