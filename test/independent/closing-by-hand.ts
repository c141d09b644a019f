import { ByHand } from './by-hand.js';
import { isFenced, partnersOf, purposeOf, sumPence } from './fund-rows.js';
import {
  type BroughtForward,
  districts,
  poolOf,
  poolOfMoney,
  type RuledFund,
  type Settlement,
  spenders,
} from './fund-shape.js';
import { bodySettled } from './last-year-by-hand.js';
import { type Left, leftByHand, met } from './left-by-hand.js';
import { larger, smaller, sum } from './pot-by-hand.js';

/** Each payment with each amount. */
function pairs<T>(payments: readonly T[], amounts: readonly T[]): [T, T][] {
  return payments.flatMap((payment) => amounts.map((amount): [T, T] => [payment, amount]));
}

/** Where money stands: whose it was, from which source, behind which fence. */
interface Place {
  readonly schedule: string;
  readonly source: string;
  readonly purpose: string;
}

interface Amount extends Place {
  pence: bigint;
}

/** What is between a body and a pool (R5): positive is held for it or owed to it, negative is owed by it. */
export interface Closing extends Amount {
  readonly pool: string;
  readonly body: string;
  readonly kind: NonNullable<BroughtForward['kind']>;
  /** Fenced and unspent: kept for its purpose. */
  readonly isKept: boolean;
  /** Performance money that came and is not earned. */
  readonly isUnearned: boolean;
  readonly isDrawnAhead: boolean;
}

type Line = Omit<Closing, 'pool' | 'body'>;

const plain = { isKept: false, isUnearned: false, isDrawnAhead: false };

/** What is between the bodies and the pools, line by line and gross, from the rows. */
export function closingByHand(byHand: ByHand): Closing[] {
  const { fund } = byHand;
  const contributions = byHand.contributions();
  const left = leftByHand(byHand);
  const settled = byHand.settled.map((row) => ({ ...row, body: bodySettled(fund, row) }));
  const bodies = [...partnersOf(fund), ...(fund.districts?.members ?? []), 'ccgs', districts];
  return ['main', ...(fund.second === undefined ? [] : ['second'])].flatMap((pool) =>
    bodies.flatMap((body) => {
      const isOwn = (row: { readonly pool?: string; readonly body?: string }) => row.pool === pool && row.body === body;
      const rows = settled.filter((row) => isOwn({ body: row.body, pool: poolOfMoney(fund, row) }));
      const brought = fund.opening.filter((row) => isOwn({ body: row.body ?? '', pool: poolOfMoney(fund, row) }));
      const earlier = (kind: 'contributions' | 'variance') => {
        const isMeant = (row: Settlement) =>
          row.year !== '' && (row.of === 'contribution') === (kind === 'contributions');
        return setOff(brought.filter((row) => row.kind === kind).map(placed), byPlaceAndSide(rows.filter(isMeant)));
      };
      const [dues, variances] = [earlier('contributions'), earlier('variance')];
      // What goes back beyond the variances of last year goes out of what is kept for the body.
      const back = variances.over.filter(({ pence }) => pence < 0n);
      const given = variances.over.filter(({ pence }) => pence > 0n);
      const now = byPlaceAndSide(rows.filter(({ year }) => year === ''));
      const lines: readonly Line[] = [
        ...contributions
          .filter((one) => one.partner === body && one.pool === pool)
          .flatMap((one) => openOf(byHand, one)),
        ...ofThisYear(byHand, left.filter(isOwn), [...now, ...back]),
        ...[...dues.open, ...dues.over].map((line): Line => {
          const isUnearned = line.purpose === 'performance' && line.pence > 0n;
          return { ...plain, ...line, isUnearned, kind: isUnearned ? 'variance' : 'contributions' };
        }),
        ...[...variances.open, ...given].map((line): Line => ({ ...plain, ...line, kind: 'variance' })),
      ];
      return lines.filter(({ pence }) => pence !== 0n).map((line) => ({ ...line, pool, body }));
    }),
  );
}

