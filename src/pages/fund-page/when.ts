import { inFull } from '../../diagnostics/day-in-full.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';

/** Of which year, and up to which day. */
export function asAtOf({ fund: { year, asAtDate } }: Pick<Reconciliation, 'fund'>): string {
  return asAtDate === undefined ? year : `${year}, to ${inFull(asAtDate)}`;
}
