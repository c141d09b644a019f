import type { ByHand } from './by-hand.js';
import { balancesOf, isFenced, poolSpentFrom, purposeOf, sumPence } from './fund-rows.js';
import { districts, poolOf, poolOfMoney, type RuledFund } from './fund-shape.js';

/** What is left to a body in a pool under one heading of one schedule; heading '' is money for no heading. */
export interface Left {
  readonly pool: string;
  readonly body: string;
  readonly schedule: string;
  readonly heading: string;
  readonly isCapital: boolean;
  readonly pence: bigint;
  /** What of it was due, and what was spent, by source. */
  readonly due: ReadonlyMap<string, bigint>;
  readonly spent: ReadonlyMap<string, bigint>;
}

/** Some of it: due from a source, spent from one, or moved. */
interface Move extends Pick<Left, 'pool' | 'body' | 'schedule' | 'heading' | 'pence'> {
  readonly isCapital?: boolean;
  readonly from?: string;
  readonly isSpent?: boolean;
}

/** What is due out to each body and is not spent, line by line, whoever bears what is over. */
export function leftByHand(byHand: ByHand): Left[] {
  const { fund } = byHand;
  const lines = new Map<string, Left>();
  const move = ({ from, isSpent = false, isCapital: isDeclared, ...place }: Move) => {
    const isCapital = isDeclared ?? ['adaptations', 'works'].includes(place.heading);
    const key = [place.pool, place.body, place.schedule, place.heading, isCapital].join();
    const line = lines.get(key) ?? { ...place, isCapital, pence: 0n, due: new Map(), spent: new Map() };
    const noted = (sources: Left['due'], isMeant: boolean) =>
      isMeant && from !== undefined ? new Map(sources).set(from, (sources.get(from) ?? 0n) + place.pence) : sources;
    const [due, spent] = [noted(line.due, !isSpent), noted(line.spent, isSpent)];
    lines.set(key, { ...line, due, spent, pence: line.pence + place.pence });
  };
  const share = (pool: string, cells: RuledFund['cells'], pence: bigint) => {
    const keyOf = ({ heading, appliedBy }: RuledFund['cells'][number]) => `${heading} ${appliedBy}`;
    const parts = byHand.split(pence, new Map(cells.map((cell) => [keyOf(cell), cell.pence])));
    for (const { schedule, heading, source, appliedBy } of cells) {
      for (const [body, part] of membersOf(byHand, appliedBy, parts.get(`${heading} ${appliedBy}`) ?? 0n)) {
        move({ pool, body, schedule, heading, pence: part, from: source });
      }
    }
  };
  for (const { partner, source, pool, kind, cells, dueToDate } of byHand.contributions()) {
    if (cells.length > 0) share(pool, cells, dueToDate);
    else {
      const heading = kind === 'performance' ? kind : '';
      move({ pool, body: partner, schedule: partner, heading, pence: dueToDate, from: source });
    }
  }
  for (const { from, to, pence } of byHand.pooledVirements()) {
    const due = byHand.dueOf(pence);
    for (const [side, part] of [[to, due] as const, [from, -due] as const]) {
      move({ pool: poolOf(fund, from.heading), body: side.appliedBy, ...side, pence: part });
    }
  }
  for (const row of balancesOf(fund)) {
    const heading = purposeOf(row);
    const { partner: schedule, source, pence, body = schedule } = row;
    const pool = poolOfMoney(fund, row);
    const cells = fund.cells.filter(
      (cell) =>
        cell.schedule === schedule &&
        cell.source === source &&
        cell.heading === heading &&
        poolOf(fund, cell.heading) === pool,
    );
    const isCapital = heading === '' ? ['dfg', 'works'].includes(source) : undefined;
    // What has a holder is not divided again.
    if (cells.length > 0 && row.body === undefined) share(pool, cells, pence);
    else move({ pool, body, schedule, heading, pence, from: source, ...(isCapital !== undefined && { isCapital }) });
  }
  for (const row of byHand.pooledSpent) {
    const { schedule, heading, source } = row;
    const pool = poolSpentFrom(fund, row);
    move({ pool, body: bodyPaid(fund, row), schedule, heading, pence: -row.pence, from: source, isSpent: true });
  }
  for (const { schedule, heading, appliedBy, variance = 0n, borneBy } of atYearEnd(byHand)) {
    const pool = poolOf(fund, heading);
    move({ pool, body: appliedBy, schedule, heading, pence: variance });
    for (const [body, part] of borneBy) move({ pool, body, schedule, heading, pence: -part });
  }
  return [...lines.values()];
}

/** The variances whose bearers have to settle them; before the year end none. */
export function atYearEnd(byHand: ByHand): ReturnType<ByHand['variances']> {
  return byHand.fund.asAt === 'Q4' ? byHand.variances() : [];
}

/** The grant of the districts, where each is allotted a part, is each district’s. */
function membersOf(byHand: ByHand, body: string, pence: bigint): readonly (readonly [string, bigint])[] {
  const { members = [], allotted } = byHand.fund.districts ?? {};
  if (body !== districts || allotted === undefined) return [[body, pence]];
  const parts = byHand.split(pence, new Map(members.map((member, index) => [member, allotted[index] ?? 0n])));
  return [...parts];
}

/** Who has spent: of a grant that is allotted the district. */
export function bodyPaid(
  fund: RuledFund,
  row: Pick<RuledFund['spending'][number], 'heading' | 'appliedBy' | 'district'>,
): string {
  return row.heading === 'adaptations' && fund.districts?.allotted !== undefined
    ? (row.district ?? row.appliedBy)
    : row.appliedBy;
}

/** Money for no heading meets what is spent above other lines of its schedule and nature; it stands first. */
export function met(lines: readonly Left[]): Left[] {
  const frees = lines.filter(({ heading, pence }) => heading === '' && pence > 0n);
  const isMetBy = (free: Left) => (line: Left) =>
    line.schedule === free.schedule && line.isCapital === free.isCapital && line.pence < 0n && !isFenced(line);
  const taken = frees.flatMap((free) => lines.filter(isMetBy(free)));
  const rest = lines.filter((line) => !frees.includes(line) && !taken.includes(line));
  return [...frees.map((free) => ({ ...free, pence: free.pence + sumPence(lines.filter(isMetBy(free))) })), ...rest];
}
