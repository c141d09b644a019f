import type { PerformancePaymentRule } from './agreement.js';
import { type FinancialYear, type Quarter, quarters } from './financial-year.js';

/** A quarter whose admissions are measured, and the quarter of the year in which it is paid (R3). */
export interface MeasuredQuarter {
  /** `Q4 2014/15`. */
  readonly measured: string;
  readonly paidIn: Quarter;
}

/**
 * The four measured quarters of a rule, in order: with the usual offset of one, which holds where there is no rule, from
 * Q4 of the year before to Q3.
 */
export function measuredQuarters(
  rule: Pick<PerformancePaymentRule, 'paidAfter'> | undefined,
  year: FinancialYear,
): MeasuredQuarter[] {
  return quarters.map((paidIn, index) => {
    const number = index - (rule?.paidAfter ?? 1);
    const firstYear = year.firstYear + Math.floor(number / 4);
    const quarter = quarters[((number % 4) + 4) % 4] ?? paidIn;
    return { measured: `${quarter} ${firstYear}/${String(firstYear + 1).slice(2)}`, paidIn };
  });
}
