import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { inPlaces } from '../money/decimal.js';
import { toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { isPotDerived } from '../rules/performance.js';
import { sensitivity } from '../rules/sensitivity.js';
import { type Change, type WhatIf, whatIf } from '../rules/what-if.js';
import { type Assumption, changeFor } from './assumptions.js';
import { percentOf, totalsOf } from './performance.js';
import type { SensitivityStatement, WhatIfStatement } from './performance-schema.js';

/** What would be earned and retained, beside what is. */
export function whatIfStatement(
  books: Books,
  rule: PerformancePaymentRule,
  assumptions: readonly Assumption[],
): WhatIfStatement {
  const { agreement } = books;
  const expected = whatIf(books, rule, (partner) => changeFor(assumptions, partner));
  return {
    assumptions: assumptions.map(({ partner, change }) => ({ partner, change: changeInWords(change) })),
    partners: expected.map(({ partner, toDate, byYearEnd, isAssumed }) => {
      const change = changeFor(assumptions, partner);
      return {
        partner,
        label: labelOf(agreement, partner),
        pot: toPounds(toDate.potPence),
        isPotDerived: isPotDerived(books, partner),
        ...(change && isAssumed && { assumed: changeInWords(change) }),
        toDate: totalsOf([toDate]),
        ...(byYearEnd && {
          byYearEnd: {
            payment: toPounds(byYearEnd.paymentPence),
            retained: toPounds(byYearEnd.retainedPence),
            achieved: byYearEnd.quarters.at(-1)?.achievedCumulative ?? 0,
            payments: byYearEnd.quarters.map(({ paidIn, paymentPence = 0n }) => ({
              paidIn,
              payment: toPounds(paymentPence),
            })),
          },
        }),
      };
    }),
    totals: whatIfTotals(expected),
  };
}

function whatIfTotals(expected: readonly WhatIf[]): WhatIfStatement['totals'] {
  const known = expected.flatMap(({ byYearEnd }) => byYearEnd ?? []);
  return {
    pot: toPounds(sum(expected.map(({ toDate }) => toDate.potPence))),
    toDate: totalsOf(expected.map(({ toDate }) => toDate)),
    ...(known.length === expected.length && {
      byYearEnd: {
        payment: toPounds(sum(known.map(({ paymentPence }) => paymentPence))),
        retained: toPounds(sum(known.map(({ retainedPence }) => retainedPence))),
      },
    }),
  };
}

/** A change of admissions as people write it: `-3.50%`, `-200`. */
function changeInWords(change: Change): string {
  if (change.kind === 'exact') return `${change.admissions > 0 ? '+' : ''}${change.admissions}`;
  return `${change.percent.greaterThan(0) ? '+' : ''}${inPlaces(change.percent)}%`;
}

/** Payment against reduction, and each partner's break-even. */
export function sensitivityStatement(books: Books, rule: PerformancePaymentRule): SensitivityStatement {
  const { points, breakEvens } = sensitivity(books, rule);
  return {
    points: points.map(({ percent, paymentsPence }) => {
      const known = paymentsPence.filter((pence): pence is Pence => pence !== undefined);
      return {
        reductionPercent: inPlaces(percent),
        isTarget: rule.targetPercent?.equals(percent) ?? false,
        payments: breakEvens.map(({ partner }, index) => {
          const pence = paymentsPence[index];
          return { partner, ...(pence !== undefined && { payment: toPounds(pence) }) };
        }),
        ...(known.length === paymentsPence.length && { total: toPounds(sum(known)) }),
      };
    }),
    breakEven: breakEvens.map(({ partner, potPence, isEarnable, admissions, baseline, needed, baselineToCome }) => {
      const percent = percentOf(admissions, baseline);
      const neededPercent = percentOf(needed, baselineToCome);
      return {
        partner,
        label: labelOf(books.agreement, partner),
        pot: toPounds(potPence),
        isPotDerived: isPotDerived(books, partner),
        ...(isEarnable !== undefined && { isEarnable }),
        ...(admissions !== undefined && { admissions }),
        ...(percent !== undefined && { percent }),
        ...(needed !== undefined && { neededToCome: needed }),
        ...(neededPercent !== undefined && { neededPercent }),
      };
    }),
  };
}
