import type { Agreement, VarianceRule } from '../../agreement/agreement.js';
import { labelOf } from '../../agreement/bodies.js';
import { nil, placesFor } from '../../money/decimal.js';
import { absolute, sum } from '../../money/pence.js';
import { keyOf } from '../../rules/lines.js';
import { oncePer } from '../../rules/once-per.js';
import type { VarianceLine } from '../../rules/variance.js';
import type { Explanation, Term } from '../node.js';
import { given, stated, statedNumber, step } from '../terms.js';
import { partOfSplit, signOf } from './split.js';

/** Lines of R4 whose variances may be shared, and what each variance, part below a limit and weighing is made of. */
export interface SharedLines {
  readonly agreement: Agreement;
  readonly varianceOf: (line: VarianceLine) => Term;
  readonly belowLimit: (line: VarianceLine) => Term;
  readonly weighing: (line: VarianceLine) => Weighing;
}

/** Each weight, and all of them together. */
interface Weighing {
  readonly weights: ReadonlyMap<string, Term>;
  readonly all: Term;
}

/** Lines that are attributed together, since a limit is for all of a rule. */
export function sharedLines(
  agreement: Agreement,
  lines: readonly VarianceLine[],
  varianceTerm: (line: VarianceLine) => Term,
): SharedLines {
  const varianceOf = oncePer(varianceTerm);
  // Lines of one rule and pool are weighed alike, and there may be very many of them.
  const byRule = oncePer((_: VarianceRule) => new Map<string, Weighing>());
  return {
    agreement,
    varianceOf,
    belowLimit: oncePer((line) => belowLimit(line, lines, varianceOf)),
    weighing: (line) => {
      const byPool = byRule(line.declared);
      const found = byPool.get(line.pool) ?? weighingOf(agreement, line);
      byPool.set(line.pool, found);
      return found;
    },
  };
}

/**
 * How much of a line's variance a body has: by the variance, its weight and all weights, the limit and who leads. What
 * others have of it is nowhere in it.
 */
export function shareOf(
  { agreement, varianceOf, belowLimit: below, weighing }: SharedLines,
  line: VarianceLine,
  body: string,
): Pick<Explanation, 'how' | 'terms' | 'formula'> {
  const { policy, division } = line;
  const { weights, lead } = division;
  const variance = varianceOf(line);
  const whole = wholeTo(line);
  if (whole !== undefined) return { how: whole, terms: [variance] };
  const isCapped = policy === 'capped';
  const index = weights.findIndex(({ code }) => code === body);
  const weighed = weighing(line);
  const own = weighed.weights.get(body);
  const rest = isCapped ? `; what is above the limit is for ${labelOf(agreement, lead)}` : '';
  return {
    how: `${isCapped ? 'of what is below the limit' : 'of the variance'}, its weight ÷ all weights, an odd penny to the largest remainder, as the policy “${policy}” shares it${rest}`,
    terms: [variance, ...(isCapped ? [below(line)] : []), ...(own === undefined ? [] : [own, weighed.all])],
    formula: ([pence = 0n, belowPence = 0n]) => {
      const sharedPence = isCapped ? belowPence : pence;
      return partOfSplit(sharedPence, weights, index) + (body === lead ? pence - sharedPence : 0n);
    },
  };
}

/** Why one body has all of it; undefined where it is shared. */
function wholeTo({ policy, division }: VarianceLine): string | undefined {
  if (policy === 'responsible-body') return 'the body to which the funds were applied bears or holds all of it';
  if (policy === 'lead-commissioner') return 'the lead commissioner bears or holds all of it';
  const isNobodys = division.weights.every(({ weight }) => weight === 0n);
  return isNobodys ? 'nobody who would share contributes to the pool: the lead bears or holds all of it' : undefined;
}

function weighingOf(agreement: Agreement, line: VarianceLine): Weighing {
  const weights = new Map(line.division.weights.map(({ code }) => [code, weightOf(agreement, line, code)]));
  const { unit } = weightedBy(line);
  const how = 'the weights, added up';
  return { weights, all: step({ what: 'All who share: their weights', how, unit, terms: [...weights.values()] }) };
}

/** By what the parts of a line are weighed: one each, percents, or what each contributes to the pool. */
function weightedBy({ policy, declared }: VarianceLine) {
  switch (policy === 'capped' ? declared.sharedBy : policy) {
    case 'fixed-shares':
      return { by: 'percent', unit: 'percent' } as const;
    case 'pro-rata':
      return { by: 'contribution', unit: 'money' } as const;
    case 'responsible-body':
    case 'equal':
    case 'lead-commissioner':
      return { by: 'head', unit: 'number' } as const;
  }
}

function weightOf(agreement: Agreement, line: VarianceLine, code: string): Term {
  const { shares, place } = line.declared;
  const { by, unit } = weightedBy(line);
  const label = labelOf(agreement, code);
  switch (by) {
    case 'percent': {
      const places = placesFor(shares.values());
      return statedNumber(shares.get(code) ?? nil, { what: `${label}: its percent`, unit, places, at: place });
    }
    case 'contribution': {
      const own = agreement.contributions.filter((one) => one.partner === code && one.pool === line.pool);
      return step({
        what: `${label}: what it has agreed to contribute to the pool`,
        how: 'its contributions in the agreement, added up',
        unit,
        terms: own.map((one) =>
          stated(agreement.sources.get(one.source)?.name ?? one.source, one.amountPence, one.place),
        ),
      });
    }
    case 'head':
      return given({ what: `${label}: one of those who share alike`, unit, amount: 1n, at: place });
  }
}

/** What of a capped variance is shared: a limit is for a rule's overspends together, and again for its underspends. */
function belowLimit(line: VarianceLine, lines: readonly VarianceLine[], varianceOf: SharedLines['varianceOf']): Term {
  const { declared, variancePence = 0n } = line;
  const alike = lines.filter(
    (other) =>
      other.policy === 'capped' && other.declared === declared && (other.variancePence ?? 0n) * variancePence > 0n,
  );
  const index = alike.indexOf(line);
  return step({
    what: 'what is below the limit',
    how: 'all of it where the variances of the rule are within its limit; else its part of the limit, in proportion',
    unit: 'money',
    terms: [
      given({ what: 'limit in the agreement', unit: 'money', amount: declared.limitPence, at: declared.place }),
      ...alike.map(varianceOf),
    ],
    formula: ([limit = 0n, ...variances]) => {
      const total = absolute(sum(variances));
      const weights = alike.map((one, at) => ({ code: keyOf(one), weight: absolute(variances[at] ?? 0n) }));
      return partOfSplit(signOf(variances[index] ?? 0n) * (total < limit ? total : limit), weights, index);
    },
  });
}
