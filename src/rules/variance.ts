import type { Heading, VarianceRule } from '../agreement/agreement.js';
import { fenceOfHeading, isPaidAsReleased } from '../agreement/tied-money.js';
import { BookView } from '../journal/book-view.js';
import { Journal } from '../journal/journal.js';
import type { Pence } from '../money/pence.js';
import { sum } from '../money/pence.js';
import type { Share } from '../money/split.js';
import type { Books } from './check.js';
import { keyOf, type LineKey, lineOf, unforecastLines } from './forecasts.js';
import { oncePerBooks } from './once.js';
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
  readonly clause: string;
  readonly bornBy: readonly Share[];
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
export const varianceLines = oncePerBooks((books: Books): readonly VarianceLine[] =>
  attributed(
    books,
    linesOf(books).map((line) => measured(books, line, books.forecast)),
  ),
);

/** The same from what was spent, whatever was forecast: what is settled at the year end. */
export const spentVarianceLines = oncePerBooks((books: Books): readonly VarianceLine[] =>
  attributed(
    books,
    linesOf(books).map((line) => measured(books, line, nothingForecast)),
  ),
);

const nothingForecast = new BookView(new Journal(), 'forecast');

function attributed(books: Books, found: readonly Measured[]): VarianceLine[] {
  const below = sharedParts(found);
  return found.map(({ line, rule, ...figures }) => {
    const { variancePence } = figures;
    const bornBy =
      variancePence === undefined || variancePence === 0n
        ? []
        : policyOf(rule)({
            variancePence,
            appliedBy: line.appliedBy,
            ...termsOf(books, rule, figures.pool),
            sharedPence: below.get(keyOf(line)) ?? 0n,
          });
    const { policy, clause } = rule;
    const borne = bornBy.filter(({ amountPence }) => amountPence !== 0n);
    if (sum(borne.map(({ amountPence }) => amountPence)) !== (variancePence ?? 0n)) {
      throw new Error(`a variance is not attributed whole: ${keyOf(line)}`);
    }
    return { ...line, ...figures, policy, clause, bornBy: borne };
  });
}

function linesOf(books: Books): LineKey[] {
  const { agreement, plan, actual, forecast } = books;
  const lines = new Map<string, LineKey>();
  for (const book of [plan, actual, forecast]) {
    for (const { account } of book.list('applied')) lines.set(keyOf(account), lineOf(account));
  }
  return [...agreement.headings.values()]
    .filter(({ code }) => outsideReason(books, code) === undefined)
    .flatMap((heading) =>
      [...agreement.partners.keys()].flatMap((schedule) => {
        const own = [...lines.values()].filter((line) => line.heading === heading.code && line.schedule === schedule);
        // Budget that came by virement, with no line to go to.
        if (own.length === 0 && viredPence(books, schedule, heading.code) !== 0n)
          own.push(viredLine(heading, schedule, books));
        return own.sort((a, b) => (a.appliedBy < b.appliedBy ? -1 : 1));
      }),
    );
}

function viredLine({ code, appliedBy }: Heading, schedule: string, { agreement }: Books): LineKey {
  const isMember = agreement.groups.get(appliedBy)?.members.includes(schedule) ?? false;
  return { heading: code, schedule, appliedBy: isMember ? schedule : appliedBy };
}

interface Measured extends Omit<VarianceLine, keyof LineKey | 'bornBy' | 'policy' | 'clause'> {
  readonly line: LineKey;
  readonly rule: VarianceRule;
}

function measured(books: Books, line: LineKey, forecast: BookView): Measured {
  const { agreement, plan, actual, asAt } = books;
  const planPence = plan.applied(line);
  const actualPence = actual.isEmpty ? undefined : actual.applied(line);
  const isForecast = !forecast.isEmpty && unforecastLines({ plan, forecast }, line).length === 0;
  const forecastPence = isForecast ? forecast.applied(line) : undefined;
  const basis =
    forecastPence !== undefined ? 'forecast' : asAt === 'Q4' && actualPence !== undefined ? 'actual' : 'none';
  const outturnPence = basis === 'none' ? undefined : (forecastPence ?? actualPence);
  const virementsPence = virementsTo(books, line);
  const variancePence = outturnPence === undefined ? undefined : outturnPence - planPence - virementsPence;
  const pool = agreement.headings.get(line.heading)?.pool ?? '';
  const rule = ruleFor(books, line.heading);
  return { line, rule, pool, planPence, virementsPence, actualPence, forecastPence, basis, variancePence };
}

/**
 * What allowed virements have added to a line. They are between headings of a schedule; where several bodies spend a
 * heading of it, they fall on the one with the lowest code.
 */
export function virementsTo(books: Books, { schedule, heading, appliedBy }: LineKey): Pence {
  const bodies = books.plan.list('applied', { schedule, heading }).map(({ account }) => account.appliedBy);
  const [first] = bodies.sort();
  return first === undefined || first === appliedBy ? viredPence(books, schedule, heading) : 0n;
}

/** The rule that decides for a heading: its own, its pool's, the one for all; else the body that spent bears it. */
function ruleFor({ agreement }: Books, heading: string): VarianceRule {
  const { varianceRules } = agreement;
  const pool = agreement.headings.get(heading)?.pool;
  const general = varianceRules.find((rule) => rule.heading === undefined && rule.pool === undefined);
  const rule =
    varianceRules.find((one) => one.heading === heading) ??
    varianceRules.find((one) => one.heading === undefined && one.pool !== undefined && one.pool === pool) ??
    general ??
    undeclared;
  const fence = fenceOfHeading(agreement, heading);
  // Ring-fenced money is held for its purpose and never shared (R2).
  return fence === undefined ? rule : { ...rule, id: fence.id, clause: fence.clause, policy: 'responsible-body' };
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

/** Who may share a pool's variances under a rule, and who leads. */
function termsOf({ agreement }: Books, { among, shares, lead }: VarianceRule, pool: string) {
  const sharers = new Map<string, Pence>();
  for (const { partner, amountPence, pool: own } of agreement.contributions) {
    if (own !== pool || (among !== undefined && !among.includes(partner))) continue;
    sharers.set(partner, (sharers.get(partner) ?? 0n) + amountPence);
  }
  for (const partner of among ?? []) if (!sharers.has(partner)) sharers.set(partner, 0n);
  return { sharers, shares, lead: lead ?? agreement.pools.get(pool)?.host ?? '' };
}

/** Of the lines under each capped rule, the part below its limit. */
function sharedParts(lines: readonly Measured[]): Map<string, Pence> {
  const parts = new Map<string, Pence>();
  for (const rule of new Set(lines.map((one) => one.rule))) {
    if (rule.policy !== 'capped') continue;
    const own = lines.filter((one) => one.rule === rule);
    const variances = new Map(own.map(({ line, variancePence }) => [keyOf(line), variancePence ?? 0n]));
    for (const [key, sharedPence] of belowLimit(rule.limitPence, variances)) parts.set(key, sharedPence);
  }
  return parts;
}
