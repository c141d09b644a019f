import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { headingFigures } from '../rules/applied.js';
import type { Books } from '../rules/check.js';
import { outsideReason, type VarianceLine, varianceLines } from '../rules/variance.js';
import { type Virement, virementsOf } from '../rules/virements.js';
import { byLocality } from './variance-localities.js';
import type { VarianceLineStatement, VarianceSection, VirementStatement } from './variance-schema.js';
import { varianceSums } from './variance-sums.js';

/** Over- and underspends (R4): every line with who bears it, and what they come to by body, locality and host. */
export function varianceStatement(books: Books): {
  readonly variances: VarianceLineStatement[];
  readonly varianceTotals: VarianceSection;
  readonly virements: VirementStatement[];
} {
  const lines = varianceLines(books);
  const variances = lines.map((line) => lineDocument(books, line));
  const varianceTotals = totals(books, lines);
  return {
    variances,
    varianceTotals: { ...varianceTotals, ...varianceSums(variances, varianceTotals) },
    virements: virementsOf(books).map((virement) => virementDocument(books, virement)),
  };
}

function virementDocument({ agreement }: Books, virement: Virement): VirementStatement {
  const { schedule, from, to, amountPence, approvedBy, breach } = virement;
  return {
    schedule,
    label: labelOf(agreement, schedule),
    from,
    fromLabel: agreement.headings.get(from)?.name ?? from,
    to,
    toLabel: agreement.headings.get(to)?.name ?? to,
    amount: toPounds(amountPence),
    approvedBy: [...approvedBy],
    status: breach === undefined ? 'applied' : 'refused',
    why: breach === undefined ? 'applied' : `refused: ${breach.reason}`,
  };
}

function lineDocument(books: Books, line: VarianceLine): VarianceLineStatement {
  const { agreement } = books;
  const { appliedBy, heading, schedule, pool, variancePence, actualPence, planPence, virementsPence, forecastPence } =
    line;
  const locality = agreement.partners.get(schedule)?.locality;
  const overspentPence = actualPence === undefined ? 0n : actualPence - planPence - virementsPence;
  return {
    appliedBy,
    appliedByLabel: labelOf(agreement, appliedBy),
    heading,
    label: agreement.headings.get(heading)?.name ?? heading,
    schedule,
    scheduleLabel: labelOf(agreement, schedule),
    ...(locality !== undefined && { locality }),
    pool,
    plan: toPounds(planPence),
    virements: toPounds(virementsPence),
    ...(actualPence !== undefined && { actual: toPounds(actualPence) }),
    ...(forecastPence !== undefined && { forecast: toPounds(forecastPence) }),
    basis: line.basis,
    ...(variancePence !== undefined && { variance: toPounds(variancePence) }),
    direction: directionOf(variancePence),
    ...(overspentPence > 0n && { overspentToDate: toPounds(overspentPence) }),
    policy: line.policy,
    clause: line.rule.clause,
    borneBy: line.borneBy.map(({ code, amountPence }) => ({
      partner: code,
      label: labelOf(agreement, code),
      amount: toPounds(amountPence),
    })),
    why: whyOf(books, line),
  };
}

function directionOf(variancePence: Pence | undefined): VarianceLineStatement['direction'] {
  if (variancePence === undefined) return 'not-known';
  return variancePence > 0n ? 'overspend' : variancePence < 0n ? 'underspend' : 'none';
}

function whyOf({ agreement, asAt }: Books, line: VarianceLine): string {
  const { variancePence, borneBy, policy, actualPence = 0n, planPence, virementsPence, forecastPence } = line;
  if (variancePence === undefined) return 'no forecast as at this quarter, so the outturn is not known';
  const parts = [variancePence === 0n ? 'on plan' : borneInWords(agreement, variancePence, policy, borneBy)];
  const overspentPence = actualPence - planPence - virementsPence;
  const isOff = asAt === 'Q4' && line.actualPence !== undefined && (forecastPence ?? actualPence) !== actualPence;
  if (isOff) parts.push(`from what was spent it is ${signed(overspentPence)}`);
  else if (asAt !== 'Q4' && overspentPence > 0n) parts.push(`${inWords(overspentPence)} above the year’s plan already`);
  return parts.join('; ');
}

function borneInWords(
  agreement: Agreement,
  variancePence: Pence,
  policy: VarianceLine['policy'],
  borneBy: VarianceLine['borneBy'],
): string {
  const [only] = borneBy;
  if (policy === 'responsible-body' && only !== undefined) {
    return `${labelOf(agreement, only.code)} ${variancePence > 0n ? 'pays' : 'holds'}`;
  }
  const spread = borneBy.map(
    ({ code, amountPence }) => `${labelOf(agreement, code)} ${inWords(absolute(amountPence))}`,
  );
  return `${words[policy]}, ${variancePence > 0n ? 'to pay' : 'to hold'}: ${spread.join(', ')}`;
}

