import type { PerformancePaymentRule } from '../agreement/agreement.js';
import type { MeasuredQuarter } from '../agreement/measured-quarters.js';
import { type Pence, sum } from '../money/pence.js';
import { dividedRounded } from '../money/split.js';

/** What the agreement says of paying for performance: the terms that the calculation needs. */
export type PerformanceTerms = Pick<PerformancePaymentRule, 'cap' | 'clawback'>;

/** One measured quarter of one partner: admissions, undefined where they are not known. */
export interface QuarterAdmissions extends MeasuredQuarter {
  readonly baseline: number | undefined;
  readonly plan: number | undefined;
  readonly actual: number | undefined;
  /** Whether its payment quarter has begun to count: it is not after the quarter asked for. */
  readonly isDue: boolean;
}

/** `not-yet-due` is paid after the quarter asked for; `not-reported` waits for admissions, its own or earlier ones. */
export type PaymentStatus = 'reported' | 'not-reported' | 'not-yet-due';

export interface QuarterPayment extends QuarterAdmissions {
  readonly plannedCumulative: number | undefined;
  readonly achievedCumulative: number | undefined;
  /** The most that can have been paid by now if everything planned was achieved; never falls. */
  readonly maximumPence: Pence | undefined;
  readonly paymentPence: Pence | undefined;
  readonly paidCumulativePence: Pence | undefined;
  /** Not earned so far: the maximum less what was paid; at the year end the pot less what was paid. */
  readonly retainedPence: Pence | undefined;
  readonly status: PaymentStatus;
}

export interface PotPayments {
  readonly potPence: Pence;
  /** D₄: the reduction planned for the year; undefined where a baseline or a plan is missing. */
  readonly plannedReduction: number | undefined;
  readonly quarters: readonly QuarterPayment[];
  readonly paymentPence: Pence;
  /** Not earned as at the last quarter paid. */
  readonly retainedPence: Pence;
  /** Not yet measured: what may still be earned or retained. Payment + retained + this is the pot. */
  readonly toComePence: Pence;
}

/**
 * R3 for one partner's pot: what each quarter pays, cumulatively, from its own admissions and nobody else's. An
 * admission not needed is worth pot ÷ planned reduction. Rounded once, at the payment, to the penny, half away from
 * zero. Without admissions nothing is computed for that quarter or a later one.
 */
export function potPayments(
  { cap, clawback }: PerformanceTerms,
  potPence: Pence,
  admissions: readonly QuarterAdmissions[],
): PotPayments {
  const plannedReduction = reductionOf(admissions, 'plan');
  let isOpen = true;
  let maximum: Pence = 0n;
  let paidPence: Pence = 0n;
  let retainedPence: Pence = 0n;
  const quarters = admissions.map((quarter, index): QuarterPayment => {
    const soFar = admissions.slice(0, index + 1);
    const plannedCumulative = reductionOf(soFar, 'plan');
    const achievedCumulative = reductionOf(soFar, 'actual');
    const isLast = index === admissions.length - 1;
    const known = { ...quarter, plannedCumulative };
    if (plannedReduction === undefined || plannedCumulative === undefined) {
      return { ...known, ...nothing, achievedCumulative, maximumPence: undefined, status: waiting(quarter) };
    }
    const worth = (reduction: number) => worthOf(potPence, Math.min(reduction, plannedReduction), plannedReduction);
    maximum = larger(maximum, roundedWorth(worth(Math.max(0, plannedCumulative))));
    const maximumPence = maximum;
    isOpen = isOpen && quarter.isDue && achievedCumulative !== undefined;
    if (!isOpen || achievedCumulative === undefined) {
      return { ...known, ...nothing, achievedCumulative, maximumPence, status: waiting(quarter) };
    }
    const limit = cap === 'planned' ? Math.max(0, plannedCumulative) : plannedReduction;
    const entitled = worth(Math.max(0, Math.min(achievedCumulative, limit)));
    const duePence = dividedRounded(entitled.amount - paidPence * entitled.divisor, entitled.divisor);
    const paymentPence = clawback ? duePence : larger(0n, duePence);
    paidPence += paymentPence;
    retainedPence = (isLast ? potPence : maximumPence) - paidPence;
    const paid = { paymentPence, paidCumulativePence: paidPence, retainedPence };
    return { ...known, achievedCumulative, maximumPence, ...paid, status: 'reported' };
  });
  const paymentPence = sum(quarters.map((quarter) => quarter.paymentPence ?? 0n));
  const toComePence = potPence - paymentPence - retainedPence;
  return { potPence, plannedReduction, quarters, paymentPence, retainedPence, toComePence };
}

/** Whether any quarter of a pot could be computed: before, what it has earned is not known. */
export function isReported({ quarters }: Pick<PotPayments, 'quarters'>): boolean {
  return quarters.some(({ status }) => status === 'reported');
}

const nothing = { paymentPence: undefined, paidCumulativePence: undefined, retainedPence: undefined };

function waiting({ isDue }: QuarterAdmissions): PaymentStatus {
  return isDue ? 'not-reported' : 'not-yet-due';
}

/** Baseline less plan, or less actual, over some quarters; undefined where any is not known. */
function reductionOf(admissions: readonly QuarterAdmissions[], than: 'plan' | 'actual'): number | undefined {
  let reduction = 0;
  for (const { baseline, [than]: counted } of admissions) {
    if (baseline === undefined || counted === undefined) return undefined;
    reduction += baseline - counted;
  }
  return reduction;
}

interface Worth {
  readonly amount: bigint;
  readonly divisor: bigint;
}

/** What a reduction is worth, exactly, as a fraction of pence. Nothing can be earned where no reduction is planned. */
function worthOf(potPence: Pence, reduction: number, plannedReduction: number): Worth {
  if (plannedReduction <= 0) return { amount: 0n, divisor: 1n };
  return { amount: potPence * BigInt(reduction), divisor: BigInt(plannedReduction) };
}

function roundedWorth({ amount, divisor }: Worth): Pence {
  return dividedRounded(amount, divisor);
}

function larger(a: Pence, b: Pence): Pence {
  return a > b ? a : b;
}
