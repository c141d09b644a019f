import type { PerformanceTerms } from './performance-payment.js';

/** A worked case of R3: each CCG has a baseline of 10,000 a quarter and a pot of £2,086,000; an admission is £1,490. */
export interface PerformanceCase {
  readonly name: string;
  readonly terms: PerformanceTerms;
  readonly plan: readonly number[];
  readonly actual: readonly number[];
  /** Whole pounds by quarter. */
  readonly payPounds: readonly number[];
  readonly retainedPounds: number;
}

export const caseBaseline = 10_000;
export const casePotPounds = 2_086_000;

const planned: PerformanceTerms = { cap: 'planned', clawback: false };
const annual: PerformanceTerms = { cap: 'annual', clawback: false };
const onPlan = [9650, 9650, 9650, 9650];
const missThenCatchUp = [10_100, 9700, 9550, 9250];
const earlyThenReversal = [9300, 9700, 9950, 10_400];
const riseAllYear = [10_100, 10_200, 10_300, 10_250];
const planAboveBaselineFirst = [10_100, 9600, 9500, 9400];
const behindThatPlan = [10_050, 9600, 9500, 9400];
const beyondPlan = [9500, 9500, 9500, 9500];
const half = [9825, 9825, 9825, 9825];

type Row = readonly [string, PerformanceTerms, readonly number[], readonly number[], readonly number[], number];

const table: readonly Row[] = [
  ['on plan', planned, onPlan, onPlan, [521_500, 521_500, 521_500, 521_500], 0],
  ['on plan, annual cap', annual, onPlan, onPlan, [521_500, 521_500, 521_500, 521_500], 0],
  ['half', planned, onPlan, half, [260_750, 260_750, 260_750, 260_750], 1_043_000],
  ['half, annual cap', annual, onPlan, half, [260_750, 260_750, 260_750, 260_750], 1_043_000],
  ['miss, then catch up', planned, onPlan, missThenCatchUp, [0, 298_000, 670_500, 1_117_500], 0],
  ['miss, then catch up, annual cap', annual, onPlan, missThenCatchUp, [0, 298_000, 670_500, 1_117_500], 0],
  ['early, then reversal', planned, onPlan, earlyThenReversal, [521_500, 521_500, 521_500, 0], 521_500],
  [
    'early, then reversal, clawback',
    { cap: 'planned', clawback: true },
    onPlan,
    earlyThenReversal,
    [521_500, 521_500, 521_500, -596_000],
    1_117_500,
  ],
  ['early, then reversal, annual cap', annual, onPlan, earlyThenReversal, [1_043_000, 447_000, 74_500, 0], 521_500],
  ['rise all year', planned, onPlan, riseAllYear, [0, 0, 0, 0], 2_086_000],
  ['rise all year, annual cap', annual, onPlan, riseAllYear, [0, 0, 0, 0], 2_086_000],
  ['plan above baseline first', planned, planAboveBaselineFirst, behindThatPlan, [0, 447_000, 745_000, 894_000], 0],
  [
    'plan above baseline first, annual cap',
    annual,
    planAboveBaselineFirst,
    behindThatPlan,
    [0, 521_500, 745_000, 819_500],
    0,
  ],
  ['beyond plan all year', planned, onPlan, beyondPlan, [521_500, 521_500, 521_500, 521_500], 0],
  ['beyond plan all year, annual cap', annual, onPlan, beyondPlan, [745_000, 745_000, 596_000, 0], 0],
];

/** The worked cases of R3, to the pound, with both caps and with clawback. */
export const performanceCases: readonly PerformanceCase[] = table.map(
  ([name, terms, plan, actual, payPounds, retainedPounds]) => ({
    name,
    terms,
    plan,
    actual,
    payPounds,
    retainedPounds,
  }),
);