/** What has not come of a contribution, or came ahead, by what it is tied to. */
function openOf(byHand: ByHand, { partner, source, kind, cells, dueToDate, receipts }: Contribution): Line[] {
  const place = (purpose: string, pence: bigint): Amount => ({ schedule: partner, source, purpose, pence });
  const due = new Map<string, bigint>();
  if (kind === 'performance' || source === 'dfg') due.set(kind === 'performance' ? kind : 'adaptations', dueToDate);
  else {
    const hospital = cells.filter(({ heading }) => heading === 'hospital');
    if (hospital.length > 0) due.set('hospital', byHand.dueOf(sumPence(hospital)));
    due.set('', dueToDate - sum([...due.values()]));
  }
  const received = byPlace(receipts);
  const isTakenBack = ({ pence }: Amount) => pence < 0n;
  const owed = [...[...due].map(([purpose, pence]) => place(purpose, -pence)), ...received.filter(isTakenBack)];
  const { open, over } = setOff(
    owed,
    received.filter((line) => !isTakenBack(line)),
  );
  const isToReturn = kind === 'performance' && (byHand.fund.asAt === 'Q4' || !byHand.mayStillEarn(partner));
  return [...open, ...over].map((line): Line => {
    const isUnearned = isToReturn && line.pence > 0n;
    return { ...plain, ...line, isUnearned, kind: isUnearned ? 'variance' : 'contributions' };
  });
}

type Contribution = ReturnType<ByHand['contributions']>[number];

/** What is unspent or overspent, less what was paid for it: what is fenced and unspent is kept whatever was paid. */
function ofThisYear(byHand: ByHand, left: readonly Left[], paid: readonly Amount[]): Line[] {
  const { fund } = byHand;
  const isOver = fund.asAt === 'Q4';
  const isOwedBack = isOver && fund.unspent === 'owed-back';
  const lines = inOrder(fund, byHand.fault === 'nothing-met' ? left : met(left));
  const isKept = (line: Left) => isFenced(line) && line.pence > 0n;
  const { open, over } = setOff(
    lines.filter((line) => !isKept(line)).map((line) => placeOf(fund, line)),
    paid,
  );
  return [
    ...lines.filter(isKept).map((line): Line => ({ ...plain, ...placeOf(fund, line), isKept: true, kind: 'balance' })),
    ...open.map((line): Line => {
      const isSpentAbove = line.pence < 0n;
      const kind = isSpentAbove || isOwedBack ? 'variance' : 'balance';
      return { ...plain, ...line, kind, isDrawnAhead: isSpentAbove && !isOver };
    }),
    ...over.map((line): Line => ({ ...plain, ...line, kind: 'variance' })),
  ];
}

/** By heading, then by schedule. */
function inOrder(fund: RuledFund, lines: readonly Left[]): Left[] {
  const [headings, schedules] = [['', ...Object.keys(spenders)], partnersOf(fund)];
  const rank = ({ heading, schedule }: Left) => headings.indexOf(heading) * 100 + schedules.indexOf(schedule);
  return lines.filter(({ pence }) => pence !== 0n).sort((a, b) => rank(a) - rank(b));
}

/** The source from which most is due, or was spent where nothing is due; what another pool ties is tied to nothing here. */
function placeOf(fund: RuledFund, line: Left): Amount {
  const { schedule, heading, pool, pence } = line;
  const isCapital = (source: string) => ['dfg', 'works'].includes(source);
  const untied = (nature: boolean) => {
    const own = fund.cells.filter((cell) => cell.schedule === schedule).map((cell) => cell.source);
    const all = [...own, 'minimum', 'works'].filter((source) => source !== 'dfg');
    return all.find((source) => isCapital(source) === nature) ?? '';
  };
  const source = heading === 'adaptations' ? 'dfg' : (most(line.due) ?? most(line.spent) ?? untied(line.isCapital));
  const purpose = purposeOf({ source, heading });
  if (purpose === '' || poolOf(fund, purpose) === pool) return { schedule, source, purpose, pence };
  return { schedule, source: untied(purpose === 'adaptations'), purpose: '', pence };
}

