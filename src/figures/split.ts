import { larger } from '../money/pence.js';
import { splitByWeights } from '../money/split.js';
import { type Figure, longer, type Split } from './figure.js';

/** Splits money by weights, to the penny; a weight below nil is nil. */
export function splitOf(amount: Figure<'money'>, weights: ReadonlyMap<string, Figure>): Split {
  const inOrder = [...weights].sort(([one], [other]) => (one < other ? -1 : 1));
  const places = Math.max(0, ...inOrder.map(([, weight]) => weight.places));
  const whole = inOrder.map(([code, weight]) => ({ code, weight: larger(0n, longer(weight, places)) }));
  const parts = splitByWeights(amount.amount, whole);
  return {
    amount,
    weights: inOrder.map(([code, weight]) => ({ code, weight })),
    parts: new Map(parts.map(({ code, amountPence }) => [code, amountPence])),
  };
}
