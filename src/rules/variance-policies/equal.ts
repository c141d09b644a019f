import { splitByWeights } from '../../money/split.js';
import type { Policy } from './policy.js';

/** Every sharer bears the same; odd pence go to the lowest codes. */
export const equal: Policy = ({ variancePence, sharers }) =>
  splitByWeights(
    variancePence,
    [...sharers.keys()].map((code) => ({ code, weight: 1n })),
  );
