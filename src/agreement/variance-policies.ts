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

/** What of the contributions weighs, where a variance is shared in proportion to them (R4). */
export const weighedMoney = ['money-at-risk', 'all'] as const;

export type WeighedMoney = (typeof weighedMoney)[number];
