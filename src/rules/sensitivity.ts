import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { allKnown, type Money, total } from '../figures/books.js';
import { added, type Expression, nil as none, roundedTo } from '../figures/expression.js';
import { Figure, type Percent, ruleOf } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { asDecimal, type Decimal, dividedUp, inPlaces, nil } from '../money/decimal.js';
import { placesOfMoney } from '../money/places.js';
import { reduction } from './admissions.js';
import { assumedAdmissions, wouldBeAchieved } from './assumed-admissions.js';
import { type PartnerPot, type PerformanceBooks, performanceOf } from './performance.js';
import { paymentInWords, paymentOf } from './performance-payment.js';

/** What the year would pay if every quarter's admissions were so much lower than its baseline. */
export interface SensitivityPoint {
  readonly reductionPercent: Percent;
  readonly isTarget: boolean;
  /** In the order of the partners; undefined where admissions are missing. */
  readonly payments: readonly { readonly partner: string; readonly payment: Money | undefined }[];
  readonly total: Money | undefined;
}

/** Payment against reduction, from none to twice the target, the same in every quarter of the year (R3). */
export function sensitivity(books: PerformanceBooks, terms: PerformancePaymentRule): SensitivityPoint[] {
  const { targetPercent } = terms;
  return pointsUpTo(targetPercent ?? asDecimal(3.5)).map((percent) => {
    const fewer = `${inPlaces(percent)}%`;
    const words = `payment of the year if admissions were ${fewer} fewer in every quarter`;
    const payments = performanceOf(books).map((standing) => {
      const label = labelOf(books.agreement, standing.partner);
      return {
        partner: standing.partner,
        payment: yearAt(terms, standing, { label, what: `${label}: ${words}`, percent }),
      };
    });
    const about = { what: `All pots: ${words}`, how: 'the partners, added up', rule: ruleOf('R3', terms) };
    return {
      reductionPercent: Figure.number('percent', `Reduction of ${fewer}`, percent),
      isTarget: targetPercent?.equals(percent) ?? false,
      payments,
      total: total(
        about,
        payments.map(({ payment }) => payment),
      ),
    };
  });
}

/** Every half per cent, or a fourteenth of the way where that would be many; always the target and its double. */
function pointsUpTo(target: Decimal): Decimal[] {
  const twice = target.times(2);
  const last = twice.greaterThan(100) ? asDecimal(100) : twice;
  const step = last.greaterThan(10) ? dividedUp(last, 14, 2) : asDecimal(0.5);
  const points = [target, last];
  for (let point = nil; point.lessThan(last); point = point.plus(step)) points.push(point);
  points.sort((a, b) => a.comparedTo(b));
  return points.filter((point, index) => index === 0 || !point.equals(points[index - 1] ?? nil));
}

interface Assuming {
  readonly label: string;
  readonly what: string;
  readonly percent: Decimal;
}

/** The payments of four quarters in one formula: for each the reduction so far, and what it counts up to. */
function yearAt(
  terms: PerformancePaymentRule,
  { pot, plannedReduction, quarters }: PartnerPot,
  { label, what, percent }: Assuming,
): Money | undefined {
  const change = { kind: 'percent', percent: percent.negated() } as const;
  const admissions = quarters.map(({ measured, baseline, plan }) => ({
    baseline,
    plan,
    actual: baseline && assumedAdmissions({ label, measured, baseline }, change),
  }));
  const counts = allKnown(
    quarters.flatMap((quarter, index) => [
      reduction(wouldBeAchieved(label, quarter), 'actual', admissions.slice(0, index + 1)),
      ...(terms.cap === 'planned' ? [quarter.plannedCumulative] : []),
    ]),
  );
  if (plannedReduction === undefined || counts === undefined) return undefined;
  return Figure.money({
    what,
    how: `quarter by quarter: ${paymentInWords(terms)}; the four added up`,
    rule: ruleOf('R3', terms),
    terms: plus(pot, plannedReduction, ...counts),
    formula: ([all = none, year = none, ...inputs]) => {
      const paid: Expression[] = [];
      const width = terms.cap === 'planned' ? 2 : 1;
      for (let at = 0; at < inputs.length; at += width) {
        const [achieved = none, limit = year] = inputs.slice(at, at + width);
        paid.push(roundedTo(placesOfMoney, paymentOf(terms, { pot: all, year, achieved, limit, paid: [...paid] })));
      }
      return added(...paid);
    },
  });
}
