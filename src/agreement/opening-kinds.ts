/**
 * What is between a body and a pool when a year ends, and so when the next begins (R5): what is unspent, contributions owed
 * or paid ahead, variances payable or receivable.
 */
export const openingKinds = ['balance', 'contributions', 'variance'] as const;

export type OpeningKind = (typeof openingKinds)[number];
