import { ByHand } from './by-hand.js';
import { poolSpentFrom, purposeOf, rowsToDate, sumPence } from './fund-rows.js';
import { districts, poolOf, poolOfMoney, type RuledFund } from './fund-shape.js';
import { larger, smaller, sum } from './pot-by-hand.js';

/** What is left to a body in a pool under one heading of one schedule; heading '' is money for no heading. */
interface Left {
  readonly pool: string;
  readonly body: string;
  readonly schedule: string;
  readonly heading: string;
  readonly isCapital: boolean;
  readonly pence: bigint;
}

export const isFenced = ({ heading }: { readonly heading: string }) => ['adaptations', 'hospital'].includes(heading);

/** What is due out to each body and is not spent, line by line, whoever bears what is over. */
export function leftByHand(byHand: ByHand): Left[] {
  const { fund } = byHand;
  const lines = new Map<string, Left>();
  const move = (line: Omit<Left, 'isCapital'> & { readonly isCapital?: boolean }) => {
    const isCapital = line.isCapital ?? ['adaptations', 'works'].includes(line.heading);
    const key = [line.pool, line.body, line.schedule, line.heading, isCapital].join();
    lines.set(key, { ...line, isCapital, pence: (lines.get(key)?.pence ?? 0n) + line.pence });
  };
  const share = (pool: string, cells: RuledFund['cells'], pence: bigint) => {
    const keyOf = ({ heading, appliedBy }: RuledFund['cells'][number]) => `${heading} ${appliedBy}`;
    const parts = byHand.split(pence, new Map(cells.map((cell) => [keyOf(cell), cell.pence])));
    for (const cell of cells) {
      for (const [body, part] of membersOf(byHand, cell.appliedBy, parts.get(keyOf(cell)) ?? 0n)) {
        move({ pool, body, schedule: cell.schedule, heading: cell.heading, pence: part });
      }
    }
  };
  for (const { partner, pool, kind, cells, dueToDate } of byHand.contributions()) {
    if (cells.length > 0) share(pool, cells, dueToDate);
    else
      move({ pool, body: partner, schedule: partner, heading: kind === 'performance' ? kind : '', pence: dueToDate });
  }
  for (const { from, to, pence } of byHand.virements) {
    const due = byHand.dueOf(pence);
    for (const [side, part] of [[to, due] as const, [from, -due] as const]) {
      move({ pool: poolOf(fund, from.heading), body: side.appliedBy, ...side, pence: part });
    }
  }
  for (const row of fund.opening) {
    const heading = purposeOf(row);
    const own = fund.cells.filter(({ schedule, source }) => schedule === row.partner && source === row.source);
    const pool = poolOfMoney(fund, row);
    const cells = own.filter((cell) => cell.heading === heading && poolOf(fund, cell.heading) === pool);
    const isCapital = heading === '' ? ['dfg', 'works'].includes(row.source) : undefined;
    const place = {
      pool,
      body: row.partner,
      schedule: row.partner,
      heading,
      ...(isCapital !== undefined && { isCapital }),
    };
    if (cells.length > 0) share(pool, cells, row.pence);
    else move({ ...place, pence: row.pence });
  }
  for (const row of rowsToDate(fund).spent) {
    const pool = poolSpentFrom(fund, row);
    move({ pool, body: bodyPaid(fund, row), schedule: row.schedule, heading: row.heading, pence: -row.pence });
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
export function bodyPaid(fund: RuledFund, row: RuledFund['spending'][number]): string {
  return row.heading === 'adaptations' && fund.districts?.allotted !== undefined
    ? (row.district ?? row.appliedBy)
    : row.appliedBy;
}

/** What a body has in the pools and owes them, gross, pool by pool (R5). */
export function positionByHand(fund: RuledFund, body: string, fault = '') {
  const byHand = new ByHand(fund);
  const isOver = fund.asAt === 'Q4';
  const own = byHand.contributions().filter(({ partner }) => partner === body);
  const outstanding = own.map(({ dueToDate, received }) => dueToDate - received);
  const gross = (of: readonly bigint[]) =>
    fault === 'assets-less-liabilities' ? larger(0n, sum(of)) : sum(of.map((pence) => larger(0n, pence)));
  const pools = ['main', 'second'].map((pool) => {
    const lines = met(leftByHand(byHand).filter((line) => line.pool === pool && line.body === body));
    const kept = lines.filter((line) => isFenced(line) && line.pence > 0n);
    const rest = lines.filter((line) => !kept.includes(line)).map(({ pence }) => pence);
    const paid = paymentsOf(fund, body, pool);
    const [over, under, given, back] = [
      sum(rest.map((pence) => larger(0n, -pence))),
      sum(rest.map((pence) => larger(0n, pence))),
      sum(paid.now.map((pence) => larger(0n, pence))),
      // What goes back of earlier years goes out of what is kept for the body.
      sum([...paid.now, ...paid.earlier].map((pence) => larger(0n, -pence))),
    ];
    return {
      ringFenced: sumPence(kept),
      other: under - smaller(under, back),
      above: over - smaller(over, given),
      repayable: given - smaller(over, given) + sum(paid.earlier.map((pence) => larger(0n, pence))),
      owed: back - smaller(under, back),
    };
  });
  const all = (key: keyof (typeof pools)[number]) => sum(pools.map((pool) => pool[key]));
  return {
    paidAhead: sum(own.map((line) => line.paidAhead)),
    toReturn: sum(own.map((line) => line.toReturn)),
    repayable: all('repayable'),
    ringFenced: all('ringFenced'),
    other: all('other'),
    outstanding: gross(outstanding),
    overspent: (isOver ? all('above') : 0n) + all('owed'),
    drawnAhead: isOver ? 0n : all('above'),
  };
}

/** Money for no heading meets what is spent above other lines of its schedule and nature. */
function met(lines: readonly Left[]): Left[] {
  const frees = lines.filter(({ heading, pence }) => heading === '' && pence > 0n);
  const isMetBy = (free: Left) => (line: Left) =>
    line.schedule === free.schedule && line.isCapital === free.isCapital && line.pence < 0n && !isFenced(line);
  const taken = frees.flatMap((free) => lines.filter(isMetBy(free)));
  const rest = lines.filter((line) => !frees.includes(line) && !taken.includes(line));
  return [...rest, ...frees.map((free) => ({ ...free, pence: free.pence + sumPence(lines.filter(isMetBy(free))) }))];
}

/** What a body paid to settle variances, or was paid, of this year and of earlier ones: by where its money stands. */
function paymentsOf(fund: RuledFund, body: string, pool: string) {
  const rows = rowsToDate(fund).settled.filter((row) => row.partner === body && poolOfMoney(fund, row) === pool);
  const amounts = (isEarlier: boolean) => {
    const places = new Map<string, bigint>();
    for (const row of rows.filter(({ year }) => (year !== '') === isEarlier)) {
      const key = [row.source, purposeOf(row)].join();
      places.set(key, (places.get(key) ?? 0n) + row.pence);
    }
    return [...places.values()];
  };
  return { now: amounts(false), earlier: amounts(true) };
}
