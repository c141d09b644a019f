import { describe, expect, test } from 'vitest';
import { type VariancePolicy, variancePolicies } from '../../src/agreement/variance-policies.js';
import { Figure } from '../../src/figures/figure.js';
import { borne } from '../../src/rules/variance-policies/borne.js';
import { belowLimit } from '../../src/rules/variance-policies/capped.js';
import { policyCases } from '../../src/rules/variance-policies/policies.cases.js';
import { bearersUnder, weightsBy } from '../../src/rules/variance-policies/policies.js';

describe.each(variancePolicies)('R4, worked cases: %s', (policy) => {
  test.each(policyCases[policy])('$name', (worked) => {
    const parts = partsOf(policy, worked);
    expect(Object.fromEntries(parts.map(({ code, amount }) => [code, amount.amount]))).toEqual(worked.expected);
    expect(parts.reduce((sum, { amount }) => sum + amount.amount, 0n)).toBe(worked.variancePence);
  });
});

type Worked = (typeof policyCases)[VariancePolicy][number];

function partsOf(policy: VariancePolicy, worked: Worked) {
  const { among, variancePence, sharedPence, weigh = 'money-at-risk' } = worked;
  const bearers = bearersUnder({ policy, sharedBy: 'pro-rata' }, among);
  const variance = money(variancePence);
  if ('one' in bearers) return [{ code: bearers.one, amount: variance }];
  const { contributed, atRisk, shares } = among;
  const weights = weightsBy(
    { by: bearers.by, weigh },
    {
      contributed: (of) =>
        new Map(
          [...(of === 'all' ? contributed : atRisk)].map(([code, pence]) => [
            code,
            Figure.stated('money', code, pence),
          ]),
        ),
      shares: new Map([...shares].map(([code, percent]) => [code, Figure.number('percent', code, percent)])),
      head: (code) => Figure.stated('number', code, 1n),
    },
  );
  const below = sharedPence === variancePence ? undefined : money(sharedPence);
  return borne(variance, { weights, all: money(0n), lead: among.lead, below, about });
}

function money(pence: bigint) {
  return Figure.stated('money', 'stated', pence);
}

function about(code: string) {
  return { what: code, how: 'shared' };
}

test('where nobody shares what is below a limit, the lead bears all', () => {
  const parts = borne(money(12_000n), { weights: new Map(), all: money(0n), lead: 'KCC', below: money(0n), about });
  expect(parts.map(({ code, amount }) => [code, amount.amount])).toEqual([['KCC', 12_000n]]);
});

function pences(below: ReadonlyMap<string, Figure>) {
  return Object.fromEntries([...below].map(([code, { amount }]) => [code, amount]));
}

describe('R4, capped: the limit is for all the overspends of a rule, and again for all the underspends', () => {
  test('below the limit each line is shared whole', () => {
    const lines = new Map([
      ['a', money(300n)],
      ['b', money(-200n)],
    ]);
    expect(pences(belowLimit(money(1000n), lines))).toEqual(pences(lines));
  });

  test('above it each line is shared in proportion, to the penny', () => {
    const lines = new Map([
      ['a', money(200n)],
      ['b', money(100n)],
      ['c', money(-900n)],
    ]);
    expect(pences(belowLimit(money(100n), lines))).toEqual({ a: 67n, b: 33n, c: -100n });
  });
});
