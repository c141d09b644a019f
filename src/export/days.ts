import type { Agreement } from '../agreement/agreement.js';
import { firstDayOf, type IsoDate, lastDayOf } from '../agreement/financial-year.js';
import type { Entry } from '../journal/journal.js';

/** The day of a row: its own date; without one the end of its quarter, or the first day of the year. */
export function dayOf(agreement: Agreement, { date, quarter }: Entry): IsoDate {
  return date ?? (quarter === undefined ? firstDayOf(agreement.year) : lastDayOf(quarter, agreement.year));
}

/** The day after a day. */
export function dayAfter(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
