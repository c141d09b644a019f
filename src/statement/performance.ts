import { labelOf } from '../agreement/bodies.js';
import { grouped } from '../diagnostics/entry.js';
import { asFraction, inPlaces } from '../money/decimal.js';
import { inWords, toPounds } from '../money/format-money.js';
import { over, rounded, whole } from '../money/fraction.js';
import { type Pence, sum } from '../money/pence.js';
import { dividedRounded } from '../money/split.js';
import type { Books } from '../rules/check.js';
import { type NationalItem, nationalReturn } from '../rules/national-return.js';
import { isPotDerived, type PartnerPerformance, performanceOf } from '../rules/performance.js';
import { isReported, type PotPayments, type QuarterPayment } from '../rules/performance-payment.js';
import { toFigures } from './figures.js';
import type { PerformanceQuarter, PerformanceStatement } from './performance-schema.js';
import type { TextFigures } from './reconciliation-schema.js';

/** Payment for performance (R3), partner by partner and as the national return has it; undefined without such a rule. */
export function performanceStatement(books: Books): PerformanceStatement | undefined {
  const { agreement } = books;
  const rule = agreement.performanceRule;
  if (rule === undefined) return undefined;
  const partners = performanceOf(books);
  const { price: pounds, targetPercent, heading } = rule;
  const potPence = sum(partners.map((own) => own.potPence));
  const price = pounds === undefined ? {} : { price: inPlaces(pounds) };
  return {
    heading,
    label: agreement.headings.get(heading)?.name ?? heading,
    clause: rule.clause,
    cap: rule.cap,
    clawback: rule.clawback,
    ...price,
    ...(targetPercent !== undefined && { targetPercent: inPlaces(targetPercent) }),
    partners: partners.map((own) => {
      const locality = agreement.partners.get(own.partner)?.locality;
      const because = rule.pots.get(own.partner)?.because;
      return {
        partner: own.partner,
        label: labelOf(agreement, own.partner),
        ...(locality !== undefined && { locality }),
        ...price,
        isPotDerived: isPotDerived(books, own.partner),
        ...(because !== undefined && { potBecause: because }),
        ...potDocument(own, (quarter) => whyOf(own, quarter, rule)),
      };
    }),
    totals: {
      pot: toPounds(potPence),
      ...totalsOf(partners),
      ...(pounds?.greaterThan(0) && {
        reductionAtPrice: Number(rounded(over(whole(potPence), asFraction(pounds.times(100))))),
      }),
    },
    nationalReturn: nationalDocument(books, partners, nationalReturn(rule, partners)),
  };
}

/** Performance money that was not earned: to date, and by the forecast. It never enters the pool. */
export function retainedFigures(books: Books, partner?: string): TextFigures {
  const { agreement, asAt, forecast } = books;
  const rule = agreement.performanceRule;
  const own = performanceOf(books).filter((one) => partner === undefined || one.partner === partner);
  const expected = own.map(({ partner: schedule, potPence }) => {
    const where = { schedule, heading: rule?.heading ?? '' };
    return forecast.list('applied', where).length === 0 ? undefined : potPence - forecast.applied(where);
  });
  const isForecast = !forecast.isEmpty && expected.every((pence) => pence !== undefined);
  return toFigures({
    plan: 0n,
    actual: asAt === undefined ? undefined : knownOf(own)?.retainedPence,
    forecast: isForecast ? sum(expected.map((pence) => pence ?? 0n)) : undefined,
  });
}

function potDocument(own: PotPayments, why: (quarter: QuarterPayment) => string) {
  const { potPence, plannedReduction, quarters } = own;
  const isEarnable = plannedReduction !== undefined && plannedReduction > 0;
  return {
    pot: toPounds(potPence),
    ...(plannedReduction !== undefined && { plannedReduction }),
    ...(isEarnable && { valuePerAdmission: toPounds(dividedRounded(potPence, BigInt(plannedReduction))) }),
    quarters: quarters.map((quarter, index) => quarterDocument(quarters.slice(0, index + 1), quarter, why(quarter))),
    totals: totalsOf([own]),
  };
}

/** What some pots have earned, not earned, and may still earn. */
export function totalsOf(pots: readonly PotPayments[]): PerformanceStatement['partners'][number]['totals'] {
  const known = knownOf(pots);
  return {
    ...(known && { payment: toPounds(known.paymentPence), retained: toPounds(known.retainedPence) }),
    toCome: toPounds(sum(pots.map(({ toComePence }) => toComePence))),
  };
}

/** What some pots have earned and not earned; undefined where none is reported, or one that can be earned is not. */
function knownOf(pots: readonly PotPayments[]): Record<'paymentPence' | 'retainedPence', Pence> | undefined {
  const reported = pots.filter(isReported);
  const isWaiting = pots.some((pot) => pot.potPence > 0n && !isReported(pot));
  if (isWaiting || (reported.length === 0 && pots.length > 0)) return undefined;
  return {
    paymentPence: sum(reported.map(({ paymentPence }) => paymentPence)),
    retainedPence: sum(reported.map(({ retainedPence }) => retainedPence)),
  };
}

