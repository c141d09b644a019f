import { type Pence, sum } from '../../money/pence.js';
import { type Share, splitByWeights, type Weight } from '../../money/split.js';

/** A variance, and what decides who has which part of it. */
export interface Division {
  readonly weights: readonly Weight[];
  readonly lead: string;
  /** What of the variance is shared by the weights: all of it, but under a limit. */
  readonly sharedPence: Pence;
}

/** Who has a part of a variance. What is not shared, or has nobody to be shared among, is the lead's. */
export function borne(variancePence: Pence, { weights, lead, sharedPence }: Division): Share[] {
  const parts = new Map(splitByWeights(sharedPence, weights).map(({ code, amountPence }) => [code, amountPence]));
  parts.set(lead, (parts.get(lead) ?? 0n) + variancePence - sum(parts.values()));
  return [...parts].flatMap(([code, amountPence]) => (amountPence === 0n ? [] : [{ code, amountPence }]));
}
