import type { Quarter } from '../agreement/financial-year.js';
import type { RowReference } from '../ledger/row-types.js';
import { absolute, type Pence } from '../money/pence.js';

/** A row below nil, and what its note says of it. */
export interface RowBelowNil {
  readonly at: RowReference;
  /** Negative. */
  readonly amountPence: Pence;
  readonly note: string;
}

/** Of a ledger and quarter: the largest rows below nil, and how many others there are. */
export interface GivenBackRows {
  readonly largest: readonly RowBelowNil[];
  readonly others: number;
}

type Ledger = 'contributions' | 'expenditure';

const mostKept = 3;

/** What rows below nil say, refunds and corrections; it grows with quarters, not with rows. */
export class GivenBack {
  readonly #byQuarter = new Map<string, { readonly largest: RowBelowNil[]; count: number }>();

  add(ledger: Ledger, quarter: Quarter, row: RowBelowNil): void {
    const key = [ledger, quarter].join();
    const rows = this.#byQuarter.get(key) ?? { largest: [], count: 0 };
    rows.largest.push(row);
    rows.largest.sort(bySize);
    rows.largest.splice(mostKept);
    rows.count += 1;
    this.#byQuarter.set(key, rows);
  }

  in(ledger: Ledger, quarter: Quarter): GivenBackRows {
    const { largest, count } = this.#byQuarter.get([ledger, quarter].join()) ?? { largest: [], count: 0 };
    return { largest, others: count - largest.length };
  }
}

function bySize(a: RowBelowNil, b: RowBelowNil): number {
  const [sizeOfA, sizeOfB] = [absolute(a.amountPence), absolute(b.amountPence)];
  if (sizeOfA !== sizeOfB) return sizeOfA > sizeOfB ? -1 : 1;
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line;
}
