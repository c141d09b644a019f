import type { Policy } from './policy.js';

/** Each sharer bears in proportion to its agreed contribution to the pool; odd pence go to the largest remainders. */
export const proRata: Policy = ({ sharers }) => [...sharers].map(([code, weight]) => ({ code, weight }));
