import fc from 'fast-check';
import { pick, policies, sharings, type VarianceRule } from './fund-shape.js';

const nat = fc.nat({ max: 999 });
const someOf = fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 10 });

const wholeInMillionths = 100_000_000;

/** Where 100% may be cut into parts: at hundredths of a percent, or at millionths. */
export function cutsOf100(count: number): fc.Arbitrary<number[]> {
  const cut = fc.oneof(
    fc.integer({ min: 1, max: 9999 }).map((hundredths) => hundredths * 10_000),
    fc.integer({ min: 1, max: wholeInMillionths - 1 }),
  );
  return fc.uniqueArray(cut, { minLength: count, maxLength: count });
}

/** What a rule of R4 is made of, before it is known who there is. */
export const varianceRules = fc.record({
  policy: fc.constantFrom(...policies, 'capped' as const),
  among: fc.option(someOf, { nil: undefined }),
  shares: someOf,
  cuts: cutsOf100(9),
  lead: fc.option(nat, { nil: undefined }),
  limitPence: fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 10n ** 5n), fc.bigInt(0n, 10n ** 9n)),
  sharedBy: fc.option(fc.constantFrom(...sharings), { nil: undefined }),
  weighsAll: fc.boolean(),
});

type ChosenRule = typeof varianceRules extends fc.Arbitrary<infer T> ? T : never;

/** A rule of R4 among some bodies. */
export function ruleOf(chosen: ChosenRule, bodies: readonly string[]): VarianceRule {
  const { policy, sharedBy, lead } = chosen;
  const distinct = (indexes: readonly number[]) => [...new Set(indexes.map((index) => pick(bodies, index)))];
  const isByShares = policy === 'fixed-shares' || (policy === 'capped' && sharedBy === 'fixed-shares');
  const sharing = distinct(chosen.shares);
  const parts = partsOf100(chosen.cuts.slice(0, sharing.length - 1));
  return {
    policy,
    ...(chosen.among && { among: distinct(chosen.among) }),
    ...(isByShares && {
      shares: sharing.map((partner, index) => ({ partner, millionths: pick(parts, index) })),
    }),
    ...(chosen.weighsAll && { weighsAll: true }),
    ...(lead !== undefined && { lead: pick(bodies, lead) }),
    ...(policy === 'capped' && { limitPence: chosen.limitPence, ...(sharedBy && { sharedBy }) }),
  };
}

/** 100% in parts, in millionths of a percent. */
export function partsOf100(cuts: readonly number[]): number[] {
  const ends = [...cuts].sort((a, b) => a - b).concat(wholeInMillionths);
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

/** A rule as a line of agreement.yaml. */
export function varianceRuleOf(rule: VarianceRule, index: number): string {
  const { policy, pool, heading, among, shares, lead, limitPence, sharedBy, weighsAll } = rule;
  const percents = shares?.map(({ partner, millionths }) => `{ partner: ${partner}, percent: ${percent(millionths)} }`);
  const parts = [
    `id: variance-${index}, kind: variance, clause: para 5, policy: ${policy}`,
    pool && `pool: ${pool}`,
    heading && `heading: ${heading}`,
    among && `among: [${among.join(', ')}]`,
    percents && `shares: [${percents.join(', ')}]`,
    lead && `lead: ${lead}`,
    limitPence !== undefined && `limit: ${decimal(limitPence)}`,
    sharedBy && `shared_by: ${sharedBy}`,
    weighsAll && 'weigh: all',
  ];
  return `  - { ${parts.filter(Boolean).join(', ')} }`;
}

/** Millionths of a percent as a percent, with as many decimals as it needs: `33.333`. */
export function percent(millionths: number): string {
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}

/** Hundredths as a decimal number, exact: `12.05`. */
export function decimal(hundredths: bigint | number): string {
  const digits = String(hundredths).replace('-', '').padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
