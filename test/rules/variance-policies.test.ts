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
    expect(Object.fromEntries(parts.map(({ code, amountPence }) => [code, amountPence]))).toEqual(worked.expected);
    expect(parts.reduce((sum, { amountPence }) => sum + amountPence, 0n)).toBe(worked.variancePence);
  });
});

type Worked = (typeof policyCases)[VariancePolicy][number];

function partsOf(policy: VariancePolicy, worked: Worked) {
  const { among, variancePence, sharedPence, weigh = 'money-at-risk' } = worked;
  const bearers = bearersUnder({ policy, sharedBy: 'pro-rata' }, among);
  if ('one' in bearers) return [{ code: bearers.one, amountPence: variancePence }];
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
  const byCode = [...weights].map(([code, { amount }]) => ({ code, weight: amount }));
  return borne(variancePence, { weights: byCode, lead: among.lead, sharedPence });
}

test('where nobody can share, the lead bears all', () => {
  expect(borne(12_000n, { weights: [], lead: 'KCC', sharedPence: 12_000n })).toEqual([
    { code: 'KCC', amountPence: 12_000n },
  ]);
});

describe('R4, capped: the limit is for all the overspends of a rule, and again for all the underspends', () => {
  test('below the limit each line is shared whole', () => {
    const lines = new Map([
      ['a', 300n],
      ['b', -200n],
    ]);
    expect([...belowLimit(1000n, lines)]).toEqual([...lines]);
  });

  test('above it each line is shared in proportion, to the penny', () => {
    const lines = new Map([
      ['a', 200n],
      ['b', 100n],
      ['c', -900n],
    ]);
    expect(Object.fromEntries(belowLimit(100n, lines))).toEqual({ a: 67n, b: 33n, c: -100n });
  });
});
