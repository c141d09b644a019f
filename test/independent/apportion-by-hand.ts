import { FigureSheet } from './figure-sheet.js';
import { sumPence } from './fund-rows.js';
import { host, type RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';
import { rounded, sum } from './pot-by-hand.js';

/** An amount to share, and what it is shared by. */
export interface ToShare {
  readonly fund: RuledFund;
  /** In steps. */
  readonly amount: bigint;
  readonly to: 'penny' | '100' | '1000';
  readonly isAmongCcgs: boolean;
  /** What each partner weighs, by its code: a number written with so many decimals; undefined: by its contributions. */
  readonly weights: ReadonlyMap<string, DecimalNumber> | undefined;
  /** A printed split, in pence. */
  readonly published: ReadonlyMap<string, bigint> | undefined;
}

export interface DecimalNumber {
  readonly digits: bigint;
  readonly places: number;
}

export const stepsPence = { penny: 1n, '100': 10_000n, '1000': 100_000n } as const;

/** What the names of the figures begin with. */
export function nameOfShares({ amount, to, isAmongCcgs, weights, published }: ToShare): string {
  const parts = [
    `amount=${poundsText(amount * stepsPence[to])}`,
    `by=${weights === undefined ? 'contributions' : 'weights'}`,
    ...(isAmongCcgs ? ['among=ccgs'] : []),
    `to=${to}`,
    ...(published === undefined ? [] : ['against=printed']),
  ];
  return `apportion[${parts.join(';')}]`;
}

/** Pence as pounds: `-12.05`. */
export function poundsText(pence: bigint): string {
  const digits = String(pence < 0n ? -pence : pence).padStart(3, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Shares by weights, whole steps to each and odd ones to the largest remainders; `fault`: a mistake to make. */
export function sharesByHand(toShare: ToShare, fault = ''): Digits {
  const { amount, to, published } = toShare;
  const step = stepsPence[to];
  const total = amount * step;
  const weights = weightsOf(toShare);
  const all = sum([...weights.values()]);
  const steps = stepsOf(fault === 'shared-in-pence' ? total : amount, weights, fault);
  const sheet = new FigureSheet();
  const name = nameOfShares(toShare);
  sheet.add(name, { total, step });
  for (const [partner, weight] of weights) {
    const share = (steps.get(partner) ?? 0n) * (fault === 'shared-in-pence' ? 1n : step);
    const printed = published?.get(partner);
    const sixPlaces = (pence: bigint) =>
      fault === 'exact-cut' ? (pence * 10_000n) / all : rounded(pence * 10_000n, all);
    sheet.add(`${name}.shares[partner=${partner}]`, {
      weight,
      exact: sixPlaces(total * weight),
      share,
      rounding: sixPlaces(share * all - total * weight),
      published: printed,
      difference: printed === undefined ? undefined : share - printed,
    });
  }
  const isOfSame = published?.size === weights.size && [...weights.keys()].every((partner) => published.has(partner));
  const printed = published && (isOfSame || fault === 'total-of-others') ? sum([...published.values()]) : undefined;
  sheet.add(`${name}.totals`, {
    weight: all,
    exact: total * 10_000n,
    share: total,
    rounding: 0n,
    published: printed,
    difference: printed === undefined ? undefined : total - printed,
  });
  return sheet.all;
}

/** As whole numbers: of pence, or of the last decimal that any weight is written with, hundredths at least. */
function weightsOf({ fund, weights, isAmongCcgs }: ToShare): ReadonlyMap<string, bigint> {
  const places = Math.max(2, ...[...(weights ?? [])].map(([, one]) => one.places));
  const own = [host, ...fund.ccgs.map(({ code }) => code)].filter((code) => !isAmongCcgs || code !== host);
  return new Map(
    own.flatMap((code) => {
      if (weights === undefined) return [[code, sumPence(fund.cells.filter(({ schedule }) => schedule === code))]];
      const weight = weights.get(code);
      return weight === undefined ? [] : [[code, weight.digits * 10n ** BigInt(places - weight.places)]];
    }),
  );
}

/** One step at a time to whoever is furthest below its exact share, of those the first by code. */
export function stepsOf(
  amount: bigint,
  weights: ReadonlyMap<string, bigint>,
  fault: string,
): ReadonlyMap<string, bigint> {
  const size = amount < 0n ? -amount : amount;
  const all = sum([...weights.values()]);
  const steps = new Map([...weights].map(([code, weight]) => [code, (size * weight) / all]));
  const codes = [...weights.keys()].sort();
  const below = (code: string) => size * (weights.get(code) ?? 0n) - (steps.get(code) ?? 0n) * all;
  while (sum([...steps.values()]) < size) {
    const furthest = codes.reduce((most, code) => {
      if (fault === 'ties-to-the-last' && below(code) === below(most)) return code;
      return below(code) > below(most) && fault !== 'odd-to-the-first' ? code : most;
    });
    steps.set(furthest, (steps.get(furthest) ?? 0n) + 1n);
  }
  return new Map([...steps].map(([code, count]) => [code, amount < 0n ? -count : count]));
}
