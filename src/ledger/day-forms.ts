import type { DayOrder } from '../agreement/exports.js';
import { type IsoDate, isRealDay } from '../agreement/financial-year.js';

/** What a text that should be a day is: the days that it may mean, the likeliest first, or what else it says. */
export type DayForm =
  | { readonly kind: 'days'; readonly days: readonly [IsoDate, ...IsoDate[]] }
  | { readonly kind: 'excel-day'; readonly day: IsoDate }
  /** There is no such month, and with day and month turned round there is such a day. */
  | { readonly kind: 'month-first'; readonly day: IsoDate }
  | { readonly kind: 'no-such-day' }
  /** A month, a quarter or an accounting period: no day of it is said. */
  | { readonly kind: 'period' }
  | { readonly kind: 'time-of-day' }
  | { readonly kind: 'unknown' };

/** Year, month and day as numbers; a year of two digits is of this century. */
type Parts = readonly [year: number, month: number, day: number];

const unknown: DayForm = { kind: 'unknown' };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+/i;
const timeBehind =
  /(?:\s+|T)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|BST|[+-]\d{2}:?\d{2})?$/i;

const inNumbers = /^(\d{1,4})([-/.\s])(\d{1,2})\2(\d{4}|\d{1,2})$/;
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s./-]*(${monthNames})\\.?[\\s./,-]*(\\d{4}|\\d{2})$`, 'i');
const monthBefore = new RegExp(`^(${monthNames})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'i');
const yearBefore = new RegExp(`^(\\d{4})[\\s./-](${monthNames})[\\s./-](\\d{1,2})$`, 'i');

/** Reads a text as a day, in every form that finance staff and their systems write; by a declared order in that alone. */
export function dayFormOf(text: string, order?: DayOrder): DayForm {
  // Nearly every date is these numbers and no more, and rows are many.
  const numbers = inNumbers.exec(text);
  if (numbers !== null) return ofNumbers(numbers, order);
  if (/^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?$/i.test(text)) return { kind: 'time-of-day' };
  const time = timeBehind.exec(text);
  if (time === null) return formOfDay(text.replace(weekday, ''), order);
  const [whole, hours, minutes, seconds = '0', half, zone] = time;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return unknown;
  const form = formOfDay(text.slice(0, -whole.length).replace(weekday, ''), order);
  if (form.kind !== 'days' || zone === undefined) return form;
  return { kind: 'days', days: withLocalDay(form.days, { hours: inDay(Number(hours), half), minutes, zone }) };
}

