import type { Money } from '../../figures/books.js';
import { sum } from '../../money/pence.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import { bySize } from '../../statement/together.js';
import type { BalancePart, BalancePicture, BalanceRow } from '../pictures.js';

/** How many bodies are drawn on each side of the line. */
const mostEachWay = 10;

/** Who bears over- and underspends (R4), net; undefined where nobody does. */
export function bearersPicture({ fund, varianceTotals }: Reconciliation): BalancePicture | undefined {
  const rows = varianceTotals.byBody.map(({ label, net }): BalanceRow => {
    const part = (words: string): BalancePart[] => [{ amount: net, words }];
    return net.amount > 0n ? { label, right: part('pays'), left: [] } : { label, right: [], left: part('holds') };
  });
  return balanceOf(`Who bears over- and underspends, ${fund.year}`, rows);
}

/** Who owes the pool and who is owed (R5); undefined where nobody does either, or where it is not known. */
export function settlementPicture({ fund, summary }: Reconciliation): BalancePicture | undefined {
  const rows = (summary?.bodies ?? []).map(({ label, members, owes, drawnAhead, owed }): BalanceRow => {
    return {
      label: members === undefined ? label : `${label}, together`,
      right: [
        { amount: owes, words: 'owes the pool' },
        { amount: drawnAhead, words: 'drawn ahead' },
      ].filter(isSomething),
      left: [{ amount: owed, words: 'is owed, or may draw' }].filter(isSomething),
    };
  });
  return balanceOf(`Who owes the pool, and who is owed, ${fund.year}`, rows);
}

function isSomething({ amount }: { readonly amount: Money }): boolean {
  return !amount.isNil;
}

/** Who pays or owes first, then who holds or is owed, each the largest first. */
function balanceOf(title: string, rows: readonly BalanceRow[]): BalancePicture | undefined {
  const shown = rows
    .map(({ label, right, left }) => ({ label, right: right.filter(isSomething), left: left.filter(isSomething) }))
    .filter(({ right, left }) => right.length + left.length > 0);
  if (shown.length === 0) return undefined;
  const paying = bySize(
    shown.filter(({ right }) => right.length > 0),
    ({ right }) => sizeOf(right),
  );
  const holding = bySize(
    shown.filter(({ right }) => right.length === 0),
    ({ left }) => sizeOf(left),
  );
  const drawn = [...paying.slice(0, mostEachWay), ...holding.slice(0, mostEachWay)];
  return { kind: 'balance', title, rows: drawn, others: shown.length - drawn.length };
}

function sizeOf(parts: readonly BalancePart[]): bigint {
  const total = sum(parts.map(({ amount }) => amount.amount));
  return total < 0n ? -total : total;
}
