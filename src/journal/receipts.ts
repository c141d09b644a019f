import type { IsoDate } from '../agreement/financial-year.js';
import type { Pence } from '../money/pence.js';

/** Whose money a receipt is: a partner's, from a source, into a pool, tied to a heading or not (''). */
export interface ReceiptKey {
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  readonly purpose: string;
}

/** What came in on one day. */
export interface DayReceipt {
  readonly date: IsoDate;
  readonly amountPence: Pence;
}

/** Receipts by day, so that lateness can be told (R5); they grow with days and partners, not with rows. */
export class Receipts {
  readonly #byKey = new Map<string, { readonly key: ReceiptKey; readonly days: Map<IsoDate, Pence> }>();

  add(key: ReceiptKey, date: IsoDate, amountPence: Pence): void {
    const name = [key.partner, key.source, key.pool, key.purpose].join('\0');
    const receipts = this.#byKey.get(name) ?? { key, days: new Map<IsoDate, Pence>() };
    receipts.days.set(date, (receipts.days.get(date) ?? 0n) + amountPence);
    this.#byKey.set(name, receipts);
  }

  /** The receipts that are meant, up to and with a day, in order of days. */
  upTo(lastDay: IsoDate, isMeant: (key: ReceiptKey) => boolean): DayReceipt[] {
    const days = new Map<IsoDate, Pence>();
    for (const { key, days: own } of this.#byKey.values()) {
      if (!isMeant(key)) continue;
      for (const [date, amountPence] of own) {
        if (date <= lastDay) days.set(date, (days.get(date) ?? 0n) + amountPence);
      }
    }
    return [...days].map(([date, amountPence]) => ({ date, amountPence })).sort((a, b) => (a.date < b.date ? -1 : 1));
  }
}

/** The day from which receipts come to so much, and stay there; undefined where they do not. */
export function coveredOn(upToPence: Pence, receipts: readonly DayReceipt[]): IsoDate | undefined {
  let total: Pence = 0n;
  let paidOn: IsoDate | undefined;
  for (const { date, amountPence } of receipts) {
    total += amountPence;
    if (total < upToPence) paidOn = undefined;
    else paidOn ??= date;
  }
  return paidOn;
}
