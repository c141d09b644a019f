import { wholeWeights } from '../../money/decimal.js';
import type { Policy } from './policy.js';

/** Each bears its declared percent; odd pence go to the largest remainders. */
export const fixedShares: Policy = ({ shares }) => wholeWeights(shares);
