import type { VariancePolicy } from '../../agreement/variance-policies.js';
import type { Bearing, PolicyCase } from './policy.js';

/** £120.00 overspent by 09C; 09C and 09E contribute one to three, and KCC twice as much as both. */
const base: Bearing = {
  variancePence: 12_000n,
  appliedBy: '09C',
  sharers: new Map([
    ['KCC', 800_000n],
    ['09C', 100_000n],
    ['09E', 300_000n],
  ]),
  shares: new Map([
    ['KCC', 5000],
    ['09C', 3333],
    ['09E', 1667],
  ]),
  lead: 'KCC',
  sharedPence: 12_000n,
};
const underspend: Bearing = { ...base, variancePence: -10_000n, sharedPence: -10_000n };
const oddPence: Bearing = { ...base, variancePence: 100n, sharedPence: 100n };

/** The worked cases of each policy (R4), run by test/rules/variance-policies.test.ts. */
export const policyCases: Readonly<Record<VariancePolicy, readonly PolicyCase[]>> = {
  'responsible-body': [
    { name: 'an overspend is its own body’s to pay', bearing: base, expected: { '09C': 12_000n } },
    { name: 'an underspend is its own body’s to hold', bearing: underspend, expected: { '09C': -10_000n } },
  ],
  equal: [
    { name: 'three bear a third each', bearing: base, expected: { KCC: 4000n, '09C': 4000n, '09E': 4000n } },
    {
      name: 'the odd penny goes to the lowest code',
      bearing: oddPence,
      expected: { KCC: 33n, '09C': 34n, '09E': 33n },
    },
    { name: 'and so it does when held', bearing: underspend, expected: { KCC: -3333n, '09C': -3334n, '09E': -3333n } },
  ],
  'pro-rata': [
    { name: 'two thirds, a twelfth, a quarter', bearing: base, expected: { KCC: 8000n, '09C': 1000n, '09E': 3000n } },
    { name: 'largest remainder', bearing: oddPence, expected: { KCC: 67n, '09C': 8n, '09E': 25n } },
  ],
  'fixed-shares': [
    { name: '50%, 33.33% and 16.67%', bearing: base, expected: { KCC: 6000n, '09C': 4000n, '09E': 2000n } },
    { name: 'to the penny', bearing: oddPence, expected: { KCC: 50n, '09C': 33n, '09E': 17n } },
  ],
  'lead-commissioner': [
    { name: 'the lead bears all', bearing: base, expected: { KCC: 12_000n } },
    { name: 'and holds all', bearing: underspend, expected: { KCC: -10_000n } },
  ],
  capped: [
    {
      name: 'below the limit it is shared pro rata',
      bearing: base,
      expected: { KCC: 8000n, '09C': 1000n, '09E': 3000n },
    },
    {
      name: 'above the limit the lead bears the rest',
      bearing: { ...base, sharedPence: 6000n },
      expected: { KCC: 10_000n, '09C': 500n, '09E': 1500n },
    },
    {
      name: 'a limit of nil leaves all to the lead',
      bearing: { ...base, sharedPence: 0n },
      expected: { KCC: 12_000n },
    },
  ],
};
