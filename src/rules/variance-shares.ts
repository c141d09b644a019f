import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import type { Books } from './check.js';
import { keyOf, type LineKey } from './lines.js';
import { type Bearer, borne } from './variance-policies/borne.js';
import { belowLimit } from './variance-policies/capped.js';
import { bearersUnder } from './variance-policies/policies.js';
import type { DecidingRule } from './variance-rules.js';
import { weighings } from './variance-weights.js';

/** A line whose variance falls on somebody. */
export interface Attributable extends LineKey, DecidingRule {
  readonly pool: string;
  readonly variance: Money | undefined;
}

/** Lines with who has which part of each variance (R4); lines together, since a limit is for all of a rule. */
export function attributed<L extends Attributable>(
  books: Books,
  lines: readonly L[],
): (L & { readonly borneBy: readonly Bearer[] })[] {
  const below = partsBelowLimits(lines);
  return lines.map((line) => ({ ...line, borneBy: bearersOf(books, line, below.get(keyOf(line))) }));
}

/** Who has which part of a line’s variance: by the variance, the weights, the limit and who leads. */
function bearersOf(books: Books, line: Attributable, below: Money | undefined): Bearer[] {
  const { agreement } = books;
  const { pool, appliedBy, heading, schedule, variance, policy, declared } = line;
  if (variance === undefined || variance.isNil) return [];
  const rule = ruleOf('R4', line.rule);
  const ofLine = `${agreement.headings.get(heading)?.name ?? heading} (${labelOf(agreement, schedule)})`;
  const about = (code: string) => ({
    what: `${labelOf(agreement, code)}: its part of the variance of ${ofLine}`,
    rule,
  });
  const whole = (code: string, how: string) => [
    { code, amount: Figure.money({ ...about(code), how, terms: plus(variance) }) },
  ];
  const lead = leadOf(agreement, line);
  const bearers = bearersUnder({ policy, sharedBy: declared.sharedBy }, { appliedBy, lead });
  if ('one' in bearers) return whole(bearers.one, bearers.why);
  const { weights, all } = weighings(books)(declared, pool, bearers.by);
  if (all.isNil) {
    return whole(lead, 'nobody who would share has money at risk in the pool: the lead bears or holds all of it');
  }
  const how = `${below ? 'of what is below the limit' : 'of the variance'}, its weight ÷ all weights, an odd penny to the largest remainder, as the policy “${policy}” shares it${below ? `; what is above the limit is for ${labelOf(agreement, lead)}` : ''}`;
  return borne(variance, { weights, all, lead, below, about: (code) => ({ ...about(code), how }) });
}

/** Who bears what nobody shares: whom the rule names, else the host of the pool. */
export function leadOf({ pools }: Agreement, { declared, pool }: Pick<Attributable, 'declared' | 'pool'>): string {
  return declared.lead ?? pools.get(pool)?.host ?? '';
}

/** Whether a line has a variance to share, and nobody who would share it weighs anything. */
export function isWithoutWeights(books: Books, line: Attributable): boolean {
  const { variance, policy, declared, pool, appliedBy } = line;
  if (variance === undefined || variance.isNil) return false;
  const lead = leadOf(books.agreement, line);
  const bearers = bearersUnder({ policy, sharedBy: declared.sharedBy }, { appliedBy, lead });
  return 'by' in bearers && weighings(books)(declared, pool, bearers.by).all.isNil;
}

/** Of the lines under each capped rule, the part below its limit: for its overspends together, and for its underspends. */
function partsBelowLimits(lines: readonly Attributable[]): Map<string, Money> {
  const capped = lines.filter(({ policy }) => policy === 'capped');
  const parts = new Map<string, Money>();
  for (const declared of new Set(capped.map((line) => line.declared))) {
    const variances = capped.flatMap((line) => {
      const { variance } = line;
      return line.declared === declared && variance !== undefined ? [{ key: keyOf(line), variance }] : [];
    });
    const limit = Figure.stated('money', 'limit in the agreement', declared.limitPence, declared.place);
    const below = belowLimit(limit, new Map(variances.map(({ key, variance }) => [key, variance])));
    for (const [key, part] of below) parts.set(key, part);
  }
  return parts;
}
