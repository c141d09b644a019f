import type { Quarter } from '../agreement/financial-year.js';
import { Figure } from '../figures/figure.js';
import type { Pence } from '../money/pence.js';
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
  const { id, rule, clause, partner, heading, passed, message } = check;
  return {
    id,
    rule,
    clause,
    ...(partner !== undefined && { partner }),
    ...(heading !== undefined && { heading }),
    status: passed ? 'pass' : 'fail',
    ...sidesOf(check),
    message,
  };
}

function sidesOf(check: Check): Pick<ReconciliationCheck, 'expected' | 'actual' | 'difference'> {
  if ('expected' in check) {
    const { expected, actual, difference } = check;
    return { expected, actual, difference };
  }
  const { expectedPence, actualPence } = check;
  const had = (words: string, pence: Pence) => Figure.stated('money', `${words}, as the check has it`, pence);
  return {
    expected: had('what it asks for', expectedPence),
    actual: had('what is there', actualPence),
    difference: had('the difference', actualPence - expectedPence),
  };
}
