import type { Agreement, RingFenceRule } from './agreement.js';

/** The fence around a source, where there is one. */
export function fenceOfSource(agreement: Agreement, source: string): RingFenceRule | undefined {
  return agreement.ringFences.find((fence) => fence.source === source);
}

/** The fence around a heading, where there is one. */
export function fenceOfHeading(agreement: Agreement, heading: string): RingFenceRule | undefined {
  return agreement.ringFences.find((fence) => fence.heading === heading);
}

/**
 * The heading that money is tied to inside its pool, or '' for general money of its contributor (R2, para 3.1).
 * A fenced source keeps its own heading whatever a row says; a heading fenced within another's money, paid as released
 * (R3) or aligned, ties the money that is received or spent under it.
 */
export function purposeOf(agreement: Agreement, money: { readonly source: string; readonly heading: string }): string {
  const fenceOfMoney = fenceOfSource(agreement, money.source);
  if (fenceOfMoney !== undefined) return fenceOfMoney.heading;
  const fence = fenceOfHeading(agreement, money.heading);
  if (fence !== undefined && fence.source === undefined) return money.heading;
  return isPaidAsReleased(agreement, money.heading) || isAligned(agreement, money.heading) ? money.heading : '';
}

/**
 * Whether a heading's money is aligned: shown beside the pool, kept and spent by its owner, and never in the pool (R1).
 * Performance money is the pool's once it is released.
 */
export function isAligned(agreement: Agreement, heading: string): boolean {
  return agreement.headings.get(heading)?.arrangement === 'aligned' && !isPaidAsReleased(agreement, heading);
}

/** Whether money is aligned: that of an aligned heading, but not what a fenced source has spent under it (R1, R2). */
export function isAlignedMoney(agreement: Agreement, money: Parameters<typeof purposeOf>[1]): boolean {
  return isAligned(agreement, purposeOf(agreement, money));
}

/** Whether a heading's money enters the pool only as performance releases it (R3, para 4.1). */
export function isPaidAsReleased(agreement: Agreement, heading: string): boolean {
  return agreement.performanceRule?.heading === heading;
}

/** What money of the pool is tied to: what is aligned is not in it, so that what a pool has for it is tied to nothing. */
export function pooledPurposeOf(agreement: Agreement, money: Parameters<typeof purposeOf>[1]): string {
  const purpose = purposeOf(agreement, money);
  return isAligned(agreement, purpose) ? '' : purpose;
}
