import { absolute, type Pence, sum } from '../../money/pence.js';
import { type Share, splitByWeights } from '../../money/split.js';
import type { Policy } from './policy.js';

/** The part below the limit is shared as another policy says; the lead bears the rest. */
export function capped(sharedBy: Policy): Policy {
  return (bearing) => {
    const { variancePence, sharedPence, lead } = bearing;
    const shared = sharedPence === 0n ? [] : sharedBy({ ...bearing, variancePence: sharedPence });
    const left = variancePence - sum(shared.map(({ amountPence }) => amountPence));
    const own = shared.find(({ code }) => code === lead);
    const others: Share[] = shared.filter(({ code }) => code !== lead);
    const leadPence = left + (own?.amountPence ?? 0n);
    return leadPence === 0n && own === undefined ? others : [...others, { code: lead, amountPence: leadPence }];
  };
}

/**
 * How much of each variance lies below the limit. The limit is for a rule's overspends together, and again for its
 * underspends together; where they are above it, each is below it in proportion to its size, to the penny.
 */
export function belowLimit(limitPence: Pence, variances: ReadonlyMap<string, Pence>): Map<string, Pence> {
  const parts = new Map<string, Pence>();
  for (const sign of [1n, -1n]) {
    const own = [...variances].filter(([, variancePence]) => variancePence * sign > 0n);
    const weights = own.map(([code, variancePence]) => ({ code, weight: absolute(variancePence) }));
    const totalPence = sum(weights.map(({ weight }) => weight));
    const belowPence = totalPence < limitPence ? totalPence : limitPence;
    for (const { code, amountPence } of splitByWeights(belowPence * sign, weights)) parts.set(code, amountPence);
  }
  return parts;
}
