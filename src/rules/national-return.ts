import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { type Pence, sum } from '../money/pence.js';
import { dividedRounded } from '../money/split.js';
import type { PartnerPerformance } from './performance.js';
import { type PotPayments, potPayments, type QuarterAdmissions } from './performance-payment.js';

/** Why the area's figure and the sum of the partners' differ. */
export type NationalItemKind = 'rise-not-netted' | 'beyond-plan' | 'value' | 'kept' | 'area-limit' | 'rounding';

const itemKinds: readonly NationalItemKind[] = ['rise-not-netted', 'beyond-plan', 'kept', 'value'];

export interface NationalItem {
  readonly kind: NationalItemKind;
  /** Absent for what is the area's. */
  readonly partner?: string;
  readonly admissions?: number;
  readonly amountPence: Pence;
}

export interface NationalReturn {
  /** The whole area as one pot: what the national return would say. */
  readonly area: PotPayments;
  /** How many quarters every partner has reported: both figures are of these. */
  readonly quarters: number;
  readonly paymentPence: Pence;
  /** Our payments, partner by partner, of the same quarters. */
  readonly ourPence: Pence;
  /** National less ours; the items add up to it. */
  readonly differencePence: Pence;
  readonly items: readonly NationalItem[];
}

/**
 * R3: the national return nets the whole area's admissions; this agreement pays each partner by itself. Both, over the
 * quarters that all have reported, and what lies between them partner by partner, to the penny.
 */
export function nationalReturn(rule: PerformancePaymentRule, all: readonly PartnerPerformance[]): NationalReturn {
  const partners = all.filter(isMeasured);
  const counted = Math.min(...partners.map(reportedQuarters), 4);
  const area = potPayments(rule, sum(partners.map(({ potPence }) => potPence)), areaAdmissions(partners));
  const last = area.quarters[counted - 1];
  const paymentPence = last?.paidCumulativePence ?? 0n;
  const ourPence = sum(partners.map((partner) => partner.quarters[counted - 1]?.paidCumulativePence ?? 0n));
  const differencePence = paymentPence - ourPence;
  if (counted === 0) return { area, quarters: 0, paymentPence, ourPence, differencePence, items: [] };
  const value = new AreaValue(area);
  const between = partners.flatMap((partner) => itemsOf(rule, partner, counted, value));
  // What matters first: the few pounds that values differ by come after what was not netted.
  const items = itemKinds.flatMap((kind) => between.filter((item) => item.kind === kind));
  // What the area itself is held to: its plan, nil, and payments that a later rise does not take back.
  const netted = value.of(last?.achievedCumulative ?? 0);
  items.push({ kind: 'area-limit', amountPence: paymentPence - netted });
  const found = items.filter(({ amountPence }) => amountPence !== 0n);
  const roundingPence = differencePence - sum(found.map(({ amountPence }) => amountPence));
  if (roundingPence !== 0n) found.push({ kind: 'rounding', amountPence: roundingPence });
  return { area, quarters: counted, paymentPence, ourPence, differencePence, items: found };
}

/** What an admission is worth where the area is one pot. */
class AreaValue {
  readonly #pot: Pence;
  readonly #planned: number;

  constructor({ potPence, plannedReduction = 0 }: PotPayments) {
    this.#pot = plannedReduction > 0 ? potPence : 0n;
    this.#planned = plannedReduction > 0 ? plannedReduction : 1;
  }

  of(admissions: number): Pence {
    return dividedRounded(this.#pot * BigInt(admissions), BigInt(this.#planned));
  }
}

function itemsOf(
  rule: PerformancePaymentRule,
  own: PartnerPerformance,
  counted: number,
  value: AreaValue,
): NationalItem[] {
  const { partner, plannedReduction = 0 } = own;
  const last = own.quarters[counted - 1];
  const achieved = last?.achievedCumulative ?? 0;
  const planned = rule.cap === 'planned' ? (last?.plannedCumulative ?? 0) : plannedReduction;
  const limit = Math.max(0, planned);
  const bought = Math.max(0, Math.min(achieved, limit, plannedReduction));
  const rise = Math.min(0, achieved);
  const beyond = achieved - rise - bought;
  const entitledPence =
    plannedReduction > 0 ? dividedRounded(own.potPence * BigInt(bought), BigInt(plannedReduction)) : 0n;
  const paidPence = last?.paidCumulativePence ?? 0n;
  return [
    { kind: 'rise-not-netted', partner, admissions: -rise, amountPence: value.of(rise) },
    { kind: 'beyond-plan', partner, admissions: beyond, amountPence: value.of(beyond) },
    { kind: 'value', partner, admissions: bought, amountPence: value.of(bought) - entitledPence },
    { kind: 'kept', partner, amountPence: entitledPence - paidPence },
  ];
}

/** Whether the area waits for a partner: it has a pot, or reports admissions. */
function isMeasured({ potPence, quarters }: PartnerPerformance): boolean {
  return potPence > 0n || quarters.some(({ baseline }) => baseline !== undefined);
}

function reportedQuarters({ quarters }: PartnerPerformance): number {
  return quarters.filter(({ status }) => status === 'reported').length;
}

/** The area's admissions, quarter by quarter; not known where any partner's are not. */
function areaAdmissions(partners: readonly PartnerPerformance[]): QuarterAdmissions[] {
  const [first] = partners;
  return (first?.quarters ?? []).map(({ measured, paidIn, isDue }, index) => {
    const total = (count: 'baseline' | 'plan' | 'actual') =>
      partners.reduce<number | undefined>((so, partner) => {
        const own = partner.quarters[index]?.[count];
        return so === undefined || own === undefined ? undefined : so + own;
      }, 0);
    return { measured, paidIn, isDue, baseline: total('baseline'), plan: total('plan'), actual: total('actual') };
  });
}
