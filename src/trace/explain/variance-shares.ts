import type { Agreement } from '../../agreement/agreement.js';
import { labelOf } from '../../agreement/bodies.js';
import { absolute, sum } from '../../money/pence.js';
import { keyOf } from '../../rules/lines.js';
import { oncePer } from '../../rules/once-per.js';
import type { VarianceLine } from '../../rules/variance.js';
import type { Explanation, Term } from '../node.js';
import { given, stated, step } from '../terms.js';
import { partOfSplit, signOf } from './split.js';

/** Lines of R4 whose variances may be shared, and what each variance and each part below a limit is made of. */
export interface SharedLines {
  readonly agreement: Agreement;
  readonly varianceOf: (line: VarianceLine) => Term;
  readonly belowLimit: (line: VarianceLine) => Term;
}

/** Lines that are attributed together, since a limit is for all of a rule. */
export function sharedLines(
  agreement: Agreement,
  lines: readonly VarianceLine[],
  varianceTerm: (line: VarianceLine) => Term,
): SharedLines {
  const varianceOf = oncePer(varianceTerm);
  return { agreement, varianceOf, belowLimit: oncePer((line) => belowLimit(line, lines, varianceOf)) };
}

/**
 * How much of a line's variance a body has: by the variance, the weights, the limit and who leads. What others have of
 * it is nowhere in it.
 */
export function shareOf(
  { agreement, varianceOf, belowLimit: below }: SharedLines,
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
  const rest = isCapped ? `; what is above the limit is for ${labelOf(agreement, lead)}` : '';
  return {
    how: `${isCapped ? 'of what is below the limit' : 'of the variance'}, its weight ÷ all weights, an odd penny to the largest remainder, as the policy “${policy}” shares it${rest}`,
    terms: [
      variance,
      ...(isCapped ? [below(line)] : []),
      ...weights.map(({ code }) => weightOf(agreement, line, code)),
    ],
    formula: ([pence = 0n, ...others]) => {
      const sharedPence = isCapped ? (others[0] ?? 0n) : pence;
      const amounts = isCapped ? others.slice(1) : others;
      const own = partOfSplit(
        sharedPence,
        weights.map(({ code }, at) => ({ code, weight: amounts[at] ?? 0n })),
        index,
      );
      return own + (body === lead ? pence - sharedPence : 0n);
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

/** What a body's part is weighed by: one each, what it contributes to the pool, or its percent. */
function weightOf(agreement: Agreement, { policy, declared, pool }: VarianceLine, code: string): Term {
  const { sharedBy, shares, place } = declared;
  const label = labelOf(agreement, code);
  switch (policy === 'capped' ? sharedBy : policy) {
    case 'fixed-shares':
      return given({
        what: `${label}: its percent`,
        unit: 'percent',
        amount: BigInt(shares.get(code) ?? 0),
        at: place,
      });
    case 'pro-rata': {
      const own = agreement.contributions.filter((one) => one.partner === code && one.pool === pool);
      return step({
        what: `${label}: what it has agreed to contribute to the pool`,
        how: 'its contributions in the agreement, added up',
        unit: 'money',
        terms: own.map((one) =>
          stated(agreement.sources.get(one.source)?.name ?? one.source, one.amountPence, one.place),
        ),
      });
    }
    default:
      return given({ what: `${label}: one of those who share alike`, unit: 'number', amount: 1n, at: place });
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
