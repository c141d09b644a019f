import type { IsoDate, Quarter } from '../agreement/financial-year.js';
import type { Pence } from '../money/pence.js';

/** Whose money a receipt is: a partner's, from a source, into a pool, tied to a heading or not (''). */
export interface ReceiptKey {
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  readonly purpose: string;
  /** The quarter whose instalment the payer says that it is; undefined where it does not say. */
  readonly of: Quarter | undefined;
  /** Whether its payer says what it settles: then nobody need be asked. */
  readonly isSaid: boolean;
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
    const name = [key.partner, key.source, key.pool, key.purpose, key.of ?? '', key.isSaid].join('\0');
    const receipts = this.#byKey.get(name) ?? { key, days: new Map<IsoDate, Pence>() };
    receipts.days.set(date, (receipts.days.get(date) ?? 0n) + amountPence);
    this.#byKey.set(name, receipts);
  }

  /** The receipts that are meant, up to and with a day, in order of days. */
  upTo(lastDay: IsoDate, isMeant: (key: ReceiptKey) => boolean): DayReceipt[] {
    const days: DayReceipt[] = [];
    for (const { key, days: own } of this.#byKey.values()) {
      if (!isMeant(key)) continue;
      for (const [date, amountPence] of own) if (date <= lastDay) days.push({ date, amountPence });
    }
    return byDay(days);
  }
}

/** Receipts of several kinds together, in order of days. */
export function byDay(receipts: readonly DayReceipt[]): DayReceipt[] {
  const days = new Map<IsoDate, Pence>();
  for (const { date, amountPence } of receipts) days.set(date, (days.get(date) ?? 0n) + amountPence);
  return [...days].map(([date, amountPence]) => ({ date, amountPence })).sort((a, b) => (a.date < b.date ? -1 : 1));
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

/** An instalment that is to be covered. */
export interface ToCover {
  readonly quarter: Quarter;
  readonly amountPence: Pence;
}

/**
 * The day on which each instalment is covered, in the order in which they fall due (R5): by what its payer says is for it,
 * before what comes first; what is said to be for an instalment and is more than it goes to the oldest.
 */
export function coveredDays(
  instalments: readonly ToCover[],
  {
    marked,
    unmarked,
  }: { readonly marked: (quarter: Quarter) => readonly DayReceipt[]; readonly unmarked: readonly DayReceipt[] },
): (IsoDate | undefined)[] {
  // Several instalments may fall in one quarter: what the first leaves is for the next.
  const left = new Map<Quarter, readonly DayReceipt[]>();
  const appropriated = instalments.map(({ quarter, amountPence }) => {
    const { over, ...appropriation } = appropriate(left.get(quarter) ?? marked(quarter), amountPence);
    left.set(quarter, over);
    return appropriation;
  });
  const free = byDay([...unmarked, ...[...left.values()].flat()]);
  let upToPence: Pence = 0n;
  return appropriated.map(({ own, stillPence }) => {
    upToPence += stillPence;
    const ownDay = own.at(-1)?.date;
    if (stillPence === 0n && ownDay !== undefined) return ownDay;
    const freeDay = coveredOn(upToPence, free);
    return freeDay === undefined || ownDay === undefined || freeDay > ownDay ? freeDay : ownDay;
  });
}

interface Appropriated {
  /** What goes to the instalment, up to the day that covers it. */
  readonly own: readonly DayReceipt[];
  readonly over: readonly DayReceipt[];
  readonly stillPence: Pence;
}

/** What is paid for an instalment; a row that takes some of it back takes it from there. */
function appropriate(marked: readonly DayReceipt[], amountPence: Pence): Appropriated {
  const own: DayReceipt[] = [];
  const over: DayReceipt[] = [];
  let stillPence = amountPence;
  for (const { date, amountPence: comePence } of marked) {
    const ownPence = comePence > stillPence && stillPence >= 0n ? stillPence : comePence;
    if (ownPence !== 0n) own.push({ date, amountPence: ownPence });
    if (comePence !== ownPence) over.push({ date, amountPence: comePence - ownPence });
    stillPence -= ownPence;
  }
  return { own, over, stillPence };
}
