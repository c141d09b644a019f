import type { ByHand } from './by-hand.js';
import { closingByHand } from './closing-by-hand.js';
import { sumPence } from './fund-rows.js';
import { larger, sum } from './pot-by-hand.js';

/** R5: what each body owes, is owed, may draw and has drawn ahead, gross, with nothing of src. */
export function standingsByHand(byHand: ByHand) {
  const closing = closingByHand(byHand);
  const total = (of: readonly bigint[]) =>
    byHand.fault === 'set-off' ? larger(0n, sum(of)) : sum(of.map((pence) => larger(0n, pence)));
  return (body: string) => {
    const lines = closing.filter((line) => line.body === body);
    const owed = lines
      .filter(({ kind, isDrawnAhead }) => kind !== 'balance' && !isDrawnAhead)
      .map(({ pence }) => pence);
    return {
      owes: total(owed.map((pence) => -pence)),
      owed: total(owed),
      available: sumPence(lines.filter(({ kind }) => kind === 'balance')),
      drawnAhead: -sumPence(lines.filter(({ isDrawnAhead }) => isDrawnAhead)),
    };
  };
}
