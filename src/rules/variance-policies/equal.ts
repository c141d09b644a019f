import type { Policy } from './policy.js';

/** Every sharer bears the same; odd pence go to the lowest codes. */
export const equal: Policy = ({ sharers }) => [...sharers.keys()].map((code) => ({ code, weight: 1n }));
