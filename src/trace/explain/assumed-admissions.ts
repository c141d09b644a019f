import { partOf } from '../../money/decimal.js';
import { rounded, times, whole } from '../../money/fraction.js';
import type { Change } from '../../rules/what-if.js';
import type { PerformancePartner, PerformanceQuarter } from '../../statement/performance-schema.js';
import type { Step, Term } from '../node.js';
import { given, minus, plus, statedNumber, step } from '../terms.js';
import { larger } from './payment-formula.js';
import { potName, quarterName } from './performance.js';

/** A partner, and what is assumed of its admissions in a quarter; undefined for one whose actuals count. */
export interface AssumedYear {
  readonly one: PerformancePartner;
  readonly changeIn: (quarter: PerformanceQuarter) => Change | undefined;
}

/** The reduction that would be achieved by a quarter: Σ baseline less actual, or less what is assumed. */
export function achievedBy({ one, changeIn }: AssumedYear, index: number): Term[] {
  const pot = potName(one.partner);
  return one.quarters.slice(0, index + 1).flatMap((quarter) => {
    const name = quarterName(pot, quarter.paidIn);
    const change = changeIn(quarter);
    const counted = change === undefined ? minus(`${name}.actual`) : [step(assumedIn(one, quarter, change), -1n)];
    return [...plus(`${name}.baseline`), ...counted];
  });
}

/** The same as a step of its own. */
export function achievedStep(assumed: AssumedYear, index: number): Step {
  const { label, quarters } = assumed.one;
  const quarter = quarters[index];
  return {
    what: `${label}: reduction that would be achieved so far, ${quarter?.measured} (paid in ${quarter?.paidIn})`,
    how: howAchieved,
    unit: 'number',
    terms: achievedBy(assumed, index),
  };
}

/** How such a reduction is made, in words. */
export const howAchieved = 'Σ (baseline − actual, or what is assumed) so far; negative is a rise';

function assumedIn(
  { partner, label }: PerformancePartner,
  { measured, paidIn }: PerformanceQuarter,
  change: Change,
): Step {
  const baseline = plus(`${quarterName(potName(partner), paidIn)}.baseline`);
  const common = { what: `${label}: admissions of ${measured}, assumed`, unit: 'number' } as const;
  if (change.kind === 'exact') {
    const assumed = given({
      what: 'assumed change, admissions in each quarter',
      unit: 'number',
      amount: BigInt(change.admissions),
    });
    return {
      ...common,
      how: 'baseline + the change, no less than nil',
      terms: [...baseline, assumed],
      formula: ([base = 0n, more = 0n]) => larger(0n, base + more),
    };
  }
  return {
    ...common,
    how: 'baseline + the change in percent of it, to the nearest whole admission, no less than nil',
    terms: [...baseline, statedNumber(change.percent, { what: 'assumed change, of the baseline', unit: 'percent' })],
    formula: ([base = 0n]) => larger(0n, base + rounded(times(whole(base), partOf(change.percent)))),
  };
}
