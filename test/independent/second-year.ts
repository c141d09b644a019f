import fc from 'fast-check';
import { isFenced, purposeOf } from './fund-rows.js';
import {
  type BroughtForward,
  districts,
  pick,
  poolOf,
  poolOfMoney,
  quarters,
  type Receipt,
  type RuledFund,
  type Settlement,
  type Spending,
} from './fund-shape.js';
import { bodySettled } from './last-year-by-hand.js';

/** How a year goes after the last one. */
export interface Course {
  /** What becomes of each line brought forward: settled (0), of contributions by a receipt that says so (1), in half (2), or not (3). */
  readonly ways: readonly number[];
  /** Whether its own receipts say of which instalment they are. */
  readonly isMarked: boolean;
  /** By how much its spending differs from its plan, line by line. */
  readonly off: readonly bigint[];
}

const way = fc.nat({ max: 3 });

export const courses: fc.Arbitrary<Course> = fc.record({
  ways: fc.array(way, { minLength: 11, maxLength: 11 }),
  isMarked: fc.boolean(),
  off: fc.array(fc.oneof(fc.constant(0n), fc.bigInt(-50n, 50n)), { minLength: 7, maxLength: 7 }),
});

/** The course on which all is settled, and all else is on plan. */
export const settledCourse: Course = { ways: [0], isMarked: true, off: [0n] };

const lastYear = '2014/15';
const days = ['2015-04-20', '2015-09-30', '2015-07-01', '2016-03-31'];

/** The year after a fund’s, as if it were 2015/16 again, which begins with these lines. */
export function secondYear(last: RuledFund, opening: readonly BroughtForward[], course: Course): RuledFund {
  const { performance } = last;
  const begun: RuledFund = { ...last, opening, asAt: 'Q4', forecasts: [], virements: [] };
  const ofLines = opening.map((line, index) => ofLastYear(begun, line, pick(course.ways, index)));
  const planned = last.cells.filter(({ heading }) => heading !== 'performance');
  const receipts = [...ofLines.flatMap((rows) => rows.receipts), ...onPlan(begun, planned, course)];
  return {
    ...begun,
    receipts: receipts.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    settlements: ofLines.flatMap((rows) => rows.settlements),
    spending: [
      ...planned.flatMap((cell, index) => spentOn(last, { ...cell, pence: cell.pence + pick(course.off, index) })),
      ...ofLines.flatMap((rows) => rows.spending),
      ...turnedOf(last, course),
    ],
    ...(performance && { performance: { ...performance, pots: performance.pots.map(unreported) } }),
  };
}

type Pot = NonNullable<RuledFund['performance']>['pots'][number];

function unreported(pot: Pot): Pot {
  return { ...pot, admissions: pot.admissions.map(({ baseline, plan }) => ({ baseline, plan })) };
}

function onPlan(fund: RuledFund, planned: RuledFund['cells'], { isMarked }: Course): Receipt[] {
  const marks = fund.instalments?.map(({ quarter }) => quarter) ?? quarters;
  return planned.map(({ schedule: partner, source, heading, pence }, index) => {
    const pool = poolOf(fund, heading);
    const isTied = isFenced({ heading }) || index % 2 === 0;
    const receipt = { date: pick(days, index), partner, source, heading: isTied ? heading : '', pool, pence };
    return isMarked ? { ...receipt, quarter: pick(marks, index) } : receipt;
  });
}

/** Spending of the districts names the district; of what is allotted each has its own. */
function spentOn({ districts: spending }: RuledFund, cell: RuledFund['cells'][number]): Spending[] {
  const date = '2015-08-10';
  if (cell.appliedBy !== districts) return [{ ...cell, date }];
  const { members = [], allotted } = spending ?? {};
  if (allotted === undefined) return [{ ...cell, date, district: pick(members, 0) }];
  return members.map((district, index) => ({ ...cell, date, district, pence: allotted[index] ?? 0n }));
}

/** What was accrued last year and not reversed is, and its invoice comes. */
function turnedOf({ spending }: RuledFund, { ways }: Course): Spending[] {
  return spending.flatMap((row, index): Spending[] => {
    const isReversed = spending.some(({ adjusts }) => adjusts === `E${index}`);
    if (row.accrual !== 'accrual' || isReversed || pick(ways, index) > 1) return [];
    const { accrual, ...invoice } = { ...row, date: '2015-05-11' };
    const adjusts = `${lastYear}:E${index}`;
    return [{ ...invoice, pence: -row.pence, accrual: 'reversal', adjusts }, invoice];
  });
}

interface Rows {
  readonly receipts: readonly Receipt[];
  readonly settlements: readonly Settlement[];
  readonly spending: readonly Spending[];
}

/** The rows that settle a line brought forward, or half of it. */
function ofLastYear(fund: RuledFund, line: BroughtForward, how: number): Rows {
  const none: Rows = { receipts: [], settlements: [], spending: [] };
  const { partner, source, kind } = line;
  const pence = how === 2 ? line.pence / 2n : line.pence;
  if (how === 3 || pence === 0n) return none;
  const heading = purposeOf(line);
  const paid = { date: '2015-04-13', partner, source, heading, pool: poolOfMoney(fund, line), pence: -pence };
  switch (kind) {
    case 'contributions':
      // What came ahead goes back.
      if (pence > 0n) return { ...none, receipts: [{ ...paid, quarter: fund.instalments?.[0]?.quarter ?? 'Q1' }] };
      return how === 1
        ? { ...none, settlements: [{ ...paid, year: lastYear, of: 'contribution' }] }
        : { ...none, receipts: [paid] };
    case 'variance': {
      const settlement = paidFor(fund, line, paid);
      return settlement === undefined ? none : { ...none, settlements: [settlement] };
    }
    default: {
      const spent = spentOf(fund, line, pence);
      return spent === undefined ? none : { ...none, spending: [spent] };
    }
  }
}

/** A variance is paid by its body; of a group by a member that has none of its own there. */
function paidFor(fund: RuledFund, { partner, body = partner }: BroughtForward, paid: Receipt): Settlement | undefined {
  const groups = new Map([
    [districts, fund.districts?.members ?? []],
    ['ccgs', fund.ccgs.map(({ code }) => code)],
  ]);
  const payers = groups.get(body) ?? [body];
  const rows = payers.map((payer): Settlement => {
    return { ...paid, partner: payer, year: lastYear, ...(payer !== partner && { schedule: partner }) };
  });
  return rows.find((row) => bodySettled(fund, row) === body);
}

/** A balance is spent by its body, on what it is for. */
function spentOf(fund: RuledFund, line: BroughtForward, pence: bigint): Spending | undefined {
  const { partner: schedule, source, body = schedule } = line;
  const purpose = purposeOf(line);
  const isCapital = ['dfg', 'works'].includes(source);
  const headings = fund.cells.map((cell) => cell.heading);
  const open = headings.filter((heading) => {
    const isFree = !isFenced({ heading }) && heading !== 'performance' && (heading === 'works') === isCapital;
    return isFree && poolOf(fund, heading) === poolOfMoney(fund, line);
  });
  const heading = purpose || open[0];
  if (heading === undefined) return undefined;
  const { members = [] } = fund.districts ?? {};
  const district = body === districts ? members[0] : members.find((code) => code === body);
  // A group's spending names a member.
  const who =
    body === 'ccgs'
      ? { appliedBy: body, district: pick(fund.ccgs, 0).code }
      : district === undefined
        ? { appliedBy: body }
        : { appliedBy: districts, district };
  return { date: '2015-06-22', schedule, source, heading, pence, ...who };
}
