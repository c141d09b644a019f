import { lastDayOf, type Quarter } from '../agreement/financial-year.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import { toPounds } from '../money/format-money.js';
import type { Books, Check, ReadFund } from '../rules/check.js';
import type { FundStatement, ReconciliationCheck } from './reconciliation-schema.js';

/**
 * The quarter to report as at: the one asked for, else the last that the ledgers speak of, else the last whose
 * admissions anybody has reported. A fund with a plan only has none.
 */
export function asAtOf(fund: ReadFund, askedFor: Quarter | undefined): Quarter | undefined {
  const last = fund.journal.lastQuarter() ?? lastReported(fund);
  return last === undefined ? undefined : (askedFor ?? last);
}

function lastReported({ agreement, activity }: ReadFund): Quarter | undefined {
  const { performanceRule, year } = agreement;
  if (performanceRule === undefined) return undefined;
  const reported = new Set(activity.filter(({ actual }) => actual !== undefined).map(({ quarter }) => quarter));
  return measuredQuarters(performanceRule, year)
    .filter(({ measured }) => reported.has(measured))
    .at(-1)?.paidIn;
}

/** Which fund, and as at when. */
export function describeFund({ agreement, asAt }: Pick<Books, 'agreement' | 'asAt'>): FundStatement {
  return {
    name: agreement.name,
    year: agreement.year.label,
    ...(asAt && { asAt, asAtDate: lastDayOf(asAt, agreement.year) }),
    provenance: agreement.provenance,
    ...(agreement.note && { note: agreement.note }),
  };
}

/** A check as documents carry it. */
export function toCheck(check: Check): ReconciliationCheck {
  const { id, rule, clause, partner, heading, passed, expectedPence, actualPence, message } = check;
  return {
    id,
    rule,
    clause,
    ...(partner !== undefined && { partner }),
    ...(heading !== undefined && { heading }),
    status: passed ? 'pass' : 'fail',
    expected: toPounds(expectedPence),
    actual: toPounds(actualPence),
    difference: toPounds(actualPence - expectedPence),
    message,
  };
}
