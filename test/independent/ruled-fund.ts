import fc from 'fast-check';
import { date, movements, movementsOf, pence, signedPence } from './fund-movements.js';
import {
  type Cell,
  host,
  type Instalment,
  type PerformanceTerms,
  pick,
  type Quarter,
  quarters,
  type RuledFund,
} from './fund-shape.js';
import { cutsOf100, partsOf100, ruleOf, varianceRules } from './variance-rules.js';

const ccgCodes = ['09C', '99J', '09E', '10D', '0123', '09J', '09E1', '10E', '10A'];

const change = fc.oneof(fc.constant(0n), fc.bigInt(-9n, 9n), fc.bigInt(-(10n ** 7n), 10n ** 8n));
const nat = fc.nat({ max: 999 });

const fewer = (most: number) => fc.oneof(fc.integer({ min: -2, max: 5 }), fc.integer({ min: -most / 2, max: most }));
const pots = fc.record({
  pence: fc.oneof({ weight: 1, arbitrary: fc.constant(0n) }, { weight: 6, arbitrary: pence }),
  admissions: fc.array(
    fc.record({ baseline: fc.integer({ min: 200, max: 12_000 }), cut: fewer(90), met: fewer(120) }),
    {
      minLength: 4,
      maxLength: 4,
    },
  ),
  blanks: fc.oneof(
    { weight: 3, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((first) => [first, first + 1, first + 2, first + 3]) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((only) => [only]) },
  ),
});

const flags = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 });

const choices = fc.record({
  asAt: fc.constantFrom(...quarters, 'Q4' as const),
  ccgs: fc.integer({ min: 1, max: 9 }),
  from: nat,
  localities: fc.nat({ max: 3 }),
  hasHospital: fc.boolean(),
  additional: flags,
  hasNeighbour: flags,
  hasCarers: flags,
  hasWorks: fc.boolean(),
  amounts: fc.array(pence, { minLength: 5, maxLength: 47 }),
  performance: fc.option(
    fc.record({
      cap: fc.constantFrom('planned' as const, 'annual' as const),
      clawback: fc.boolean(),
      paidAfter: fc.constantFrom(1, 1, 0, 2, 4),
      arePotsDeclared: fc.boolean(),
      pots: fc.array(pots, { minLength: 9, maxLength: 9 }),
    }),
    { nil: undefined, freq: 8 },
  ),
  forAll: fc.option(fc.tuple(varianceRules, fc.boolean()), { nil: undefined }),
  forSchemes: fc.option(varianceRules, { nil: undefined }),
  instalments: fc.option(
    fc.record({
      due: fc.array(date, { minLength: 1, maxLength: 6 }),
      cuts: cutsOf100(5),
    }),
    { nil: undefined },
  ),
  receipts: fc.array(fc.record({ pick: nat, tie: nat, date, pence: signedPence }), { minLength: 1, maxLength: 12 }),
  settlements: fc.array(
    fc.record({ pick: nat, tie: nat, date, pence: signedPence, year: fc.constantFrom('', '2014/15') }),
    { maxLength: 3 },
  ),
  spending: fc.array(fc.record({ pick: nat, date, pence: signedPence }), { maxLength: 12 }),
  forecasts: fc.array(change, { minLength: 5, maxLength: 23 }),
  unforecast: fc.option(nat, { nil: undefined, freq: 3 }),
  movements,
});
type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/** Funds of one to nine CCGs and their host, whose plan foots and whose rows can all be posted. */
export const ruledFunds: fc.Arbitrary<RuledFund> = choices.map(build);

