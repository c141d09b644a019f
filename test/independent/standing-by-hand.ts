import type { ByHand } from './by-hand.js';
import { purposeOf, sumPence } from './fund-rows.js';
import { larger, sum } from './pot-by-hand.js';

/** What is left to a body under one heading of one schedule; heading '' is money for no heading. */
interface Line {
  readonly schedule: string;
  readonly heading: string;
  readonly isCapital: boolean;
  readonly pence: bigint;
}

const isFenced = ({ heading }: Line) => heading === 'hospital' || heading === 'adaptations';

/** R5: what a body owes, is owed, may draw and has drawn ahead, gross, with nothing of src. */
export function standingByHand(byHand: ByHand, body: string) {
  const { fund, fault } = byHand;
  const isOver = fund.asAt === 'Q4';
  const lines = metLines(linesOf(byHand, body), fault);
  const outstanding = byHand
    .contributions()
    .filter(({ partner }) => partner === body)
    .map(({ dueToDate, received }) => dueToDate - received);
  const total = (of: readonly bigint[]) => (fault === 'set-off' ? larger(0n, sum(of)) : sum(of.map(atLeastNil)));
  const settled = byHand.settled.filter(({ partner }) => partner === body);
  const now = placed(settled.filter(({ year }) => year === ''));
  const earlier = placed(settled.filter(({ year }) => year !== ''));
  const gross = (of: readonly bigint[]) => sum(of.map(atLeastNil));
  const pences = (of: readonly Line[]) => of.map(({ pence }) => pence);
  const turned = (of: readonly bigint[]) => of.map((pence) => -pence);
  const above = total(turned(pences(lines))) - gross(now);
  const unspent = total(pences(lines.filter((line) => !isFenced(line)))) - gross(turned(now)) - gross(turned(earlier));
  return {
    owes: total(outstanding) + (isOver ? larger(0n, above) : 0n) + larger(0n, -unspent),
    owed: total(turned(outstanding)) + larger(0n, -above) + gross(earlier),
    available: total(pences(lines.filter(isFenced))) + larger(0n, unspent),
    drawnAhead: isOver ? 0n : larger(0n, above),
  };
}

/** What settles something, in the place where its money stands: what is put right there is one amount with it. */
function placed(settled: ByHand['settled']): bigint[] {
  const places = new Map<string, bigint>();
  for (const row of settled) {
    const key = [row.source, purposeOf(row)].join();
    places.set(key, (places.get(key) ?? 0n) + row.pence);
  }
  return [...places.values()];
}

function atLeastNil(pence: bigint): bigint {
  return larger(0n, pence);
}

function linesOf(byHand: ByHand, body: string): Line[] {
  const { fund, pooledSpent } = byHand;
  const lines = new Map<string, Line>();
  const move = (schedule: string, heading: string, pence: bigint, isCapital = heading === 'works') => {
    const line = { schedule, heading, isCapital: isCapital || heading === 'adaptations', pence: 0n };
    const key = [schedule, heading, line.isCapital].join();
    lines.set(key, { ...line, pence: (lines.get(key)?.pence ?? 0n) + pence });
  };
  const share = (cells: readonly (typeof fund.cells)[number][], pence: bigint) => {
    const keyOf = ({ heading, appliedBy }: (typeof fund.cells)[number]) => `${heading} ${appliedBy}`;
    const parts = byHand.split(pence, new Map(cells.map((cell) => [keyOf(cell), cell.pence])));
    for (const cell of cells) {
      if (cell.appliedBy === body) move(cell.schedule, cell.heading, parts.get(keyOf(cell)) ?? 0n);
    }
  };
  for (const { kind, cells, dueToDate } of byHand.contributions()) if (kind === 'instalments') share(cells, dueToDate);
  move(body, 'performance', byHand.releasedTo(body));
  for (const { from, to, pence } of byHand.pooledVirements()) {
    if (to.appliedBy === body) move(to.schedule, to.heading, byHand.dueOf(pence));
    if (from.appliedBy === body) move(from.schedule, from.heading, -byHand.dueOf(pence));
  }
  for (const row of fund.opening) {
    const heading = purposeOf(row);
    const own = fund.cells.filter(({ schedule, source }) => schedule === row.partner && source === row.source);
    const cells = heading === '' ? [] : own.filter((cell) => cell.heading === heading);
    if (cells.length > 0) share(cells, row.pence);
    else if (row.partner === body) move(row.partner, heading, row.pence, ['dfg', 'works'].includes(row.source));
  }
  for (const { appliedBy, schedule, heading, pence } of pooledSpent) {
    if (appliedBy === body) move(schedule, heading, -pence);
  }
  if (fund.asAt === 'Q4') {
    for (const { schedule, heading, appliedBy, variance = 0n, borneBy } of byHand.variances()) {
      const own = appliedBy === body ? variance : 0n;
      move(schedule, heading, own - (borneBy.get(body) ?? 0n));
    }
  }
  return [...lines.values()];
}

/** Money for no heading meets what is spent above other lines of its schedule and nature. */
function metLines(lines: readonly Line[], fault: string): Line[] {
  if (fault === 'nothing-met') return [...lines];
  const frees = lines.filter(({ heading, pence }) => heading === '' && pence > 0n);
  const isMetBy = (free: Line) => (line: Line) =>
    line.schedule === free.schedule && line.isCapital === free.isCapital && line.pence < 0n && !isFenced(line);
  const met = frees.flatMap((free) => lines.filter(isMetBy(free)));
  const rest = lines.filter((line) => !frees.includes(line) && !met.includes(line));
  return [...rest, ...frees.map((free) => ({ ...free, pence: free.pence + sumPence(lines.filter(isMetBy(free))) }))];
}
