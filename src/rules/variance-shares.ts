import type { VarianceRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { SharedBy } from '../agreement/variance-policies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { plus, stated } from '../figures/terms.js';
import { placesFor } from '../money/decimal.js';
import type { Weight } from '../money/split.js';
import type { Books } from './check.js';
import { keyOf, type LineKey } from './lines.js';
import { oncePer } from './once-per.js';
import { borne } from './variance-policies/borne.js';
import { belowLimit } from './variance-policies/capped.js';
import { bearersUnder, type Sharers, weightsBy } from './variance-policies/policies.js';
import type { DecidingRule } from './variance-rules.js';

/** A line whose variance falls on somebody. */
export interface Attributable extends LineKey, DecidingRule {
  readonly pool: string;
  readonly variance: Money | undefined;
}

/** A body’s part of a variance: positive is borne, negative held. */
export interface Bearer {
  readonly code: string;
  readonly amount: Money;
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
  const lead = declared.lead ?? agreement.pools.get(pool)?.host ?? '';
  const bearers = bearersUnder({ policy, sharedBy: declared.sharedBy }, { appliedBy, lead });
  if ('one' in bearers) return whole(bearers.one, bearers.why);
  const { weights, terms, all } = weighings(books)(declared, pool, bearers.by);
  if (all.figure.isNil) {
    return whole(lead, 'nobody who would share contributes to the pool: the lead bears or holds all of it');
  }
  const how = `${below ? 'of what is below the limit' : 'of the variance'}, its weight ÷ all weights, an odd penny to the largest remainder, as the policy “${policy}” shares it${below ? `; what is above the limit is for ${labelOf(agreement, lead)}` : ''}`;
  const shared = plus(variance, ...(below === undefined ? [] : [below]));
  const parts = borne(variance.amount, { weights, lead, sharedPence: (below ?? variance).amount });
  return parts.map(({ code, amountPence }) => {
    const weight = terms.get(code);
    const inputs = weight === undefined ? shared : [...shared, weight, all];
    return { code, amount: Figure.money({ ...about(code), how, terms: inputs, part: amountPence }) };
  });
}

/** What those who share are weighed by, and all weights together. */
interface Weighing {
  readonly weights: readonly Weight[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly all: Term;
}

/** Lines of one rule and pool are weighed alike, and there may be very many of them. */
const weighings = oncePer((books: Books) => {
  const byRule = oncePer((_: VarianceRule) => new Map<string, Weighing>());
  return (declared: VarianceRule, pool: string, by: SharedBy): Weighing => {
    const byPool = byRule(declared);
    const weighing = byPool.get(pool) ?? weighingOf(weightsBy(by, sharersOf(books, declared, pool)));
    byPool.set(pool, weighing);
    return weighing;
  };
});

function weighingOf(figures: ReadonlyMap<string, Figure>): Weighing {
  const terms = new Map([...figures].map(([code, figure]): [string, Term] => [code, { sign: 1n, figure }]));
  const [first] = figures.values();
  const all = new Figure(first?.unit ?? 'number', {
    what: 'All who share: their weights',
    how: 'the weights, added up',
    terms: [...terms.values()],
  });
  return {
    weights: [...figures].map(([code, { amount }]) => ({ code, weight: amount })),
    terms,
    all: { sign: 1n, figure: all },
  };
}

/** Who shares under a rule: those that it names, else whoever contributes to the pool. */
function sharersOf({ agreement }: Books, { among, shares, place }: VarianceRule, pool: string): Sharers {
  const agreed = new Map<string, Term[]>();
  for (const { partner, source, amountPence, pool: own, place: at } of agreement.contributions) {
    if (own !== pool || (among !== undefined && !among.includes(partner))) continue;
    const amount = stated(agreement.sources.get(source)?.name ?? source, amountPence, at);
    agreed.set(partner, [...(agreed.get(partner) ?? []), ...amount]);
  }
  for (const partner of among ?? []) if (!agreed.has(partner)) agreed.set(partner, []);
  const contributed = [...agreed].map(([code, terms]): [string, Figure] => {
    const what = `${labelOf(agreement, code)}: what it has agreed to contribute to the pool`;
    return [code, Figure.money({ what, how: 'its contributions in the agreement, added up', terms })];
  });
  const places = placesFor(shares.values());
  const declared = [...shares].map(([code, percent]): [string, Figure] => [
    code,
    Figure.number('percent', `${labelOf(agreement, code)}: its percent`, percent, { at: place, places }),
  ]);
  return {
    contributed: new Map(contributed),
    shares: new Map(declared),
    head: (code) => Figure.stated('number', `${labelOf(agreement, code)}: one of those who share alike`, 1n, place),
  };
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
    const below = belowLimit(
      declared.limitPence,
      new Map(variances.map(({ key, variance }) => [key, variance.amount])),
    );
    const limit = stated('limit in the agreement', declared.limitPence, declared.place);
    for (const sign of [1n, -1n]) {
      const alike = variances.filter(({ variance }) => variance.amount * sign > 0n);
      const terms = [...limit, ...plus(...alike.map(({ variance }) => variance))];
      for (const { key } of alike) parts.set(key, belowFigure(terms, below.get(key) ?? 0n));
    }
  }
  return parts;
}

function belowFigure(terms: readonly Term[], amountPence: bigint): Money {
  return Figure.money({
    what: 'what is below the limit',
    how: 'all of it where the variances of the rule are within its limit; else its part of the limit, in proportion',
    terms,
    part: amountPence,
  });
}
