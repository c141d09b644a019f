import type { Policy } from './policy.js';

/** The lead commissioner bears and holds all of it. */
export const leadCommissioner: Policy = ({ lead }) => [{ code: lead, weight: 1n }];
