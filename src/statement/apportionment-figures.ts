import { contributions, type PartnerSeries } from '../controls/partner-series.js';
import { type Quantity, statedQuantity, unitOf } from '../controls/written-figure.js';
import { counted } from '../diagnostics/entry.js';
import type { Money } from '../figures/books.js';
import {
  added,
  type Expression,
  ifPositive,
  largest,
  less,
  nil,
  number,
  over,
  remainder,
  times,
  truncatedTo,
} from '../figures/expression.js';
import { Figure, type Term } from '../figures/figure.js';
import { minus, plus, plusAll } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { sum } from '../money/pence.js';

/** Somebody who has a share, and by what. */
interface Sharer {
  readonly code: string;
  readonly label: string;
  readonly weight: Quantity;
}

/** What is shared, and by what. */
export interface Sharing {
  readonly total: Money;
  /** Shares are whole numbers of it. */
  readonly step: Money;
  readonly partners: readonly Sharer[];
  readonly allWeights: Quantity;
}

/** The share of one partner. */
interface ShareFigures extends Sharer {
  readonly exact: Figure<'exact'>;
  readonly share: Money;
  readonly rounding: Figure<'exact'>;
  /** One of the units that are left over; nil where it has none. */
  readonly odd: Money;
}

/** A number of a series as it is stated: what the agreement says, or cells of the table. */
function seriesTerms({ makings, ...shown }: PartnerSeries, partner: string): Term[] {
  return plusAll((makings.get(partner) ?? []).map((making) => statedQuantity(shown, making)));
}

/** The weights that partners share by. */
export function weightsOf(
  weights: PartnerSeries,
  by: string,
  labelOf: (partner: string) => string,
): Pick<Sharing, 'partners' | 'allWeights'> {
  const partners = [...weights.amounts.keys()].map((code) => {
    const label = labelOf(code);
    const weight: Quantity = new Figure(unitOf(weights.unit), {
      what: `${label}: weight`,
      how: by === contributions ? 'what it has agreed to pay in' : `as ${by} has it`,
      places: weights.places,
      terms: seriesTerms(weights, code),
    });
    return { code, label, weight };
  });
  const allWeights: Quantity = new Figure(unitOf(weights.unit), {
    what: 'All: weight',
    how: addedUp,
    terms: plusAll(partners.map(({ weight }) => weight)),
  });
  return { partners, allWeights };
}

/** How the totals of an apportionment are made. */
export const addedUp = 'the partners, added up';

/**
 * The share of each partner: the whole units in its exact share, and an odd one where its remainder is among the
 * largest, ties to the lower code.
 */
export function sharesOf(sharing: Sharing): ShareFigures[] {
  const { total, step, partners, allWeights } = sharing;
  const remainders = partners.map((partner) => remainderOf(sharing, partner));
  const oddOf = oddUnits(sharing, remainders);
  return partners.map(({ code, label, weight }, index) => {
    const whole = Figure.money({
      what: `${label}: whole units in its exact share`,
      how: 'total × weight ÷ all weights, down to a whole number of units',
      terms: plus(total, step, weight, allWeights),
      formula: ([amount = nil, unit = nil, own = nil, all = nil]) =>
        times(unit, truncatedTo(0, over(times(truncatedTo(0, over(amount, unit)), own), all))),
    });
    const odd = oddOf(index);
    const share = Figure.money({
      what: `${label}: share`,
      how: 'the whole units in its exact share, and an odd one where its remainder is among the largest',
      terms: plus(whole, odd),
    });
    const inputs = plus(total, weight, allWeights);
    const exact = new Figure('exact', {
      what: `${label}: exact share`,
      how: 'total × weight ÷ all weights, to a millionth of a pound',
      terms: inputs,
      formula: ([amount = nil, own = nil, all = nil]) => over(times(amount, own), all),
    });
    const rounding = new Figure('exact', {
      what: `${label}: rounding`,
      how: 'share − total × weight ÷ all weights, to a millionth of a pound',
      terms: [...plus(share), ...inputs],
      formula: ([part = nil, amount = nil, own = nil, all = nil]) => less(part, over(times(amount, own), all)),
    });
    return { code, label, weight, exact, share, rounding, odd };
  });
}

function remainderOf({ total, step, allWeights }: Sharing, { code, label, weight }: Sharer) {
  return new Figure(weight.unit, {
    what: `${label} (${code}): remainder`,
    how: 'what is left when total ÷ unit × weight is divided by all weights',
    places: weight.places,
    terms: plus(total, step, weight, allWeights),
    formula: ([amount = nil, unit = nil, own = nil, all = nil]) => {
      const units = truncatedTo(0, over(amount, unit));
      return remainder(times(largest(units, less(nil, units)), own), all);
    },
  });
}

/** The units that are left over, made once for all who may have one. */
function oddUnits(
  { total, step, partners, allWeights }: Sharing,
  remainders: readonly Quantity[],
): (index: number) => Money {
  const left = sum(remainders.map(({ amount }) => amount)) / allWeights.amount;
  const ranked = partners
    .map(({ code }, index) => ({ code, index, remainder: remainders[index]?.amount ?? 0n }))
    .sort((a, b) => (a.remainder === b.remainder ? (a.code < b.code ? -1 : 1) : a.remainder > b.remainder ? -1 : 1));
  const rankOf = new Map(ranked.map(({ index }, rank) => [index, rank + 1]));
  const terms = plusAll([total, step, allWeights, ...remainders]);
  const leftOver = `${counted(left, 'unit')} of ${inWords(step.amount)} left over (all remainders ÷ all weights), one each to the largest remainders, ties to the lower code`;
  return (index) =>
    Figure.money({
      what: `${partners[index]?.label ?? ''}: odd unit`,
      how:
        left === 0n
          ? 'nothing is left over, so no unit is odd'
          : `${leftOver}: this one is number ${rankOf.get(index) ?? 0} of ${partners.length}`,
      terms,
      formula: ([amount = nil, unit = nil, all = nil, ...left]) => {
        const odd = ifPositive(less(over(added(...left), all), added(...aheadOf(index, left, partners))), unit, nil);
        return ifPositive(amount, odd, less(nil, odd));
      },
    });
}

/** One for each who comes before somebody: the larger remainder, or the same one and the lower code. */
function aheadOf(
  index: number,
  remainders: readonly Expression[],
  partners: readonly { readonly code: string }[],
): Expression[] {
  const own = remainders[index] ?? nil;
  const code = partners[index]?.code ?? '';
  return remainders.flatMap((other, at) => {
    if (at === index) return [];
    const isFirst = (partners[at]?.code ?? '') < code;
    return [isFirst ? ifPositive(less(own, other), nil, number(1n)) : ifPositive(less(other, own), number(1n), nil)];
  });
}

/** A published split beside the shares. */
export function publishedOf(
  published: PartnerSeries,
  against: string,
  { code, label, share }: { readonly code: string; readonly label: string; readonly share: Money },
): { readonly published: Money; readonly difference: Money } | undefined {
  if (!published.amounts.has(code)) return undefined;
  const printed = Figure.money({
    what: `${label}: published`,
    how: `as ${against} has it`,
    terms: seriesTerms(published, code),
  });
  return { published: printed, difference: lessPublished(label, 'share', share, printed) };
}

/** A share less what is published of it. */
export function lessPublished(label: string, words: string, share: Money, published: Money): Money {
  return Figure.money({
    what: `${label}: difference`,
    how: `${words} − published`,
    terms: [...plus(share), ...minus(published)],
  });
}
