/**
 * What is between a body and a pool when a year ends, and so when the next begins (R5): what is unspent, contributions owed
 * or paid ahead, variances payable or receivable; and what an earlier host of the pool has not yet handed over.
 */
export const openingKinds = ['balance', 'contributions', 'variance', 'handover'] as const;

export type OpeningKind = (typeof openingKinds)[number];
