import { describe, expect, test } from 'vitest';
import { variancePolicies } from '../../src/agreement/variance-policies.js';
import { borne } from '../../src/rules/variance-policies/borne.js';
import { belowLimit } from '../../src/rules/variance-policies/capped.js';
import { policyCases } from '../../src/rules/variance-policies/policies.cases.js';
import { policyOf } from '../../src/rules/variance-policies/policies.js';

describe.each(variancePolicies)('R4, worked cases: %s', (policy) => {
  test.each(policyCases[policy])('$name', ({ among, variancePence, sharedPence, expected }) => {
    const weights = policyOf({ policy, sharedBy: 'pro-rata' })(among);
    const parts = borne(variancePence, { weights, lead: among.lead, sharedPence });
    expect(Object.fromEntries(parts.map(({ code, amountPence }) => [code, amountPence]))).toEqual(expected);
    expect(parts.reduce((sum, { amountPence }) => sum + amountPence, 0n)).toBe(variancePence);
  });
});

test('where nobody can share, the lead bears all', () => {
  const [first] = policyCases.equal;
  if (first === undefined) throw new Error('no case');
  const weights = policyOf({ policy: 'equal', sharedBy: 'pro-rata' })({ ...first.among, sharers: new Map() });
  expect(borne(12_000n, { weights, lead: 'KCC', sharedPence: 12_000n })).toEqual([
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
