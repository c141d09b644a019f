import fc from 'fast-check';
import { districts, host, type Mapped, pick, poolOf, type RuledFund, type Scheme, spenders } from './fund-shape.js';
import { ruledFunds } from './ruled-fund.js';
import { cutsOf100, partsOf100 } from './variance-rules.js';

const nat = fc.nat({ max: 999 });
const nats = fc.array(nat, { minLength: 1, maxLength: 30 });
const allHeadings = Object.keys(spenders);
const limit = fc.record({
  pence: fc.oneof(fc.bigInt(0n, 50n), fc.bigInt(0n, 10n ** 8n)),
  millionths: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000_000 })),
});

const widenings = fc.record({
  second: fc.option(fc.record({ host: nat, headings: fc.subarray(allHeadings, { minLength: 1 }) }), { nil: undefined }),
  districts: fc.option(
    fc.record({ count: fc.integer({ min: 1, max: 3 }), cuts: cutsOf100(2), isAllotted: fc.boolean() }),
    {
      nil: undefined,
      freq: 3,
    },
  ),
  spenders: nats,
  pools: nats,
  schemes: nats,
  off: fc.array(fc.bigInt(-50n, 50n), { minLength: 1, maxLength: 5 }),
  lines: nats,
  thresholds: fc.option(fc.record({ amber: limit, red: limit }), { nil: undefined }),
});

type Widening = typeof widenings extends fc.Arbitrary<infer T> ? T : never;

/** Funds of one or two pools, whose grant districts may spend. */
export const pooledFunds: fc.Arbitrary<RuledFund> = fc
  .record({ fund: ruledFunds, by: widenings })
  .map(({ fund, by }) => withDistricts(withSecondPool(fund, by), by));

/** The same with schemes, a pro-forma and thresholds. */
export const wideFunds: fc.Arbitrary<RuledFund> = fc
  .record({ fund: ruledFunds, by: widenings })
  .map(({ fund, by }) => withProForma(withSchemes(withDistricts(withSecondPool(fund, by), by), by), by));

function withSecondPool(fund: RuledFund, { second, pools }: Widening): RuledFund {
  const headings = allHeadings.filter((code) => fund.cells.some(({ heading }) => heading === code));
  const own = headings.filter((code) => second?.headings.includes(code));
  if (second === undefined || own.length === 0) return fund;
  const bodies = [host, ...fund.ccgs.map(({ code }) => code)];
  const wide: RuledFund = { ...fund, second: { host: pick(bodies, second.host), headings: own } };
  // Money that is for no heading goes to a pool that its partner pays into.
  const inPool = <T extends RuledFund['opening'][number]>(money: T, index: number): T => {
    if (money.heading !== '') return money;
    const cells = fund.cells.filter(({ schedule, source }) => schedule === money.partner && source === money.source);
    return { ...money, pool: poolOf(wide, pick(cells, pick(pools, index)).heading) };
  };
  return {
    ...wide,
    receipts: fund.receipts.map(inPool),
    settlements: fund.settlements.map(inPool),
    opening: fund.opening.map(inPool),
  };
}

/** The grant is the districts’ to spend. */
function withDistricts(fund: RuledFund, { districts: chosen, spenders: by }: Widening): RuledFund {
  if (chosen === undefined) return fund;
  const members = ['hill', 'dale', 'vale'].slice(0, chosen.count);
  const grant = fund.cells.find(({ heading }) => heading === 'adaptations')?.pence ?? 0n;
  const parts = partsOf100(chosen.cuts.slice(0, chosen.count - 1)).map((part) => (grant * BigInt(part)) / 100_000_000n);
  const rest = grant - parts.reduce((sum, part) => sum + part, 0n);
  const allotted = parts.map((part, index) => (index === 0 ? part + rest : part));
  const isTheirs = ({ heading, appliedBy }: RuledFund['cells'][number]) =>
    heading === 'adaptations' && appliedBy === host;
  const theirs = <T extends RuledFund['cells'][number]>(cell: T): T => {
    return isTheirs(cell) ? { ...cell, appliedBy: districts } : cell;
  };
  return {
    ...fund,
    cells: fund.cells.map(theirs),
    forecasts: fund.forecasts.map(theirs),
    spending: fund.spending.map((spent, index) =>
      isTheirs(spent) ? { ...theirs(spent), district: pick(members, pick(by, index)) } : spent,
    ),
    districts: { members, ...(chosen.isAllotted && { allotted }) },
  };
}

/** Schemes of some cells, which may have no heading, or not be as much as their cells; and what is spent on them. */
function withSchemes(fund: RuledFund, { schemes: by, off }: Widening): RuledFund {
  const kinds = fund.cells.map((cell, index) => ({ cell, kind: pick(by, index) % 5, index }));
  const schemes = kinds.flatMap(({ cell, kind, index }): Scheme[] => {
    if (kind > 2 || cell.heading === 'adaptations') return [];
    const pence = cell.pence + (kind === 2 ? pick(off, index) : 0n);
    const heading = kind === 1 ? '' : cell.heading;
    return [{ schedule: cell.schedule, scheme: `S${index}`, heading, pence: pence < 0n ? 0n : pence }];
  });
  const onScheme = <T extends RuledFund['forecasts'][number]>(row: T, index: number): T => {
    const isFor = (heading: string) => heading === '' || heading === row.heading;
    const own = schemes.filter(({ schedule, heading }) => schedule === row.schedule && isFor(heading));
    return own.length === 0 || pick(by, index) % 3 === 0 ? row : { ...row, scheme: pick(own, pick(by, index)).scheme };
  };
  return { ...fund, schemes, spending: fund.spending.map(onScheme), forecasts: fund.forecasts.map(onScheme) };
}

/** Headings, headings of one schedule, and schemes, each on a line or on none. */
function withProForma(fund: RuledFund, { lines: by, thresholds }: Widening): RuledFund {
  const headings = [...new Set(fund.cells.map(({ heading }) => heading))];
  const cells = fund.cells.map(({ schedule, heading }) => `${schedule} ${heading}`);
  const all: Omit<Mapped, 'line'>[] = [
    ...headings.map((heading) => ({ schedule: '', scheme: '', heading })),
    ...[...new Set(cells)].map((cell) => {
      const [schedule = '', heading = ''] = cell.split(' ');
      return { schedule, scheme: '', heading };
    }),
    ...(fund.schemes ?? []).map(({ schedule, scheme }) => ({ schedule, scheme, heading: '' })),
  ];
  const mapped = all.map((what, index) => ({ line: `Line ${pick(by, index) % 7}`, ...what }));
  const proForma = mapped.filter((_, index) => pick(by, index) % 3 === 0);
  const unused = { line: 'Nothing', schedule: '', scheme: '', heading: '' };
  return { ...fund, proForma: [...proForma, unused], ...(thresholds && { thresholds: inOrder(thresholds) }) };
}

/** Amber is never above red. */
function inOrder({ amber, red }: NonNullable<Widening['thresholds']>): NonNullable<RuledFund['thresholds']> {
  const [less, more] = amber.pence < red.pence ? [amber.pence, red.pence] : [red.pence, amber.pence];
  const [fewer, most] = [amber.millionths, red.millionths].sort((a, b) => a - b);
  return { amber: { pence: less, millionths: fewer ?? 0 }, red: { pence: more, millionths: most ?? 0 } };
}