function quarterDocument(soFar: readonly QuarterPayment[], quarter: QuarterPayment, why: string): PerformanceQuarter {
  const { measured, paidIn, baseline, plan, actual, plannedCumulative, achievedCumulative, status } = quarter;
  const { maximumPence, paymentPence, paidCumulativePence, retainedPence } = quarter;
  const base = soFar.reduce<number>((total, one) => total + (one.baseline ?? 0), 0);
  const plannedPercent = percentOf(plannedCumulative, base);
  const achievedPercent = percentOf(achievedCumulative, base);
  return {
    measured,
    paidIn,
    ...(baseline !== undefined && { baseline }),
    ...(plan !== undefined && { plan }),
    ...(actual !== undefined && { actual }),
    ...(plannedCumulative !== undefined && { plannedCumulative }),
    ...(achievedCumulative !== undefined && { achievedCumulative }),
    ...(plannedPercent !== undefined && { plannedPercent }),
    ...(achievedPercent !== undefined && { achievedPercent }),
    ...(maximumPence !== undefined && { maximum: toPounds(maximumPence) }),
    ...(paymentPence !== undefined && { payment: toPounds(paymentPence) }),
    ...(paidCumulativePence !== undefined && { paidCumulative: toPounds(paidCumulativePence) }),
    ...(retainedPence !== undefined && { retainedToDate: toPounds(retainedPence) }),
    status,
    why,
  };
}

/** A reduction in percent of a baseline, to two places, half away from zero; undefined where either is not known. */
export function percentOf(reduction: number | undefined, baseline: number): string | undefined {
  if (reduction === undefined || baseline === 0) return undefined;
  return toPounds(dividedRounded(BigInt(reduction) * 10_000n, BigInt(baseline)));
}

/** Why a quarter paid what it did, in words. */
function whyOf(own: PotPayments, quarter: QuarterPayment, rule: { cap: 'planned' | 'annual' }): string {
  const { achievedCumulative: achieved, plannedCumulative: planned, retainedPence } = quarter;
  if (quarter.status === 'not-yet-due') return 'not yet due';
  if (own.plannedReduction === undefined) return 'not computed: a baseline or a plan is missing';
  if (quarter.status === 'not-reported' || achieved === undefined || planned === undefined) {
    return quarter.actual === undefined ? 'not yet reported' : 'waits for an earlier quarter';
  }
  if (own.plannedReduction <= 0) return 'no reduction is planned, so no pot can be earned';
  const paidPence = quarter.paymentPence ?? 0n;
  const change = achieved < 0 ? `${grouped(-achieved)} more than the baseline` : `${grouped(achieved)} fewer`;
  const plan = planned < 0 ? `a rise of ${grouped(-planned)} planned` : `${grouped(planned)} planned`;
  const against = `${change}, ${plan}`;
  const beyond = achieved - Math.max(0, planned);
  if (paidPence < 0n) return `${against}: the reversal takes back ${inWords(-paidPence)}`;
  if (achieved <= 0 && paidPence === 0n && (quarter.paidCumulativePence ?? 0n) === 0n)
    return `${against}: nothing earned`;
  if ((retainedPence ?? 0n) < 0n) return `${against}: earned ahead of the plan`;
  if (beyond > 0 && rule.cap === 'planned') return `${against}: the ${grouped(beyond)} beyond the plan buy nothing`;
  if (retainedPence === 0n) return `${against}: all of it earned`;
  return paidPence === 0n ? `${against}: no more than was paid for already` : against;
}

function nationalDocument(
  { agreement }: Books,
  partners: readonly PartnerPerformance[],
  national: ReturnType<typeof nationalReturn>,
): PerformanceStatement['nationalReturn'] {
  const upTo = partners[0]?.quarters[national.quarters - 1]?.measured;
  return {
    ...(upTo !== undefined && {
      upTo,
      payment: toPounds(national.paymentPence),
      ours: toPounds(national.ourPence),
      difference: toPounds(national.differencePence),
    }),
    area: potDocument(national.area, () => 'the whole area, netted'),
    items: national.items.map((item) => ({
      kind: item.kind,
      ...(item.partner !== undefined && { partner: item.partner, label: labelOf(agreement, item.partner) }),
      ...(item.admissions !== undefined && { admissions: item.admissions }),
      amount: toPounds(item.amountPence),
      message: itemWords(item, item.partner === undefined ? '' : labelOf(agreement, item.partner)),
    })),
  };
}

function itemWords({ kind, admissions = 0, amountPence }: NationalItem, label: string): string {
  const many = `${grouped(admissions)} admission${admissions === 1 ? '' : 's'}`;
  switch (kind) {
    case 'rise-not-netted':
      return `${label}: a rise of ${many} that the national return nets off the others, and this agreement does not`;
    case 'beyond-plan':
      return `${label}: ${many} fewer beyond its plan, which count nationally and buy nothing here`;
    case 'value':
      return `${label}: ${many} at the area’s value in place of its own`;
    case 'kept':
      return `${label}: paid before a later rise, and kept`;
    case 'area-limit':
      return amountPence < 0n
        ? 'the area as a whole is held to its own plan'
        : 'the area as a whole is paid no less than nil, and keeps what was paid before a later rise';
    case 'rounding':
      return 'rounding to the penny';
  }
}
