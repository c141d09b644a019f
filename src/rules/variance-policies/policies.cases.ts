import type { VariancePolicy, WeighedMoney } from '../../agreement/variance-policies.js';
import { asDecimal, type Decimal } from '../../money/decimal.js';
import type { Pence } from '../../money/pence.js';

/** Who may bear a variance. */
interface Among {
  /** The body to which the funds were applied. */
  readonly appliedBy: string;
  /** Each who shares, with its agreed contribution to the pool in pence. */
  readonly contributed: ReadonlyMap<string, Pence>;
  /** The same, less what is ring-fenced or capital. */
  readonly atRisk: ReadonlyMap<string, Pence>;
  /** Declared shares, in percent. */
  readonly shares: ReadonlyMap<string, Decimal>;
  readonly lead: string;
}

/** A worked case of a policy, in pence. */
export interface PolicyCase {
  readonly name: string;
  readonly among: Among;
  readonly variancePence: Pence;
  readonly weigh?: WeighedMoney;
  /** Of a capped variance, the part below the limit. */
  readonly sharedPence: Pence;
  readonly expected: Readonly<Record<string, Pence>>;
}

/** Of £120.00 overspent by 09C; 09C and 09E contribute one to three, and KCC twice as much as both, most of it a grant. */
const among: Among = {
  appliedBy: '09C',
  contributed: new Map([
    ['KCC', 800_000n],
    ['09C', 100_000n],
    ['09E', 300_000n],
  ]),
  atRisk: new Map([
    ['KCC', 200_000n],
    ['09C', 100_000n],
    ['09E', 300_000n],
  ]),
  shares: new Map([
    ['KCC', asDecimal(50)],
    ['09C', asDecimal(33.33)],
    ['09E', asDecimal(16.67)],
  ]),
  lead: 'KCC',
};
const base = { among, variancePence: 12_000n, sharedPence: 12_000n };
const underspend = { among, variancePence: -10_000n, sharedPence: -10_000n };
const oddPence = { among, variancePence: 100n, sharedPence: 100n };

/** The worked cases of each policy (R4), run by test/rules/variance-policies.test.ts. */
export const policyCases: Readonly<Record<VariancePolicy, readonly PolicyCase[]>> = {
  'responsible-body': [
    { name: 'an overspend is its own body’s to pay', ...base, expected: { '09C': 12_000n } },
    { name: 'an underspend is its own body’s to hold', ...underspend, expected: { '09C': -10_000n } },
  ],
  equal: [
    { name: 'three bear a third each', ...base, expected: { KCC: 4000n, '09C': 4000n, '09E': 4000n } },
    {
      name: 'the odd penny goes to the lowest code',
      ...oddPence,
      expected: { KCC: 33n, '09C': 34n, '09E': 33n },
    },
    { name: 'and so it does when held', ...underspend, expected: { KCC: -3333n, '09C': -3334n, '09E': -3333n } },
  ],
  'pro-rata': [
    {
      name: 'a third, a sixth, a half: what is ring-fenced or capital weighs nothing',
      ...base,
      expected: { KCC: 4000n, '09C': 2000n, '09E': 6000n },
    },
    { name: 'largest remainder', ...oddPence, expected: { KCC: 33n, '09C': 17n, '09E': 50n } },
    {
      name: 'with weigh: all two thirds, a twelfth, a quarter',
      ...base,
      weigh: 'all',
      expected: { KCC: 8000n, '09C': 1000n, '09E': 3000n },
    },
  ],
  'fixed-shares': [
    { name: '50%, 33.33% and 16.67%', ...base, expected: { KCC: 6000n, '09C': 4000n, '09E': 2000n } },
    { name: 'to the penny', ...oddPence, expected: { KCC: 50n, '09C': 33n, '09E': 17n } },
  ],
  'lead-commissioner': [
    { name: 'the lead bears all', ...base, expected: { KCC: 12_000n } },
    { name: 'and holds all', ...underspend, expected: { KCC: -10_000n } },
  ],
  capped: [
    {
      name: 'below the limit it is shared pro rata',
      ...base,
      expected: { KCC: 4000n, '09C': 2000n, '09E': 6000n },
    },
    {
      name: 'above the limit the lead bears the rest',
      ...base,
      sharedPence: 6000n,
      expected: { KCC: 8000n, '09C': 1000n, '09E': 3000n },
    },
    {
      name: 'a limit of nil leaves all to the lead',
      ...base,
      sharedPence: 0n,
      expected: { KCC: 12_000n },
    },
  ],
};