function signed(variancePence: Pence): string {
  if (variancePence === 0n) return 'none';
  return `${inWords(absolute(variancePence))} ${variancePence > 0n ? 'over' : 'under'}`;
}

const words: Readonly<Record<VarianceLine['policy'], string>> = {
  'responsible-body': 'the body to which the funds were applied',
  equal: 'shared equally',
  'pro-rata': 'shared in proportion to contributions',
  'fixed-shares': 'shared as fixed',
  'lead-commissioner': 'the lead commissioner’s',
  capped: 'shared up to the limit, then the lead’s',
};

function totals(
  books: Books,
  lines: readonly VarianceLine[],
): Omit<VarianceSection, 'onPlan' | 'withOutside' | 'borne' | 'held'> {
  const known = lines.flatMap(({ variancePence }) => variancePence ?? []);
  const isActual = lines.some(({ actualPence }) => actualPence !== undefined);
  const isForecast = lines.length > 0 && lines.every(({ forecastPence }) => forecastPence !== undefined);
  return {
    plan: toPounds(sum(lines.map(({ planPence }) => planPence))),
    virements: toPounds(sum(lines.map(({ virementsPence }) => virementsPence))),
    ...(isActual && { actual: toPounds(sum(lines.map(({ actualPence = 0n }) => actualPence))) }),
    ...(isForecast && { forecast: toPounds(sum(lines.map(({ forecastPence = 0n }) => forecastPence))) }),
    ...(known.length > 0 && { variance: toPounds(sum(known)) }),
    unknown: lines.length - known.length,
    outside: outsideLines(books),
    byBody: byBody(books, lines),
    byLocality: byLocality(books, lines),
    hosts: hosts(books, lines),
  };
}

function outsideLines(books: Books): VarianceSection['outside'] {
  return [...books.agreement.headings.values()].flatMap(({ code, name }) => {
    const kind = outsideReason(books, code);
    if (kind === undefined) return [];
    const { plan, actual, forecast } = headingFigures(books).get(code) ?? {};
    const outturn = books.asAt === 'Q4' ? (actual ?? forecast) : forecast;
    return [
      {
        kind,
        heading: code,
        label: name,
        plan: String(plan ?? '0.00'),
        virements: '0.00',
        ...(actual && { actual: String(actual) }),
        ...(forecast && { forecast: String(forecast) }),
        ...(outturn && { variance: toPounds(outturn.amount - (plan?.amount ?? 0n)) }),
        why: outsideWords(books, kind, code),
      },
    ];
  });
}

function outsideWords({ agreement, actual }: Books, kind: 'performance' | 'ring-fenced', heading: string): string {
  if (kind === 'performance') return 'what is not earned is retained by its CCG, and never paid in';
  const source = fenceOfHeading(agreement, heading)?.source ?? '';
  const broughtForwardPence = actual.broughtForward({ purpose: heading });
  const before = broughtForwardPence === 0n ? '' : `, with ${inWords(broughtForwardPence)} brought forward to it`;
  return `ring-fenced ${agreement.sources.get(source)?.name ?? source}${before}: see Ring-fences`;
}

function byBody({ agreement }: Books, lines: readonly VarianceLine[]): VarianceSection['byBody'] {
  const shares = lines.flatMap(({ borneBy }) => borneBy);
  const bodies = [...agreement.bodies.keys()].filter((code) => shares.some((share) => share.code === code));
  return bodies.map((code) => {
    const own = shares.filter((share) => share.code === code).map(({ amountPence }) => amountPence);
    const bornePence = sum(own.filter((amountPence) => amountPence > 0n));
    const netPence = sum(own);
    return {
      partner: code,
      label: labelOf(agreement, code),
      borne: toPounds(bornePence),
      held: toPounds(bornePence - netPence),
      net: toPounds(netPence),
    };
  });
}

function hosts({ agreement }: Books, lines: readonly VarianceLine[]): VarianceSection['hosts'] {
  return [...agreement.pools.values()].flatMap(({ code, host }) => {
    const own = lines.filter(({ pool }) => pool === code);
    const named = { pool: code, host, hostLabel: labelOf(agreement, host) };
    if (own.length === 0) return [];
    if (own.some(({ variancePence }) => variancePence === undefined)) return [named];
    const shares = own.filter(({ variancePence = 0n }) => variancePence > 0n).flatMap(({ borneBy }) => borneBy);
    const allPence = sum(shares.map(({ amountPence }) => amountPence));
    const ownPence = sum(shares.filter((share) => share.code === host).map(({ amountPence }) => amountPence));
    const known = { own: toPounds(ownPence), protectedFrom: toPounds(allPence - ownPence) };
    return [{ ...named, overspends: toPounds(allPence), ...known }];
  });
}
