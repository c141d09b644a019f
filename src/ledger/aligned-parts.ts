import type { Agreement } from '../agreement/agreement.js';
import { isAligned, isAlignedMoney, purposeOf } from '../agreement/tied-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Share } from '../money/split.js';
import type { RowContext } from './row-context.js';
import type { PlanRow } from './row-types.js';

/** A receipt, as far as what it says of whose money it is. */
interface Receipt {
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  /** '' where it names none. */
  readonly heading: string;
  readonly amountPence: Pence;
}

/**
 * What of a receipt is aligned money, by heading; none of what settles something else than a contribution. A contribution
 * that is agreed in one sum pays for aligned and pooled lines alike, and so does a receipt that names no heading: in
 * proportion to what the plan does not tie of it, parts of a penny being the pool's. One that names an aligned heading is
 * aligned, one that names another is the pool's. What is aligned stays with its owner, who spends it: it never comes into
 * the pool (R1).
 */
export function alignedParts({ agreement, plan }: RowContext, receipt: Receipt): readonly Share[] {
  const { heading, amountPence } = receipt;
  const purpose = purposeOf(agreement, receipt);
  if (isAligned(agreement, purpose)) return [{ code: purpose, amountPence }];
  const isAnyAligned = [...agreement.headings.keys()].some((code) => isAligned(agreement, code));
  if (heading !== '' || purpose !== '' || !isAnyAligned) return [];
  const cells = plan.filter((cell) => isPaidBy(agreement, cell, receipt));
  const wholePence = sum(cells.map((cell) => cell.amountPence));
  if (wholePence <= 0n) return [];
  const aligned = new Set(cells.filter((cell) => isAlignedMoney(agreement, cell)).map((cell) => cell.heading));
  return [...aligned].map((code) => {
    const plannedPence = sum(cells.filter((cell) => cell.heading === code).map((cell) => cell.amountPence));
    return { code, amountPence: (amountPence * plannedPence) / wholePence };
  });
}

/** Whether a receipt that names no heading pays for a cell of the plan: for what is aligned, and for what nothing ties. */
function isPaidBy(agreement: Agreement, cell: PlanRow, { partner, source, pool }: Receipt): boolean {
  const { contributor, heading } = cell;
  if (contributor !== partner || cell.source !== source || agreement.headings.get(heading)?.pool !== pool) return false;
  return isAlignedMoney(agreement, cell) || purposeOf(agreement, cell) === '';
}
