import type { Agreement } from '../agreement/agreement.js';
import { type IsoDate, lastDayOf } from '../agreement/financial-year.js';
import { parseDate } from '../ledger/parse-date.js';
import type { BookedRow } from './booked-rows.js';

/** The first day of the year, when what was brought forward stands. */
export function firstDayOf({ year }: Agreement): IsoDate {
  return `${year.firstYear}-04-01`;
}

/** The day of a row: its own date; without one the end of its quarter, or the first day of the year. */
export function dayOf(agreement: Agreement, { dateText, quarter, at }: BookedRow): IsoDate {
  if (dateText === '') return quarter === undefined ? firstDayOf(agreement) : lastDayOf(quarter, agreement.year);
  const parsed = parseDate(dateText, agreement.year, at);
  if ('fault' in parsed) throw new Error(`the date of ${at.file}:${at.line} was read, and cannot be read again`);
  return parsed.date;
}

/** The day after a day. */
export function dayAfter(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
