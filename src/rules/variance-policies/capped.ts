import { absolute, type Pence, sum } from '../../money/pence.js';
import { splitByWeights } from '../../money/split.js';

/**
 * How much of each variance lies below the limit. The limit is for a rule's overspends together, and again for its
 * underspends together; where they are above it, each is below it in proportion to its size, to the penny.
 */
export function belowLimit(limitPence: Pence, variances: ReadonlyMap<string, Pence>): Map<string, Pence> {
  const parts = new Map<string, Pence>();
  for (const sign of [1n, -1n]) {
    const alike = [...variances].filter(([, variancePence]) => variancePence * sign > 0n);
    const weights = alike.map(([code, variancePence]) => ({ code, weight: absolute(variancePence) }));
    const totalPence = sum(weights.map(({ weight }) => weight));
    const belowPence = totalPence < limitPence ? totalPence : limitPence;
    for (const { code, amountPence } of splitByWeights(belowPence * sign, weights)) parts.set(code, amountPence);
  }
  return parts;
}