function most(bySource: ReadonlyMap<string, bigint>): string | undefined {
  const size = (pence: bigint) => larger(pence, -pence);
  const [first, ...others] = [...bySource];
  if (first === undefined) return undefined;
  return others.reduce((best, next) => (size(next[1]) > size(best[1]) ? next : best), first)[0];
}

function placed(row: BroughtForward): Amount {
  return { schedule: row.partner, source: row.source, purpose: purposeOf(row), pence: row.pence };
}

/** What settles something, place by place: what was paid back stands beside what was paid in. */
function byPlaceAndSide(rows: readonly Settlement[]): Amount[] {
  return [...byPlace(rows.filter(({ pence }) => pence > 0n)), ...byPlace(rows.filter(({ pence }) => pence < 0n))];
}

/** What came, place by place. */
function byPlace(rows: readonly (Settlement | Contribution['receipts'][number])[]): Amount[] {
  const places = new Map<string, Amount>();
  for (const row of rows) {
    const { partner, source, pence } = row;
    const place = {
      schedule: ('schedule' in row ? row.schedule : undefined) ?? partner,
      source,
      purpose: purposeOf(row),
    };
    const key = Object.values(place).join();
    places.set(key, { ...place, pence: (places.get(key)?.pence ?? 0n) + pence });
  }
  return [...places.values()];
}

/** What is left of amounts and of what goes against them: in the same place first, then behind the same fence, then anywhere. */
function setOff(amounts: readonly Amount[], payments: readonly Amount[]) {
  const open = amounts.map(({ ...amount }) => amount);
  const over = payments.map(({ ...payment }) => payment);
  const nearness = [
    (a: Place, b: Place) => a.schedule === b.schedule && a.purpose === b.purpose && a.source === b.source,
    (a: Place, b: Place) => a.schedule === b.schedule && a.purpose === b.purpose,
    () => true,
  ];
  for (const isNear of nearness) {
    for (const [payment, amount] of [open, over].flatMap((all) => pairs(over, all))) {
      if (isNear(amount, payment)) {
        const [given, taken] = [payment.pence, -amount.pence];
        const part = given > 0n ? smaller(given, larger(0n, taken)) : -smaller(-given, larger(0n, -taken));
        amount.pence += part;
        payment.pence -= part;
      }
    }
  }
  return { open, over };
}

/** What a body has in the pools and owes them, gross, pool by pool (R5). */
export function positionByHand(fund: RuledFund, body: string, fault = '') {
  const byHand = new ByHand(fund);
  const lines = closingByHand(byHand).filter((line) => line.body === body);
  const own = byHand.contributions().filter(({ partner }) => partner === body);
  const toReturn = sum(own.map((line) => line.toReturn));
  const of = (isMeant: (line: Closing) => boolean) => sumPence(lines.filter(isMeant));
  const isOwed = ({ pence }: Closing) => pence < 0n;
  const outstanding = of((line) => line.kind === 'contributions' && isOwed(line));
  const ahead = of((line) => line.isUnearned || (line.kind === 'contributions' && !isOwed(line)));
  const owing = fault === 'assets-less-liabilities' ? larger(0n, -outstanding - ahead) : -outstanding;
  return {
    paidAhead: ahead - toReturn,
    toReturn,
    repayable: of((line) => line.kind === 'variance' && !isOwed(line) && !line.isUnearned),
    ringFenced: of(({ isKept }) => isKept),
    other: of(({ kind, isKept }) => kind === 'balance' && !isKept),
    outstanding: owing,
    overspent: -of((line) => line.kind === 'variance' && isOwed(line) && !line.isDrawnAhead),
    drawnAhead: -of(({ isDrawnAhead }) => isDrawnAhead),
  };
}
