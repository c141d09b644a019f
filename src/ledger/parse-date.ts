import { type FinancialYear, type IsoDate, isRealDay, quarterOf } from '../agreement/financial-year.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { diagnose } from '../diagnostics/diagnostic.js';

/** A day read from `2015-06-30` or `30/06/2015`, inside the year; or the diagnostic of what it is instead. */
export function parseDate(text: string, year: FinancialYear, place: Place): { date: IsoDate } | { fault: Diagnostic } {
  const found = text.trim();
  const parts = partsOf(found);
  if (parts === undefined) return { fault: notADate(found, place) };

  const [y, m, d] = parts;
  if (!isRealDay(y, m, d)) {
    const isMonthFirst = m > 12 && isRealDay(y, d, m);
    const fault = isMonthFirst
      ? diagnose('BCF3211', { found, meant: iso(y, d, m) }, { place })
      : diagnose('BCF3212', { found }, { place });
    return { fault };
  }
  const date = iso(y, m, d);
  if (quarterOf(date, year) === undefined) {
    return { fault: diagnose('BCF3214', { found, year: year.label }, { place }) };
  }
  return { date };
}

/** Year, month and day; a time of midnight, as some exports add, is no harm. */
function partsOf(text: string): [number, number, number] | undefined {
  const day = text.replace(/[T ]00:00(:00(\.0+)?)?$/, '');
  const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day);
  if (yearFirst !== null) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])];
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day);
  return dayFirst === null ? undefined : [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])];
}

function notADate(found: string, place: Place): Diagnostic {
  if (/^#+$/.test(found)) return diagnose('BCF3202', { found, what: 'a date' }, { place });
  if (/^#/.test(found)) return diagnose('BCF3203', { found }, { place });
  if (/^[34]\d{4}$/.test(found)) return diagnose('BCF3213', { found, meant: fromExcelDay(Number(found)) }, { place });
  return diagnose('BCF3210', { found }, { place });
}

/** Excel's day 1 is 1 January 1900, and it believes in a 29 February 1900. */
function fromExcelDay(day: number): IsoDate {
  return new Date(Date.UTC(1899, 11, 30 + day)).toISOString().slice(0, 10);
}

function iso(year: number, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
