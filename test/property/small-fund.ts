import fc from 'fast-check';
import type { VarianceRule } from '../independent/fund-shape.js';
import {
  type Admissions,
  admissionsOf,
  balancesOf,
  chosenRules,
  type SaidBalance,
  variancesOf,
} from './small-rules.js';

/** A small made-up fund as plain data: what the tests write to files, and what they add up again by themselves. */
export interface SmallFund {
  readonly year: '2015/16' | '2023/24';
  /** The council first; every other one is a CCG, or an ICB. */
  readonly partners: readonly { readonly code: string; readonly locality?: string }[];
  /** Whether the first two CCGs are a group too, declared before the one of all. */
  readonly hasPair: boolean;
  readonly localities: readonly string[];
  readonly pools: readonly string[];
  /** The host of each pool, in their order. */
  readonly hosts: readonly string[];
  readonly headings: readonly SmallHeading[];
  /** A heading fenced within its contributors’ money. */
  readonly fenced: string | undefined;
  /** A heading paid as performance releases it. */
  readonly performance: string | undefined;
  readonly performanceTerms: string;
  readonly variances: readonly VarianceRule[];
  readonly contributions: readonly SmallContribution[];
  readonly cells: readonly Cell[];
  readonly receipts: readonly Receipt[];
  readonly spending: readonly Spending[];
  readonly openings: readonly Opening[];
  readonly forecasts: readonly Forecast[];
  /** Of the pots of the performance heading, which may come from two sources of one partner. */
  readonly admissions: readonly Admissions[];
  readonly balances: readonly SaidBalance[];
}

export type Quarter = 'Q1' | 'Q2' | 'Q3' | 'Q4';
export const quarters: readonly Quarter[] = ['Q1', 'Q2', 'Q3', 'Q4'];

interface SmallHeading {
  readonly code: string;
  readonly pool: string;
  readonly nature: 'capital' | 'revenue';
  readonly appliedBy: string;
}

export interface SmallContribution {
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  readonly pence: bigint;
}

/** A cell of the plan. */
export interface Cell {
  readonly schedule: string;
  readonly source: string;
  readonly heading: string;
  readonly appliedBy: string;
  readonly pence: bigint;
}

/** Days are counted from 1 April. */
interface Receipt extends SmallContribution {
  readonly day: number;
  readonly heading: string;
}

interface Spending extends Cell {
  readonly day: number;
  readonly district: string;
}

interface Opening extends SmallContribution {
  readonly heading: string;
}

interface Forecast extends Cell {
  readonly quarter: Quarter;
}

export const sourceNatures = {
  minimum: 'revenue',
  additional: 'revenue',
  dfg: 'capital',
  equipment: 'capital',
} as const;
const ccgCodes = ['09C', '09E', '09E1', '0123', '10A', '1E5', '10D', '10E', '99J'];
const districts = ['hill', 'dale'];

/** The quarter of a day counted from 1 April of a year that ends in a leap year. */
export function quarterOfDay(day: number): Quarter {
  if (day < 91) return 'Q1';
  if (day < 183) return 'Q2';
  return day < 275 ? 'Q3' : 'Q4';
}

const nat = fc.nat({ max: 999 });
const day = fc.nat({ max: 365 });
const planned = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 4, arbitrary: fc.bigInt(1n, 10n ** 11n) },
);
const moved = fc.bigInt(-(10n ** 8n), 10n ** 10n);

