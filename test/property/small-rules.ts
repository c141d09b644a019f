import fc from 'fast-check';
import { pick, type VarianceRule } from '../independent/fund-shape.js';
import { ruleOf, varianceRules } from '../independent/variance-rules.js';
import type { Quarter } from './small-fund.js';

/** Admissions of a partner in one of the four measured quarters; no actual until it is reported. */
export interface Admissions {
  readonly partner: string;
  readonly index: number;
  readonly baseline: number;
  readonly plan: number;
  readonly actual: number | undefined;
}

/** What a body says that another owes it, and is owed by it. */
export interface SaidBalance {
  readonly asAt: Quarter;
  readonly body: string;
  readonly counterparty: string;
  readonly receivable: bigint;
  readonly payable: bigint;
}

const nat = fc.nat({ max: 999 });
const few = fc.bigInt(0n, 10n ** 6n);

/** What the rules of a fund are made of, and what is reported beside its money. */
export const chosenRules = fc.record({
  forAll: fc.option(varianceRules, { nil: undefined }),
  forPool: fc.option(fc.tuple(varianceRules, nat), { nil: undefined }),
  forHeading: fc.option(fc.tuple(varianceRules, nat), { nil: undefined }),
  terms: fc.constantFrom('', ', cap: annual', ', clawback: yes', ', cap: annual, clawback: yes'),
  reported: fc.nat({ max: 4 }),
  admissions: fc.array(
    fc.record({
      baseline: fc.integer({ min: 200, max: 12_000 }),
      cut: fc.integer({ min: -40, max: 200 }),
      met: fc.integer({ min: -40, max: 200 }),
    }),
    { minLength: 4, maxLength: 9 },
  ),
  balances: fc.array(
    fc.record({
      asAt: fc.constantFrom<Quarter>('Q2', 'Q4'),
      body: nat,
      counterparty: nat,
      receivable: few,
      payable: few,
    }),
    { maxLength: 6 },
  ),
});

type ChosenRules = typeof chosenRules extends fc.Arbitrary<infer T> ? T : never;

/** Rules of R4 for a heading, for a pool and for all else. Pro rata needs somebody who contributes: the council does. */
export function variancesOf(
  { forAll, forPool, forHeading }: ChosenRules,
  { bodies, pools, headings }: Readonly<Record<'bodies' | 'pools' | 'headings', readonly string[]>>,
): VarianceRule[] {
  const among = (rule: VarianceRule) => ({
    ...rule,
    ...(rule.among && { among: [...new Set([...rule.among, 'CC'])] }),
  });
  // A rule of a pool is declared before or after the one for all alike.
  return [
    ...(forPool === undefined ? [] : [{ ...ruleOf(forPool[0], bodies), pool: pick(pools, forPool[1]) }]),
    ...(forAll === undefined ? [] : [ruleOf(forAll, bodies)]),
    ...(forHeading === undefined ? [] : [{ ...ruleOf(forHeading[0], bodies), heading: pick(headings, forHeading[1]) }]),
  ].map(among);
}

/** Four quarters of each partner, reported up to one of them. */
export function admissionsOf({ admissions, reported }: ChosenRules, partners: readonly string[]): Admissions[] {
  return partners.flatMap((partner, at) =>
    [0, 1, 2, 3].map((index) => {
      const { baseline, cut, met } = pick(admissions, at * 4 + index);
      const actual = index < reported ? baseline - met : undefined;
      return { partner, index, baseline, plan: baseline - cut, actual };
    }),
  );
}

/** What bodies say of each other, once for each pair and quarter. */
export function balancesOf({ balances }: ChosenRules, bodies: readonly string[]): SaidBalance[] {
  const said = balances.map((one) => ({
    ...one,
    body: pick(bodies, one.body),
    counterparty: pick(bodies, one.counterparty),
  }));
  const once = new Map(said.map((one) => [`${one.asAt} ${one.body} ${one.counterparty}`, one]));
  return [...once.values()].filter(({ body, counterparty }) => body !== counterparty);
}
