import { purposeOf, sumPence } from './fund-rows.js';
import { type Cell, poolOf, poolOfMoney, type Receipt, type RuledFund } from './fund-shape.js';
import { sum } from './pot-by-hand.js';

/** Whether spending is of aligned money: the grant is the pool's, whatever it is spent on. */
export function isAlignedMoney(fund: RuledFund, spent: Pick<Cell, 'source' | 'heading'>): boolean {
  return isAligned(fund, spent.heading) && spent.source !== 'dfg';
}

/** Whether a heading is aligned. */
export function isAligned({ aligned = [] }: RuledFund, heading: string): boolean {
  return aligned.includes(heading);
}

/**
 * Receipts as far as they come into the pool: those for an aligned heading do not, and of one for no heading only what
 * the plan has pooled of its contributor's free money, with the pennies that do not divide.
 */
export function pooledReceipts(fund: RuledFund): Receipt[] {
  if (fund.aligned === undefined) return [...fund.receipts];
  return fund.receipts.flatMap((receipt) => {
    if (isAligned(fund, receipt.heading)) return [];
    const isFree = receipt.heading === '' && purposeOf(receipt) === '';
    return [isFree ? { ...receipt, pence: receipt.pence - alignedPence(fund, receipt) } : receipt];
  });
}

function alignedPence(fund: RuledFund, receipt: Receipt): bigint {
  const free = fund.cells.filter(
    (cell) =>
      cell.schedule === receipt.partner &&
      cell.source === receipt.source &&
      poolOf(fund, cell.heading) === poolOfMoney(fund, receipt) &&
      purposeOf(cell) === '',
  );
  const whole = sumPence(free);
  if (whole === 0n) return 0n;
  const parts = (fund.aligned ?? []).map((code) => {
    return (receipt.pence * sumPence(free.filter(({ heading }) => heading === code))) / whole;
  });
  return sum(parts);
}