const choices = fc.record({
  ccgs: fc.integer({ min: 1, max: 9 }),
  isModern: fc.boolean(),
  hasPair: fc.boolean(),
  localities: fc.integer({ min: 0, max: 3 }),
  pools: fc.integer({ min: 1, max: 3 }),
  hosts: fc.array(nat, { minLength: 3, maxLength: 3 }),
  headings: fc.array(fc.record({ pool: nat, byCouncil: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  fenced: fc.option(nat, { nil: undefined }),
  performance: fc.option(nat, { nil: undefined }),
  arePotsOfTwoSources: fc.boolean(),
  hasCouncilRevenue: fc.boolean(),
  hasEquipment: fc.boolean(),
  cells: fc.array(planned, { minLength: 5, maxLength: 40 }),
  receipts: fc.array(fc.record({ pick: nat, tie: nat, day, pence: moved }), { maxLength: 25 }),
  spending: fc.array(fc.record({ pick: nat, stray: nat, day, district: nat, pence: moved }), { maxLength: 35 }),
  openings: fc.array(fc.record({ pick: nat, tie: nat, pence: moved }), { maxLength: 5 }),
  forecastAt: fc.subarray([...quarters], { maxLength: 2 }),
  forecasts: fc.array(moved, { minLength: 3, maxLength: 12 }),
  isForecastShort: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  rules: chosenRules,
});

type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/**
 * Funds of one to nine CCGs and one to three pools with hosts of their own, whose plan balances, with every policy of R4;
 * their rows are any rows that can be posted.
 */
export const smallFunds: fc.Arbitrary<SmallFund> = choices.map(build);

function build(chosen: Choices): SmallFund {
  const localities = ['N', 'S', 'W'].slice(0, chosen.localities);
  const ccgs = ccgCodes.slice(0, chosen.ccgs);
  const places = ccgs.map((code, index) => ({
    code,
    ...(localities.length > 0 && { locality: pick(localities, index) }),
  }));
  const partners = [{ code: 'CC' }, ...places];
  const bodies = partners.map(({ code }) => code);
  const pools = ['main', 'second', 'third'].slice(0, chosen.pools);
  const headings = headingsOf(chosen, pools);
  const revenue = headings.filter(({ nature }) => nature === 'revenue').map(({ code }) => code);
  const fenced = chosen.fenced === undefined ? undefined : pick(revenue, chosen.fenced);
  const released = chosen.performance === undefined ? undefined : pick(revenue, chosen.performance);
  const performance = released === fenced ? undefined : released;
  const cells = cellsOf(chosen, headings, ccgs, performance);
  const contributions = contributionsOf(cells, headings);
  const { terms: performanceTerms } = chosen.rules;
  return {
    year: chosen.isModern ? '2023/24' : '2015/16',
    partners,
    hasPair: chosen.hasPair && ccgs.length > 1,
    localities,
    pools,
    hosts: pools.map((_, index) => pick(bodies, pick(chosen.hosts, index))),
    headings,
    fenced,
    performance,
    performanceTerms,
    variances: variancesOf(chosen.rules, { bodies, pools, headings: headings.map(({ code }) => code) }),
    cells,
    contributions,
    receipts: chosen.receipts.map((receipt) => {
      const contribution = pick(contributions, receipt.pick);
      return { ...contribution, ...receipt, heading: pick(tiesOf(contribution, headings), receipt.tie) };
    }),
    spending: chosen.spending.map((spending) => spendingOf(spending, cells, headings)),
    // What is brought forward is part of a statement as at a quarter, and only dated rows make one.
    openings: isDated(chosen) ? openingsOf(chosen, contributions, headings) : [],
    forecasts: forecastsOf(chosen, cells),
    ...(isDated(chosen)
      ? {
          admissions: performance === undefined ? [] : admissionsOf(chosen.rules, ccgs),
          balances: balancesOf(chosen.rules, bodies),
        }
      : { admissions: [], balances: [] }),
  };
}

function isDated({ receipts, spending, forecastAt }: Choices): boolean {
  return receipts.length + spending.length + forecastAt.length > 0;
}

function headingsOf(chosen: Choices, pools: readonly string[]): SmallHeading[] {
  const [main = ''] = pools;
  return [
    { code: 'adaptations', pool: main, nature: 'capital', appliedBy: 'districts' },
    ...(chosen.hasEquipment
      ? [{ code: 'equipment', pool: pick(pools, chosen.ccgs), nature: 'capital' as const, appliedBy: 'CC' }]
      : []),
    ...chosen.headings.map(({ pool, byCouncil }, index) => ({
      code: `heading-${index + 1}`,
      pool: pick(pools, pool),
      nature: 'revenue' as const,
      appliedBy: byCouncil ? 'CC' : 'ccgs',
    })),
  ];
}

function cellsOf(
  chosen: Choices,
  headings: readonly SmallHeading[],
  ccgs: readonly string[],
  performance: string | undefined,
): Cell[] {
  let next = 0;
  const amount = () => pick(chosen.cells, next++);
  const cells: Cell[] = [];
  for (const { code: heading, nature, appliedBy } of headings) {
    // What the CCGs apply they pay for themselves; the council may add to what it applies.
    const isShared = chosen.hasCouncilRevenue && appliedBy === 'CC';
    const schedules = nature === 'revenue' ? [...ccgs, ...(isShared ? ['CC'] : [])] : ['CC'];
    for (const schedule of schedules) {
      const source = nature === 'revenue' ? (schedule === 'CC' ? 'additional' : 'minimum') : '';
      const capital = heading === 'adaptations' ? 'dfg' : 'equipment';
      const body = appliedBy === 'ccgs' ? schedule : appliedBy;
      cells.push({ schedule, source: source || capital, heading, appliedBy: body, pence: amount() });
      const isOfTwo = heading === performance && chosen.arePotsOfTwoSources && source === 'minimum';
      if (isOfTwo) cells.push({ schedule, source: 'additional', heading, appliedBy: body, pence: amount() });
    }
  }
  // The grant is always there, so that no fund is without money.
  return cells
    .map((cell) => (cell.heading === 'adaptations' ? { ...cell, pence: cell.pence + 1n } : cell))
    .filter(({ pence }) => pence !== 0n);
}

function contributionsOf(cells: readonly Cell[], headings: readonly SmallHeading[]): SmallContribution[] {
  const contributions = new Map<string, SmallContribution>();
  for (const { schedule: partner, source, heading, pence } of cells) {
    const pool = headings.find(({ code }) => code === heading)?.pool ?? '';
    const key = `${partner} ${source} ${pool}`;
    contributions.set(key, { partner, source, pool, pence: (contributions.get(key)?.pence ?? 0n) + pence });
  }
  return [...contributions.values()];
}

/** The headings that money of a contribution may be tied to; '' for none. */
function tiesOf({ source, pool }: SmallContribution, headings: readonly SmallHeading[]): string[] {
  if (source === 'dfg') return ['', 'adaptations'];
  const own = headings.filter((heading) => heading.pool === pool && heading.code !== 'adaptations');
  return ['', ...own.map(({ code }) => code)];
}

/** Spending as planned, or now and then as nobody planned it. */
function spendingOf(
  chosen: Choices['spending'][number],
  cells: readonly Cell[],
  headings: readonly SmallHeading[],
): Spending {
  const { pick: picked, stray, day, pence } = chosen;
  const cell = pick(cells, picked);
  const astray = { ...cell, heading: pick(headings, stray).code, source: pick(cells, stray).source };
  const spent = stray % 6 === 0 ? astray : cell;
  return { ...spent, day, pence, district: spent.appliedBy === 'districts' ? pick(districts, chosen.district) : '' };
}

function openingsOf(
  chosen: Choices,
  contributions: readonly SmallContribution[],
  headings: readonly SmallHeading[],
): Opening[] {
  const openings = new Map<string, Opening>();
  for (const { pick: picked, tie, pence } of chosen.openings) {
    const contribution = pick(contributions, picked);
    const heading = pick(tiesOf(contribution, headings), tie);
    const key = `${contribution.partner} ${contribution.source} ${contribution.pool} ${heading}`;
    openings.set(key, { ...contribution, heading, pence });
  }
  return [...openings.values()];
}

function forecastsOf(chosen: Choices, cells: readonly Cell[]): Forecast[] {
  return chosen.forecastAt.flatMap((quarter) =>
    cells
      .map((cell, index) => ({ ...cell, quarter, pence: pick(chosen.forecasts, index) }))
      .slice(chosen.isForecastShort ? 1 : 0),
  );
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