function build(chosen: Choices): RuledFund {
  const localities = ['N', 'S', 'W'].slice(0, chosen.localities);
  const codes = Array.from({ length: chosen.ccgs }, (_, index) => pick(ccgCodes, chosen.from + index));
  const performance = chosen.performance && termsOf(chosen.performance, codes);
  const cells = cellsOf(chosen, codes, performance);
  const bodies = [host, ...codes];
  const forAll = chosen.forAll && {
    ...ruleOf(chosen.forAll[0], bodies),
    ...(chosen.forAll[1] && { pool: 'main' }),
  };
  const forSchemes = chosen.forSchemes && { ...ruleOf(chosen.forSchemes, bodies), heading: 'schemes' };
  const unforecast = chosen.unforecast === undefined ? undefined : pick(cells, chosen.unforecast);
  const spending = chosen.spending.map((spent) => ({
    ...pick(cells, spent.pick),
    date: spent.date,
    pence: spent.pence,
  }));
  const forecasts = cells
    .map((cell, index) => ({ ...cell, pence: positive(cell.pence + pick(chosen.forecasts, index)) }))
    .filter(({ heading, schedule }) => heading !== unforecast?.heading || schedule !== unforecast.schedule);
  return {
    asAt: chosen.asAt,
    ccgs: codes.map((code, index) => ({ code, ...(localities.length > 0 && { locality: pick(localities, index) }) })),
    cells,
    performance,
    varianceRules: [forAll, forSchemes].filter((rule) => rule !== undefined),
    instalments: chosen.instalments && instalmentsOf(chosen.instalments),
    receipts: chosen.receipts.map((receipt) => {
      const { schedule: partner, source, heading } = pick(cells, receipt.pick);
      // Performance money is always tied to its heading; other money may be.
      const isTied = heading === 'performance' || receipt.tie % 2 === 0;
      return { date: receipt.date, partner, source, heading: isTied ? heading : '', pence: receipt.pence };
    }),
    settlements: chosen.settlements.map(({ date: day, pence, year, ...settlement }) => {
      const { schedule: partner, source, heading } = pick(cells, settlement.pick);
      // What is borne is of money that is not paid for performance.
      const isTied = heading !== 'performance' && settlement.tie % 2 === 0;
      return { date: day, partner, source, heading: isTied ? heading : '', pence, year };
    }),
    ...movementsOf(chosen.movements, { bodies, cells, spending, forecasts, hasPerformance: performance !== undefined }),
  };
}

function termsOf({ pots: chosen, ...terms }: NonNullable<Choices['performance']>, codes: string[]): PerformanceTerms {
  return {
    ...terms,
    pots: codes.map((partner, index) => {
      const { pence: pot, admissions, blanks } = pick(chosen, index);
      return {
        partner,
        pence: pot,
        admissions: admissions.map(({ baseline, cut, met }, quarter) => ({
          baseline,
          plan: baseline - cut,
          ...(!blanks.includes(quarter) && { actual: baseline - met }),
        })),
      };
    }),
  };
}

function cellsOf(chosen: Choices, codes: readonly string[], performance: PerformanceTerms | undefined): Cell[] {
  let next = 0;
  const cells: Cell[] = [];
  const add = (schedule: string, source: string, heading: string, appliedBy: string) =>
    cells.push({ schedule, source, heading, appliedBy, pence: pick(chosen.amounts, next++) });
  add(host, 'dfg', 'adaptations', host);
  if (pick(chosen.additional, 9)) add(host, 'additional', 'social-care', host);
  if (chosen.hasWorks) add(host, 'works', 'works', host);
  for (const [index, code] of codes.entries()) {
    const neighbour = pick(chosen.hasNeighbour, index) ? pick(codes, index + 1) : code;
    add(code, 'minimum', 'social-care', host);
    add(code, 'minimum', 'schemes', code);
    if (pick(chosen.additional, index)) add(code, 'additional', 'schemes', neighbour);
    if (pick(chosen.hasCarers, index)) add(code, 'minimum', 'carers', neighbour);
    if (!chosen.hasHospital) continue;
    add(code, 'minimum', 'hospital', code);
    if (neighbour !== code) add(code, 'minimum', 'hospital', neighbour);
  }
  for (const { partner: schedule, pence: pot } of performance?.pots ?? []) {
    if (pot > 0n) cells.push({ schedule, source: 'minimum', heading: 'performance', appliedBy: schedule, pence: pot });
  }
  return cells;
}

function instalmentsOf({ due, cuts }: NonNullable<Choices['instalments']>): Instalment[] {
  const parts = partsOf100(cuts.slice(0, due.length - 1));
  return [...due].sort().map((day, index) => ({ quarter: quarterOf(day), due: day, millionths: pick(parts, index) }));
}

function quarterOf(day: string): Quarter {
  if (day >= '2016') return 'Q4';
  return day < '2015-07' ? 'Q1' : day < '2015-10' ? 'Q2' : 'Q3';
}

function positive(amount: bigint): bigint {
  return amount < 0n ? 0n : amount;
}
