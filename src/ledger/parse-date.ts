import type { DayOrder } from '../agreement/exports.js';
import { type FinancialYear, type IsoDate, quarterOf } from '../agreement/financial-year.js';
import { inFull } from '../diagnostics/day-in-full.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { dayFormOf } from './day-forms.js';

type Parsed = { readonly date: IsoDate } | { readonly fault: Diagnostic };

/**
 * A day of the year, in any form that can mean one day only; or the diagnostic of what it is instead. Numbers are day first,
 * unless a year of four digits leads or the agreement declares another order.
 */
export function parseDate(text: string, year: FinancialYear, place: Place, order?: DayOrder): Parsed {
  const found = text.trim();
  if (/^#+$/.test(found)) return { fault: diagnose('BCF3202', { found, what: 'a date' }, { place }) };
  if (/^#/.test(found)) return { fault: diagnose('BCF3203', { found }, { place }) };
  const form = dayFormOf(found, order);
  const isInside = (day: IsoDate) => quarterOf(day, year) !== undefined;
  switch (form.kind) {
    case 'days':
      return oneOf(form.days, found, { year, place });
    case 'excel-day':
      if (isInside(form.day)) return { date: form.day };
      return { fault: diagnose('BCF3213', { found, meant: form.day, year: year.label }, { place }) };
    case 'month-first':
      if (order !== undefined) return { fault: diagnose('BCF3065', { found, order }, { place }) };
      return { fault: diagnose('BCF3211', { found, meant: form.day }, { place }) };
    case 'no-such-day':
      if (order !== undefined) return { fault: diagnose('BCF3065', { found, order }, { place }) };
      return { fault: diagnose('BCF3212', { found }, { place }) };
    case 'period':
      return { fault: diagnose('BCF3219', { found }, { place }) };
    case 'time-of-day':
      return { fault: diagnose('BCF3220', { found }, { place }) };
    case 'unknown':
      return { fault: diagnose('BCF3210', { found }, { place }) };
  }
}

/** The only day of some that may be meant: no other of them is of the year. */
function oneOf(
  [likeliest, ...others]: readonly [IsoDate, ...IsoDate[]],
  found: string,
  { year, place }: { readonly year: FinancialYear; readonly place: Place },
): Parsed {
  const other = others.find((day) => quarterOf(day, year) !== undefined);
  if (other !== undefined) {
    return { fault: diagnose('BCF3218', { found, one: inFull(likeliest), other: inFull(other) }, { place }) };
  }
  if (quarterOf(likeliest, year) !== undefined) return { date: likeliest };
  return { fault: diagnose('BCF3214', { found, year: year.label }, { place }) };
}

/** The one day that a text says where the order of its numbers is declared; undefined where it says none, or two. */
export function dayWritten(text: string, order: DayOrder): IsoDate | undefined {
  const form = dayFormOf(text.trim(), order);
  return form.kind === 'days' && form.days.length === 1 ? form.days[0] : undefined;
}
