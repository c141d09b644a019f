import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { inPlaces } from '../money/decimal.js';
import type { Change } from '../rules/assumed-admissions.js';
import { breakEvens } from '../rules/break-even.js';
import type { Books } from '../rules/check.js';
import { isPotDerived } from '../rules/performance.js';
import { sensitivity } from '../rules/sensitivity.js';
import { whatIf, whatIfTotals } from '../rules/what-if.js';
import { type Assumption, changeFor } from './assumptions.js';
import type { SensitivityStatement, WhatIfStatement } from './performance-schema.js';

/** What would be earned and retained, beside what is. */
export function whatIfStatement(
  books: Books,
  terms: PerformancePaymentRule,
  assumptions: readonly Assumption[],
): WhatIfStatement {
  const expected = whatIf(books, terms, (partner) => changeFor(assumptions, partner));
  return {
    assumptions: assumptions.map(({ partner, change }) => ({ partner, change: changeInWords(change) })),
    partners: expected.map(({ partner, label, pot, toDate, byYearEnd, isAssumed }) => {
      const change = changeFor(assumptions, partner);
      return {
        partner,
        label,
        pot,
        isPotDerived: isPotDerived(books, partner),
        assumed: change && isAssumed ? changeInWords(change) : undefined,
        toDate,
        byYearEnd: byYearEnd && { ...byYearEnd, payments: [...byYearEnd.payments] },
      };
    }),
    totals: whatIfTotals(terms, expected),
  };
}

/** A change of admissions as people write it: `-3.50%`, `-200`. */
function changeInWords(change: Change): string {
  if (change.kind === 'exact') return `${change.admissions > 0 ? '+' : ''}${change.admissions}`;
  return `${change.percent.greaterThan(0) ? '+' : ''}${inPlaces(change.percent)}%`;
}

/** Payment against reduction, and each partner's break-even. */
export function sensitivityStatement(books: Books, terms: PerformancePaymentRule): SensitivityStatement {
  return {
    points: sensitivity(books, terms).map((point) => ({ ...point, payments: [...point.payments] })),
    breakEven: breakEvens(books, terms).map(({ partner, label, pot, ...rest }) => ({
      partner,
      label,
      pot,
      isPotDerived: isPotDerived(books, partner),
      ...rest,
    })),
  };
}
