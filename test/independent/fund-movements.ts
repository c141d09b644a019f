import fc from 'fast-check';
import { type BroughtForward, host, pick, type RuledFund, spenders, type Virement } from './fund-shape.js';

/** Many funds are small in pence, so that remainders tie and halves come up. */
export const pence = fc.oneof(fc.bigInt(1n, 30n), fc.bigInt(1n, 10n ** 5n), fc.bigInt(1n, 10n ** 9n));
/** Now and then a refund. */
export const signedPence = fc.oneof(
  { weight: 5, arbitrary: pence },
  { weight: 1, arbitrary: pence.map((amount) => -amount) },
);
/** A day of the year, and often the first or the last of a quarter. */
export const date = fc.oneof(fc.nat({ max: 365 }), fc.constantFrom(0, 90, 91, 182, 183, 274, 275, 365)).map(dateOf);
const nat = fc.nat({ max: 999 });

/** What happens beside the plan. */
export const movements = fc.record({
  virements: fc.array(
    fc.record({ schedule: nat, from: nat, to: nat, isUsual: fc.boolean(), isBack: fc.boolean(), date, pence }),
    { maxLength: 8 },
  ),
  unplanned: fc.array(
    fc.record({
      schedule: nat,
      heading: nat,
      appliedBy: nat,
      source: nat,
      date,
      spent: fc.option(signedPence, { nil: undefined, freq: 4 }),
      expected: fc.option(pence, { nil: undefined, freq: 1 }),
      isUndone: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  opening: fc.array(fc.record({ pick: nat, isOwnCell: fc.boolean(), heading: nat, pence: signedPence }), {
    maxLength: 5,
  }),
});

type Movements = typeof movements extends fc.Arbitrary<infer T> ? T : never;

interface Planned extends Pick<RuledFund, 'cells' | 'spending' | 'forecasts'> {
  readonly bodies: readonly string[];
  readonly hasPerformance: boolean;
}

/** The spending and forecasts of the plan's lines and of others, the virements, and what was brought forward. */
export function movementsOf(chosen: Movements, planned: Planned) {
  const { bodies, cells, hasPerformance } = planned;
  const headings = Object.keys(spenders).filter(
    (code) => (code === 'performance' && hasPerformance) || cells.some(({ heading }) => heading === code),
  );
  const unplanned = chosen.unplanned.map(({ schedule: whose, heading, appliedBy, source, ...rest }) => {
    const schedule = pick(bodies, whose);
    const own = cells.filter((cell) => cell.schedule === schedule);
    // The host has no admissions, so that no performance is measured on its schedule.
    const open = headings.filter((code) => code !== 'performance' || schedule !== host);
    const line = { schedule, heading: pick(open, heading), appliedBy: pick(bodies, appliedBy) };
    return { line: { ...line, source: pick(own, source).source }, ...rest };
  });
  const spent = unplanned.flatMap(({ line, date: day, spent: amount, isUndone }) => {
    if (amount === undefined) return [];
    const row = { ...line, date: day, pence: amount };
    return isUndone && amount % 4n === 0n ? [row, { ...row, pence: -amount }] : [row];
  });
  const expected = unplanned.flatMap(({ line, expected: amount }) =>
    amount === undefined ? [] : [{ ...line, pence: amount }],
  );
  return {
    spending: [...planned.spending, ...spent],
    forecasts: onceEach([...planned.forecasts, ...expected], ({ schedule, appliedBy, heading, source }) =>
      [schedule, appliedBy, heading, source].join(),
    ),
    virements: chosen.virements.map((one): Virement => {
      // Half of them are between the headings that most schedules plan.
      const [from, to] = one.isUsual ? ['social-care', 'schemes'] : turned(headings, one);
      const [giver = '', taker = ''] = one.isBack ? [to, from] : [from, to];
      return { date: one.date, schedule: pick(bodies, one.schedule), from: giver, to: taker, pence: one.pence };
    }),
    opening: openingOf(chosen.opening, headings, planned),
  };
}

/** Two headings that differ. */
function turned(headings: readonly string[], { from, to }: { readonly from: number; readonly to: number }) {
  const first = pick(headings, from);
  const others = headings.filter((code) => code !== first);
  return [first, pick(others, to)];
}

function openingOf(chosen: Movements['opening'], headings: readonly string[], { cells }: Planned): BroughtForward[] {
  const rows = chosen.map((one) => {
    const cell = pick(cells, one.pick);
    const heading = one.isOwnCell ? cell.heading : pick([...headings, ''], one.heading);
    return { partner: cell.schedule, source: cell.source, heading, pence: one.pence };
  });
  return onceEach(rows, ({ partner, source, heading }) => [partner, source, heading].join());
}

/** The first of those that have the same key. */
function onceEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
}

/** A day counted from 1 April 2015. */
function dateOf(day: number): string {
  return new Date(Date.UTC(2015, 3, 1 + day)).toISOString().slice(0, 10);
}
