import { splitByWeights } from '../../money/split.js';
import type { Policy } from './policy.js';

/** Each sharer bears in proportion to its agreed contribution to the pool; odd pence go to the largest remainders. */
export const proRata: Policy = ({ variancePence, sharers }) =>
  splitByWeights(
    variancePence,
    [...sharers].map(([code, weight]) => ({ code, weight })),
  );
