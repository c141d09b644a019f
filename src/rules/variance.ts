import type { VarianceRule } from '../agreement/agreement.js';
import { fenceOfHeading, isPaidAsReleased } from '../agreement/tied-money.js';
import type { RuleReference } from '../diagnostics/diagnostic.js';
import { BookView } from '../journal/book-view.js';
import { Journal } from '../journal/journal.js';
import type { Pence } from '../money/pence.js';
import { sum } from '../money/pence.js';
import type { Share } from '../money/split.js';
import type { Books } from './check.js';
import { spentPence } from './known.js';
import { keyOf, type LineKey, lineOf } from './lines.js';
import { oncePer } from './once-per.js';
import { borne, type Division } from './variance-policies/borne.js';
import { belowLimit } from './variance-policies/capped.js';
import { policyOf } from './variance-policies/policies.js';
import { viredPence } from './virements.js';

/** A line of R4: what was planned, what became of it, and who bears the difference. */
export interface VarianceLine extends LineKey {
  readonly pool: string;
  readonly planPence: Pence;
  readonly virementsPence: Pence;
  readonly actualPence: Pence | undefined;
  readonly forecastPence: Pence | undefined;
  /** What the outturn is taken from. */
  readonly basis: 'forecast' | 'actual' | 'none';
  /** Outturn less plan and virements; positive is an overspend. Undefined where the outturn is not known. */
  readonly variancePence: Pence | undefined;
  readonly policy: VarianceRule['policy'];
  /** The rule that says so: of a fenced heading its fence. */
  readonly rule: RuleReference;
  /** What was declared for the heading, a fence apart. */
  readonly declared: VarianceRule;
  readonly division: Division;
  readonly borneBy: readonly Share[];
}

/** Why a heading is left out of R4: it is paid as earned, or a grant with a fence of its own; undefined where it is in. */
export function outsideReason(
  { agreement }: Pick<Books, 'agreement'>,
  heading: string,
): 'performance' | 'ring-fenced' | undefined {
  if (isPaidAsReleased(agreement, heading)) return 'performance';
  return fenceOfHeading(agreement, heading)?.source === undefined ? undefined : 'ring-fenced';
}

/** Every line inside R4, in the agreement's order of headings, then schedules, with who bears its variance. */
export const varianceLines = oncePer((books: Books): readonly VarianceLine[] =>
  attributed(
    books,
    linesOf(books).map((line) => measured(books, line, books.forecast)),
  ),
);

/** The same from what was spent, whatever was forecast: what is settled at the year end. */
export const spentVarianceLines = oncePer((books: Books): readonly VarianceLine[] =>
  attributed(
    books,
    linesOf(books).map((line) => measured(books, line, nothingForecast)),
  ),
);

const nothingForecast = new BookView(new Journal(), 'forecast');

function attributed(books: Books, found: readonly Measured[]): VarianceLine[] {
  const below = sharedParts(found);
  return found.map(({ line, terms, ...figures }) => {
    const { variancePence = 0n } = figures;
    const { policy, rule, declared } = terms;
    const division = divisionOf(books, line, { ...terms, pool: figures.pool }, below.get(keyOf(line)) ?? variancePence);
    const borneBy = borne(variancePence, division);
    if (sum(borneBy.map(({ amountPence }) => amountPence)) !== variancePence) {
      throw new Error(`a variance is not attributed whole: ${keyOf(line)}`);
    }
    return { ...line, ...figures, policy, rule, declared, division, borneBy };
  });
}

function linesOf(books: Books): LineKey[] {
  const { agreement, plan, actual, forecast } = books;
  const found = new Map<string, LineKey>();
  for (const book of [plan, actual, forecast]) {
    for (const { account } of book.list('applied')) found.set(keyOf(account), lineOf(account));
  }
  const lines = new Map<string, LineKey[]>();
  for (const line of found.values()) {
    const key = [line.heading, line.schedule].join('\0');
    lines.set(key, [...(lines.get(key) ?? []), line]);
  }
  return [...agreement.headings.values()]
    .filter(({ code }) => outsideReason(books, code) === undefined)
    .flatMap((heading) =>
      [...agreement.partners.keys()].flatMap((schedule) => {
        const own = lines.get([heading.code, schedule].join('\0')) ?? [];
        // Budget that came by virement may have no line to go to.
        const vired = { schedule, heading: heading.code, appliedBy: viredBody(books, schedule, heading.code) };
        const isMissing = !own.some(({ appliedBy }) => appliedBy === vired.appliedBy);
        if (isMissing && viredPence(books, schedule, heading.code) !== 0n) own.push(vired);
        return own.sort((a, b) => (a.appliedBy < b.appliedBy ? -1 : 1));
      }),
    );
}

