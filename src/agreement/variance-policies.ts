/** Who may bear a variance (R4), by the name that the agreement declares. */
export const variancePolicies = [
  'responsible-body',
  'equal',
  'pro-rata',
  'fixed-shares',
  'lead-commissioner',
  'capped',
] as const;

export type VariancePolicy = (typeof variancePolicies)[number];
/** The policies under which several partners share. */
export type SharedBy = 'equal' | 'pro-rata' | 'fixed-shares';
