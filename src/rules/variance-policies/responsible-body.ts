import type { Policy } from './policy.js';

/** An overspend is the body's to pay to which the funds were applied, an underspend that body's to hold (para 4.1). */
export const responsibleBody: Policy = ({ appliedBy }) => [{ code: appliedBy, weight: 1n }];
