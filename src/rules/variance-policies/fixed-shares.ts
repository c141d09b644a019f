import { splitByWeights } from '../../money/split.js';
import type { Policy } from './policy.js';

/** Each bears its declared percent; odd pence go to the largest remainders. */
export const fixedShares: Policy = ({ variancePence, shares }) =>
  splitByWeights(
    variancePence,
    [...shares].map(([code, basisPoints]) => ({ code, weight: BigInt(basisPoints) })),
  );
