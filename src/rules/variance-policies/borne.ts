import type { Money } from '../../figures/books.js';
import { type About, Figure } from '../../figures/figure.js';
import { splitOf } from '../../figures/split.js';
import { minus, plus } from '../../figures/terms.js';

/** A variance, and what decides who has which part of it. */
export interface Division {
  readonly weights: ReadonlyMap<string, Figure>;
  /** All weights together. */
  readonly all: Figure;
  readonly lead: string;
  /** What of it is shared where there is a limit; left out: all of it. */
  readonly below?: Money | undefined;
  /** What a body has of it, in words. */
  readonly about: (code: string) => About;
}

/** A body’s part of a variance: positive is borne, negative held. */
export interface Bearer {
  readonly code: string;
  readonly amount: Money;
}

/** Who has a part of a variance that is shared. What is above a limit is the lead’s, beside its part of what is below. */
export function borne(variance: Money, division: Division): Bearer[] {
  const { weights, all, below, lead } = division;
  const about = (code: string) => {
    const { what, ...rest } = division.about(code);
    return { ...rest, what: below !== undefined && code === lead ? `${what}, below the limit` : what };
  };
  const of = splitOf(below ?? variance, weights);
  const shared = plus(variance, ...(below === undefined ? [] : [below]));
  const parts = [...weights].map(([code, weight]) => ({
    code,
    amount: Figure.money({ ...about(code), terms: [...shared, ...plus(weight, all)], part: { of, code } }),
  }));
  const bearers = below === undefined ? parts : withAboveLimit(parts, { ...division, variance, below });
  return bearers.filter(({ amount }) => !amount.isNil);
}

function withAboveLimit(
  parts: readonly Bearer[],
  { variance, below, lead, about }: Division & { readonly variance: Money; readonly below: Money },
): Bearer[] {
  const own = parts.flatMap(({ code, amount }) => (code === lead ? [amount] : []));
  const amount = Figure.money({
    ...about(lead),
    how: own.length === 0 ? 'what is above the limit' : 'its part of what is below the limit, and what is above it',
    terms: [...plus(...own, variance), ...minus(below)],
  });
  return [...parts.filter(({ code }) => code !== lead), { code: lead, amount }];
}