/** The hour of the day: 12 of `12:00 AM` is nought. */
function inDay(hours: number, half: string | undefined): number {
  return half === undefined ? hours : (hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

interface TimeInZone {
  readonly hours: number;
  readonly minutes: string | undefined;
  readonly zone: string;
}

/**
 * A time with a zone may be of another day here: a program writes midnight of 1 July, in summer time, as 23:00 of 30 June.
 * Both are what it may mean then.
 */
function withLocalDay(
  days: readonly [IsoDate, ...IsoDate[]],
  { hours, minutes, zone }: TimeInZone,
): readonly [IsoDate, ...IsoDate[]] {
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone) ? '+00:00' : /^BST$/i.test(zone) ? '+01:00' : zone;
  const [written] = days;
  const moment = new Date(`${written}T${String(hours).padStart(2, '0')}:${minutes}:00${offset}`);
  if (Number.isNaN(moment.getTime())) return days;
  const local = new Date(moment.getTime() + (isSummerTime(moment) ? anHour : 0)).toISOString().slice(0, 10);
  return local === written ? days : [written, local];
}

const anHour = 3_600_000;

/** Clocks here go by summer time from the last Sunday of March to that of October, at one in the morning by UTC. */
function isSummerTime(moment: Date): boolean {
  const year = moment.getUTCFullYear();
  return moment >= changeIn(year, 3) && moment < changeIn(year, 10);
}

function changeIn(year: number, month: number): Date {
  const last = new Date(Date.UTC(year, month, 0, 1));
  return new Date(Date.UTC(year, month - 1, last.getUTCDate() - last.getUTCDay(), 1));
}

function formOfDay(text: string, order: DayOrder | undefined): DayForm {
  const named = namedMonth(text, order);
  if (named !== undefined) return named;
  const numbers = inNumbers.exec(text);
  if (numbers !== null) return ofNumbers(numbers, order);
  if (/^\d{8}$/.test(text)) return withoutSeparators(text);
  if (/^[34]\d{4}(?:\.\d+)?$/.test(text)) return { kind: 'excel-day', day: fromExcelDay(Number.parseInt(text, 10)) };
  return isPeriod(text) ? { kind: 'period' } : unknown;
}

function namedMonth(text: string, order: DayOrder | undefined): DayForm | undefined {
  const month = (name = '') => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const [, day, monthOfDay, year] = dayFirst.exec(text) ?? [];
  if (day !== undefined) {
    return ofTwoDigits([yearOf(year), month(monthOfDay), Number(day)], { written: year, first: day, order });
  }
  const [, first, dayBehind, yearBehind] = monthBefore.exec(text) ?? [];
  if (dayBehind !== undefined) return ofParts([Number(yearBehind), month(first), Number(dayBehind)]);
  const [, leading, between, last] = yearBefore.exec(text) ?? [];
  return last === undefined ? undefined : ofParts([Number(leading), month(between), Number(last)]);
}

function ofNumbers([, one = '', , second = '', third = '']: readonly string[], order: DayOrder | undefined): DayForm {
  if (one.length === 4) return third.length === 4 ? unknown : ofParts([Number(one), Number(second), Number(third)]);
  if (one.length === 3 || third.length === 1) return unknown;
  const [day, month] = order === 'month-first' ? [second, one] : [one, second];
  return ofTwoDigits([yearOf(third), Number(month), Number(day)], { written: third, first: day, order });
}

/** A year as it is written, and what stands where a year of two digits might stand too. */
interface TwoDigits {
  readonly written: string | undefined;
  readonly first: string;
  readonly order: DayOrder | undefined;
}

/** A day whose year has two digits may have its year first: `15/06/16` is two days, unless they are one. */
function ofTwoDigits([year, month, day]: Parts, { written = '', first, order }: TwoDigits): DayForm {
  const form = ofParts([year, month, day]);
  if (written.length === 4) return form;
  const turned: Parts = [yearOf(first.padStart(2, '0')), month, Number(written)];
  if (order === 'year-first') return ofParts(turned);
  if (order !== undefined || form.kind !== 'days') return form;
  const [likeliest] = form.days;
  const other = isRealDay(...turned) ? iso(turned) : likeliest;
  return other === likeliest ? form : { kind: 'days', days: [likeliest, other] };
}

/** `20150614`, or `14062015`: of a year of this century no eight digits are both. */
function withoutSeparators(text: string): DayForm {
  const yearFirst: Parts = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  if (isRealDay(...yearFirst)) return ofParts(yearFirst);
  return ofParts([Number(text.slice(4)), Number(text.slice(2, 4)), Number(text.slice(0, 2))]);
}

function ofParts([year, month, day]: Parts): DayForm {
  if (isRealDay(year, month, day)) return { kind: 'days', days: [iso([year, month, day])] };
  const turned: Parts = [year, day, month];
  return month > 12 && isRealDay(...turned) ? { kind: 'month-first', day: iso(turned) } : { kind: 'no-such-day' };
}

function isPeriod(text: string): boolean {
  return (
    /^(?:p|period|m|month|wk|week|q|quarter)\s*\d{1,2}$/i.test(text) ||
    /^(?:\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2})$/.test(text) ||
    new RegExp(`^(?:${monthNames})\\.?[\\s./-]*(?:\\d{4}|\\d{2})?$`, 'i').test(text)
  );
}

function yearOf(digits = ''): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** Excel's day 1 is 1 January 1900, and it believes in a 29 February 1900. */
function fromExcelDay(day: number): IsoDate {
  return new Date(Date.UTC(1899, 11, 30 + day)).toISOString().slice(0, 10);
}

function iso([year, month, day]: Parts): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