interface Measured extends Omit<VarianceLine, keyof LineKey | 'borneBy' | 'policy' | 'rule' | 'declared' | 'division'> {
  readonly line: LineKey;
  readonly terms: Terms;
}

/** The rule that decides for a line, and what the statement names as such. */
interface Terms {
  readonly declared: VarianceRule;
  readonly policy: VarianceRule['policy'];
  readonly rule: RuleReference;
}

function measured(books: Books, line: LineKey, forecast: BookView): Measured {
  const { agreement, plan, asAt } = books;
  const { schedule, heading, appliedBy } = line;
  const planPence = plan.applied(line);
  const isViredTo = viredBody(books, schedule, heading) === appliedBy;
  const virementsPence = isViredTo ? viredPence(books, schedule, heading) : 0n;
  const actualPence = spentPence(books, line);
  const isNothing = planPence === 0n && virementsPence === 0n && (actualPence ?? 0n) === 0n;
  const isForecast = !forecast.isEmpty && (isNothing || forecast.list('applied', line).length > 0);
  const forecastPence = isForecast ? forecast.applied(line) : undefined;
  const isSpent = asAt === 'Q4' && actualPence !== undefined;
  const basis = isForecast ? 'forecast' : isSpent ? 'actual' : 'none';
  const outturnPence = basis === 'none' ? undefined : (forecastPence ?? actualPence);
  const variancePence = outturnPence === undefined ? undefined : outturnPence - planPence - virementsPence;
  const pool = agreement.headings.get(heading)?.pool ?? '';
  const terms = ruleFor(books, heading);
  return { line, terms, pool, planPence, virementsPence, actualPence, forecastPence, basis, variancePence };
}

/**
 * Whose budget a virement moves: virements are between headings of a schedule; where several bodies spend a heading of
 * it, they fall on the one with the lowest code, and where none is planned to, on the body that the heading names.
 */
export function viredBody({ agreement, plan }: Books, schedule: string, heading: string): string {
  const bodies = plan.list('applied', { schedule, heading }).map(({ account }) => account.appliedBy);
  const [first] = bodies.sort();
  const named = agreement.headings.get(heading)?.appliedBy ?? '';
  const isMember = agreement.groups.get(named)?.members.includes(schedule) ?? false;
  return first ?? (isMember ? schedule : named);
}

/** The rule that decides for a heading: its own, its pool's, the one for all; else the body that spent bears it. */
function ruleFor({ agreement }: Books, heading: string): Terms {
  const { varianceRules } = agreement;
  const pool = agreement.headings.get(heading)?.pool;
  const declared =
    varianceRules.find((one) => one.heading === heading) ??
    varianceRules.find((one) => one.heading === undefined && one.pool !== undefined && one.pool === pool) ??
    varianceRules.find((one) => one.heading === undefined && one.pool === undefined) ??
    undeclared;
  const fence = fenceOfHeading(agreement, heading);
  // Ring-fenced money is held for its purpose and never shared (R2).
  return fence === undefined
    ? { declared, policy: declared.policy, rule: declared }
    : { declared, policy: 'responsible-body', rule: fence };
}

const undeclared: VarianceRule = {
  id: '',
  kind: 'variance',
  clause: 'no policy declared',
  policy: 'responsible-body',
  shares: new Map(),
  limitPence: 0n,
  sharedBy: 'pro-rata',
};

/** By what weights a line's variance is shared under its rule, how much of it, and who leads. */
function divisionOf(
  { agreement }: Books,
  { appliedBy }: LineKey,
  { declared, policy, pool }: Terms & { readonly pool: string },
  sharedPence: Pence,
): Division {
  const { among, shares, sharedBy } = declared;
  const sharers = new Map<string, Pence>();
  for (const { partner, amountPence, pool: own } of agreement.contributions) {
    if (own !== pool || (among !== undefined && !among.includes(partner))) continue;
    sharers.set(partner, (sharers.get(partner) ?? 0n) + amountPence);
  }
  for (const partner of among ?? []) if (!sharers.has(partner)) sharers.set(partner, 0n);
  const lead = declared.lead ?? agreement.pools.get(pool)?.host ?? '';
  return { weights: policyOf({ policy, sharedBy })({ appliedBy, sharers, shares, lead }), lead, sharedPence };
}

/** Of the lines under each capped rule, the part below its limit. */
function sharedParts(lines: readonly Measured[]): Map<string, Pence> {
  const capped = lines.filter(({ terms }) => terms.policy === 'capped');
  const parts = new Map<string, Pence>();
  for (const declared of new Set(capped.map(({ terms }) => terms.declared))) {
    const own = capped.filter(({ terms }) => terms.declared === declared);
    const variances = new Map(own.map(({ line, variancePence }) => [keyOf(line), variancePence ?? 0n]));
    for (const [key, sharedPence] of belowLimit(declared.limitPence, variances)) parts.set(key, sharedPence);
  }
  return parts;
}
