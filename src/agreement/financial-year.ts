/** A quarter of the financial year: Q1 is April to June. */
export type Quarter = 'Q1' | 'Q2' | 'Q3' | 'Q4';

export const quarters: readonly Quarter[] = ['Q1', 'Q2', 'Q3', 'Q4'];

/** A day as `2015-06-30`; days compare as text. */
export type IsoDate = string;

/** A financial year, April to March. */
export interface FinancialYear {
  /** `2015/16`. */
  readonly label: string;
  /** The calendar year of its April. */
  readonly firstYear: number;
}

/** The year that a text such as `2015/16`, `2015-16` or `2015/2016` names, or undefined. */
export function parseFinancialYear(text: string): FinancialYear | undefined {
  const match = /^(\d{4})[/-](\d{2}|\d{4})$/.exec(text.trim());
  if (match === null) return undefined;
  const [, first = '', second = ''] = match;
  const firstYear = Number(first);
  const following = String(firstYear + 1);
  if (second !== following && second !== following.slice(2)) return undefined;
  return { label: `${first}/${following.slice(2)}`, firstYear };
}

/** The financial year after another. */
export function nextYear({ firstYear }: FinancialYear): FinancialYear {
  const following = String(firstYear + 2).slice(2);
  return { label: `${firstYear + 1}/${following}`, firstYear: firstYear + 1 };
}

/** The financial year before another. */
export function yearBefore({ firstYear }: FinancialYear): FinancialYear {
  return { label: `${firstYear - 1}/${String(firstYear).slice(2)}`, firstYear: firstYear - 1 };
}

/** Its first day. */
export function firstDayOf({ firstYear }: FinancialYear): IsoDate {
  return `${firstYear}-04-01`;
}

/** The quarter of the year that a day falls in, or undefined where it is outside the year. */
export function quarterOf(date: IsoDate, year: FinancialYear): Quarter | undefined {
  const calendarYear = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const monthsSinceApril = (calendarYear - year.firstYear) * 12 + month - 4;
  return monthsSinceApril < 0 ? undefined : quarters[Math.floor(monthsSinceApril / 3)];
}

/** The last day of a quarter. */
export function lastDayOf(quarter: Quarter, year: FinancialYear): IsoDate {
  const days: Readonly<Record<Quarter, string>> = {
    Q1: `${year.firstYear}-06-30`,
    Q2: `${year.firstYear}-09-30`,
    Q3: `${year.firstYear}-12-31`,
    Q4: `${year.firstYear + 1}-03-31`,
  };
  return days[quarter];
}

/** The last day of the year before. */
export function dayBefore({ firstYear }: FinancialYear): IsoDate {
  return `${firstYear}-03-31`;
}

/** Whether a quarter ends at or before another. */
export function isUpTo(quarter: Quarter, limit: Quarter): boolean {
  return quarter <= limit;
}

/** The quarter that a text names, in any case, or undefined. */
export function parseQuarter(text: string): Quarter | undefined {
  const plain = text.trim().toUpperCase();
  return quarters.find((quarter) => quarter === plain);
}

/** Whether year, month and day make a day that exists. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** How many days one day is after another. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
