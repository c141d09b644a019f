import type { Quarter } from '../agreement/financial-year.js';
import { asAtOf, dayOf } from '../rules/as-at.js';
import type { Books, Check, ReadFund } from '../rules/check.js';
import type { FundStatement, ReconciliationCheck } from './reconciliation-schema.js';

/** Which fund, and as at when. */
export function describeFund({ agreement, asAt, stage }: Pick<Books, 'agreement' | 'asAt' | 'stage'>): FundStatement {
  return {
    name: agreement.name,
    year: agreement.year.label,
    ...(asAt && { asAt, stage, asAtDate: dayOf({ asAt, stage }, agreement.year) }),
    provenance: agreement.provenance,
    ...(agreement.note && { note: agreement.note }),
  };
}

/** Which fund, as at the quarter asked for or the one that its rows reach. */
export function describeAsAt(fund: ReadFund, askedFor: Quarter | undefined): FundStatement {
  return describeFund({ agreement: fund.agreement, ...asAtOf(fund, askedFor) });
}

/** A check as the statement carries it. */
export function toCheck(check: Check): ReconciliationCheck {
  const { id, family, rule, clause, partner, heading, passed, expected, actual, difference, message } = check;
  return {
    id,
    family,
    rule,
    clause,
    ...(partner !== undefined && { partner }),
    ...(heading !== undefined && { heading }),
    status: passed ? 'pass' : 'fail',
    expected,
    actual,
    difference,
    message,
  };
}
