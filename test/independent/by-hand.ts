import { isAligned, isAlignedMoney, pooledReceipts } from './aligned-rows.js';
import { balancesOf, lastDays, purposeOf, sumPence } from './fund-rows.js';
import {
  type Cell,
  host,
  hostOf,
  type Pot,
  poolOf,
  poolOfMoney,
  quarters,
  type RuledFund,
  spenders,
  type VarianceRule,
} from './fund-shape.js';
import { bodySettled } from './last-year-by-hand.js';
import { larger, quartersByHand, smaller, sum } from './pot-by-hand.js';

type Shares = ReadonlyMap<string, bigint>;

type Line = Pick<Cell, 'schedule' | 'heading' | 'appliedBy'>;

interface MeasuredLine extends Line {
  readonly key: string;
  readonly rule: VarianceRule | undefined;
}

interface AllowedVirement {
  readonly from: Line;
  readonly to: Line;
  readonly pence: bigint;
}

const none: Shares = new Map();
const firstDays = ['2015-04-01', '2015-07-01', '2015-10-01', '2016-01-01'];

/**
 * R3, R4, R5 and settlement in whole pence, with nothing of src; settlement of funds of one pool. `fault`: a mistake it
 * is to make.
 */
export class ByHand {
  private readonly end: string;
  readonly spent: readonly Cell[];
  /** Without what is aligned: what the pool plans and has paid. */
  readonly pooledCells: readonly Cell[];
  readonly pooledSpent: readonly Cell[];
  private readonly arrived: RuledFund['receipts'];
  readonly settled: RuledFund['settlements'];
  readonly virements: readonly AllowedVirement[];

  constructor(
    readonly fund: RuledFund,
    readonly fault = '',
  ) {
    this.end = lastDays[fund.asAt];
    this.spent = fund.spending.filter(({ date }) => date <= this.end);
    const isSoFar = ({ date }: { readonly date: string }) => date <= this.end;
    // A settled variance is taken for a contribution.
    const isUnmarked = fault === 'settling-is-contributing';
    const isPooled = (cell: Cell) => fault === 'aligned-is-pooled' || !isAlignedMoney(fund, cell);
    this.pooledCells = fund.cells.filter(isPooled);
    this.pooledSpent = this.spent.filter(isPooled);
    const receipts = fault === 'aligned-comes-in' ? fund.receipts : pooledReceipts(fund);
    this.arrived = [...receipts, ...(isUnmarked ? fund.settlements : [])].filter(isSoFar);
    this.settled = isUnmarked ? [] : fund.settlements.filter(isSoFar);
    this.virements = this.allowedVirements();
  }

  performance() {
    const terms = this.fund.performance;
    if (terms === undefined) return [];
    // Who has no pot is there if performance money was spent on its schedule.
    const spentOn = (partner: string) =>
      sumPence(this.spent.filter(({ schedule, heading }) => schedule === partner && heading === 'performance'));
    const isThere = ({ partner, pence }: Pot) => terms.arePotsDeclared || pence > 0n || spentOn(partner) !== 0n;
    return terms.pots.filter(isThere).map((pot) => {
      const due = quarters.indexOf(this.fund.asAt) + 1;
      const paid = quartersByHand(pot, terms, due, this.fault);
      const payments = paid.map((quarter, index) => ({ paidIn: quarters[index], ...quarter }));
      const payment = sum(payments.map((quarter) => quarter.payment ?? 0n));
      const retained = payments.findLast(({ status }) => status === 'reported')?.retainedToDate ?? 0n;
      const totals = { payment, retained, toCome: pot.pence - payment - retained };
      return { partner: pot.partner, pot: pot.pence, quarters: payments, totals };
    });
  }

  /** When the year has ended and nothing of it is open: what is not earned, and what of the rest is over or unspent. */
  yearOfPots() {
    const { fund } = this;
    const pots = this.performance();
    const isAnyReported = pots.some(({ quarters: all }) => all.some(({ status }) => status === 'reported'));
    const isAnyOpen = pots.some(({ totals }) => totals.toCome !== 0n);
    if (fund.asAt !== 'Q4' || !isAnyReported || isAnyOpen || fund.spending.length === 0) return undefined;
    const borneBy = pots.map(({ partner, totals }) => {
      const ofPot = (rows: readonly { readonly heading: string; readonly pence: bigint }[]) =>
        sumPence(rows.filter(({ heading }) => heading === 'performance'));
      const spent = ofPot(this.spent.filter(({ schedule }) => schedule === partner));
      const carried = ofPot(balancesOf(fund).filter((one) => one.partner === partner));
      const released = this.fault === 'unspent-of-the-pot' ? totals.payment + totals.retained : totals.payment;
      return [partner, spent - released - larger(0n, carried)] as const;
    });
    return { retained: sum(pots.map(({ totals }) => totals.retained)), borneBy };
  }

  variances() {
    const measured = this.lines().map((line) => ({ ...line, ...this.measured(line) }));
    const lines = this.metLines(measured);
    const toDate = this.metLines(
      measured.map((line) => ({ ...line, variance: line.spent - line.plan - line.virements })),
    );
    return lines.map((line, index) => {
      const { appliedBy, heading, schedule, plan, virements, met, variance, rule } = line;
      const metToDate = toDate[index]?.met ?? 0n;
      const alike = lines.filter((one) => one.rule === rule && (one.variance ?? 0n) < 0n === (variance ?? 0n) < 0n);
      const sizes = new Map(alike.map(({ key, variance: one = 0n }) => [key, larger(one, -one)]));
      const borneBy = variance === undefined ? none : this.borneBy(line, variance, sizes);
      const policy = rule?.policy ?? 'responsible-body';
      return { appliedBy, heading, schedule, plan, virements, met, metToDate, variance, policy, borneBy };
    });
  }

  /** R4: what a body brought forward meets what it spends above its money of the year, in proportion; the rest is over. */
  private metLines<L extends MeasuredLine & { readonly variance: bigint | undefined }>(lines: readonly L[]) {
    const met = new Map<string, bigint>();
    for (const [purse, pence] of this.purses()) {
      const own = lines.filter((line) => (line.variance ?? 0n) > 0n && this.purseOf(line) === purse);
      const above = new Map(own.map(({ key, variance = 0n }) => [key, variance]));
      const parts = this.split(smaller(larger(0n, pence), sum([...above.values()])), above);
      for (const [key, part] of parts) met.set(key, part);
    }
    const isMet = this.fault !== 'nothing-met-of-a-variance';
    return lines.map((line) => {
      const part = isMet ? (met.get(line.key) ?? 0n) : 0n;
      return { ...line, met: part, variance: line.variance === undefined ? undefined : line.variance - part };
    });
  }

  /** What each body has brought forward of each schedule, for hospital, for other revenue or for capital. */
  private purses(): Shares {
    return added(
      ...balancesOf(this.fund).map((row) => {
        const { partner, source, pence } = row;
        const heading = purposeOf(row);
        if (heading === 'adaptations' || heading === 'performance') return none;
        const pool = poolOfMoney(this.fund, row);
        const purse = (body: string) =>
          [pool, body, partner, heading || (['dfg', 'works'].includes(source) ? 'capital' : 'revenue')].join();
        if (row.body !== undefined) return new Map([[purse(row.body), pence]]);
        const own = this.fund.cells.filter((cell) => cell.schedule === partner && cell.source === source);
        const cells = own.filter((cell) => cell.heading === heading && poolOf(this.fund, cell.heading) === pool);
        if (cells.length === 0) return new Map([[purse(partner), pence]]);
        return new Map([...this.allocated(cells, pence)].map(([body, part]) => [purse(body), part]));
      }),
    );
  }

  private purseOf({ schedule, heading, appliedBy }: Line): string {
    // What is aligned is no spending of the pool.
    if (isAligned(this.fund, heading)) return '';
    const kind = heading === 'hospital' ? heading : heading === 'works' ? 'capital' : 'revenue';
    return [poolOf(this.fund, heading), appliedBy, schedule, kind].join();
  }

  /** What is planned, spent or expected, or is given budget. */
  private lines(): (Line & { readonly key: string })[] {
    const { cells, forecasts } = this.fund;
    const all: readonly Line[] = [...cells, ...this.spent, ...forecasts, ...this.viredLines()];
    const inside = all.filter(({ heading }) => heading !== 'adaptations' && heading !== 'performance');
    return [...new Map(inside.map((line) => [keyOf(line), line]))].map(([key, { schedule, heading, appliedBy }]) => {
      return { schedule, heading, appliedBy, key };
    });
  }

  private measured(line: Line & { readonly key: string }) {
    const { cells, forecasts, asAt } = this.fund;
    const isOwn = (other: Line) => keyOf(other) === line.key;
    const plan = sumPence(cells.filter(isOwn));
    const virements = this.fault === 'virements-never-in-the-budget' ? 0n : this.viredTo(line);
    const spent = sumPence(this.spent.filter(isOwn));
    const isNothing = plan === 0n && virements === 0n && spent === 0n && forecasts.length > 0;
    const isOver = asAt === 'Q4' && this.fault !== 'forecast-is-the-outturn';
    const isForecast = !isOver && (isNothing || forecasts.some(isOwn));
    const outturn = isForecast ? sumPence(forecasts.filter(isOwn)) : spent;
    // A ledger without a row has no file here, so that nobody knows what was spent.
    const isSpent = isOver && this.fund.spending.length > 0;
    const isKnown = isForecast || isSpent || this.fault === 'spending-is-the-outturn';
    const variance = isKnown ? outturn - plan - virements : undefined;
    return { plan, virements, spent, variance, rule: this.ruleFor(line.heading) };
  }

  /** R2: budget crosses no fence, leaves no pool, mixes no natures; the pots are no budget. What is given twice is one virement. */
  private allowedVirements(): readonly AllowedVirement[] {
    const kindsOf = { hospital: 'fenced', adaptations: 'fenced', performance: 'fenced', works: 'capital' };
    const kindOf = (heading: string) => new Map(Object.entries(kindsOf)).get(heading) ?? 'revenue';
    const allowed = this.fund.virements.filter(({ date, from, to }) => {
      if (date > this.end) return false;
      const isAlignedAlike = isAligned(this.fund, from) === isAligned(this.fund, to);
      const isInPool = poolOf(this.fund, from) === poolOf(this.fund, to) && isAlignedAlike;
      const isAllowed = kindOf(from) === kindOf(to) && kindOf(from) !== 'fenced' && isInPool;
      return isAllowed || this.fault === 'breach-moves-budget';
    });
    const pairs = new Map(allowed.map((one) => [[one.schedule, one.from, one.to].join(), one]));
    return [...pairs.values()].map(({ schedule, from, to }) => {
      const alike = allowed.filter((one) => one.schedule === schedule && one.from === from && one.to === to);
      const lineOf = (heading: string) => ({ schedule, heading, appliedBy: this.viredBody(schedule, heading) });
      return { from: lineOf(from), to: lineOf(to), pence: sumPence(alike) };
    });
  }

  /** The first body by code that is planned to spend the heading of a schedule; without one, who applies the heading. */
  private viredBody(schedule: string, heading: string): string {
    const own = this.fund.cells.filter((cell) => cell.schedule === schedule && cell.heading === heading);
    const [first, ...others] = own.map(({ appliedBy }) => appliedBy).sort();
    if (first !== undefined) return this.fault === 'vired-to-the-last' ? (others.at(-1) ?? first) : first;
    const named = new Map<string, string>(Object.entries(spenders)).get(heading) ?? '';
    return named === 'ccgs' && schedule !== host ? schedule : named;
  }

  private viredTo(line: Line): bigint {
    const isOwn = (other: Line) => keyOf(other) === keyOf(line);
    const gained = this.virements.filter(({ to }) => isOwn(to));
    return sumPence(gained) - sumPence(this.virements.filter(({ from }) => isOwn(from)));
  }

  private viredLines(): readonly Line[] {
    return this.virements.flatMap(({ from, to }) => [from, to]).filter((line) => this.viredTo(line) !== 0n);
  }

  private ruleFor(heading: string): VarianceRule | undefined {
    if (heading === 'hospital' && this.fault !== 'fence-ignored') return undefined;
    if (isAligned(this.fund, heading) && this.fault !== 'aligned-is-shared') return undefined;
    const rules = this.fund.varianceRules;
    const isOfPool = ({ pool }: VarianceRule) => pool === undefined || pool === poolOf(this.fund, heading);
    const forAll = rules.find((rule) => rule.heading === undefined && isOfPool(rule));
    return rules.find((rule) => rule.heading === heading) ?? forAll;
  }

  /** `sizes`: of the lines of the rule that are over, or under, as this one is. */
  private borneBy({ appliedBy, heading, rule, key }: MeasuredLine, variance: bigint, sizes: Shares): Shares {
    const pool = poolOf(this.fund, heading);
    const lead = rule?.lead ?? hostOf(this.fund, pool);
    if (rule === undefined || rule.policy === 'responsible-body') return new Map([[appliedBy, variance]]);
    if (rule.policy === 'lead-commissioner') return new Map([[lead, variance]]);
    const weights = this.weights(rule, pool, rule.policy === 'capped' ? rule.sharedBy : rule.policy);
    // Of those who share, nobody pays into the pool.
    if (sum([...weights.values()]) === 0n) return new Map([[lead, variance]]);
    if (rule.policy !== 'capped') return this.split(variance, weights);
    const total = sum([...sizes.values()]);
    const limit = this.fault === 'limit-ignored' ? total : (rule.limitPence ?? 0n);
    const size = this.split(smaller(limit, total), sizes).get(key) ?? 0n;
    const shared = variance < 0n ? -size : size;
    return added(this.split(shared, weights), new Map([[lead, variance - shared]]));
  }

  private weights(rule: VarianceRule, pool: string, by: VarianceRule['policy'] = 'pro-rata'): Shares {
    const { among, shares = [], weighsAll = this.fault === 'fenced-money-weighs' } = rule;
    if (by === 'fixed-shares') return new Map(shares.map((one) => [one.partner, BigInt(one.millionths)]));
    const cells = this.fund.cells.filter(({ heading }) => poolOf(this.fund, heading) === pool);
    // The grant and the works are capital, the grant and what is for hospital ring-fenced: none of it is at risk.
    const isAtRisk = ({ heading }: Cell) =>
      !['adaptations', 'works', 'hospital'].includes(heading) && !isAligned(this.fund, heading);
    const weighed = cells.filter((cell) => weighsAll || isAtRisk(cell));
    const agreed = (partner: string) => sumPence(weighed.filter(({ schedule }) => schedule === partner));
    const isEqual = by === 'equal' || this.fault === 'equal-for-pro-rata';
    const partners = among ?? cells.map(({ schedule }) => schedule);
    return new Map(partners.map((partner) => [partner, isEqual ? 1n : agreed(partner)]));
  }

  contributions() {
    const keyOfMoney = (partner: string, source: string, heading: string, pool: string) =>
      [partner, source, kindOf(heading), pool].join();
    const keyOfCell = ({ schedule, source, heading }: Cell) =>
      keyOfMoney(schedule, source, heading, poolOf(this.fund, heading));
    const keyOfReceipt = (one: RuledFund['receipts'][number]) =>
      keyOfMoney(one.partner, one.source, one.heading, poolOfMoney(this.fund, one));
    // What comes untied where only performance money is agreed is paid ahead: that is due nowhere.
    const keys = new Set([...this.fund.cells.map(keyOfCell), ...this.arrived.map(keyOfReceipt)]);
    return [...keys].map((key) => {
      const [partner = '', source = '', kind = '', pool = ''] = key.split(',');
      const cells = this.pooledCells.filter((cell) => keyOfCell(cell) === key);
      const receipts = this.arrived.filter((one) => keyOfReceipt(one) === key);
      const received = sumPence(receipts);
      const agreed = sumPence(cells);
      const dueToDate = kind === 'performance' ? this.releasedTo(partner) : this.dueOf(agreed);
      const isEarnedYet = kind === 'performance' && this.mayStillEarn(partner);
      const isToReturn = kind === 'performance' && !isEarnedYet;
      const more = larger(0n, received - dueToDate);
      const excess = { paidAhead: isToReturn ? 0n : more, toReturn: isToReturn ? more : 0n };
      return { partner, source, pool, kind, agreed, dueToDate, received, receipts, cells, ...excess };
    });
  }

  /** Whether a due quarter of a pot is not reported: what came for it may be earned. */
  mayStillEarn(partner: string): boolean {
    const pot = this.performance().find((own) => own.partner === partner);
    return pot !== undefined && pot.pot > 0n && pot.quarters.some(({ status }) => status === 'not-reported');
  }

  dueOf(agreed: bigint): bigint {
    return (agreed * this.dueMillionths()) / 100_000_000n;
  }

  private dueMillionths(): bigint {
    const isDue = (due: string) => (this.fault === 'instalment-a-day-late' ? due < this.end : due <= this.end);
    const instalments = this.fund.instalments ?? firstDays.map((due) => ({ due, millionths: 25_000_000 }));
    return sum(instalments.map(({ due, millionths }) => BigInt(isDue(due) ? millionths : 0)));
  }

  releasedTo(partner: string): bigint {
    return this.performance().find((pot) => pot.partner === partner)?.totals.payment ?? 0n;
  }

  settlement() {
    const due = this.contributions().filter(({ kind }) => kind === 'instalments');
    const allocated = added(
      ...due.map(({ cells, dueToDate }) => this.allocated(cells, dueToDate)),
      ...this.pooledVirements().map((one) => this.movedAllocation(one)),
      ...balancesOf(this.fund).map((one) => this.broughtForward(one)),
    );
    const variances = this.fund.asAt === 'Q4' && this.fault !== 'variance-never-settled' ? this.variances() : [];
    const own = variances.map(({ appliedBy, variance = 0n }) => new Map([[appliedBy, -variance]]));
    const moved = added(...variances.map(({ borneBy }) => borneBy), ...own);
    const partners = [host, ...this.fund.ccgs.map(({ code }) => code), 'ccgs'].map((partner) => {
      const performanceReleased = this.fault === 'performance-not-settled' ? 0n : this.releasedTo(partner);
      const instalments = sum(due.filter((one) => one.partner === partner).map(({ dueToDate }) => dueToDate));
      const contributionDue = instalments + performanceReleased;
      const contributionReceived = sumPence(this.arrived.filter((one) => one.partner === partner));
      const paid = sumPence(this.pooledSpent.filter(({ appliedBy }) => appliedBy === partner));
      const allocationDue = (allocated.get(partner) ?? 0n) + performanceReleased;
      const varianceShared = moved.get(partner) ?? 0n;
      const settled = sumPence(this.settled.filter((one) => bodySettled(this.fund, one) === partner));
      const owedAtStart = sumPence(this.fund.opening.filter(isOwed).filter(({ body }) => body === partner));
      const net =
        contributionDue - contributionReceived + paid - allocationDue + varianceShared - settled - owedAtStart;
      const sides = { contributionDue, contributionReceived, allocationDue, paid };
      return { partner, ...sides, performanceReleased, varianceShared, settled, net };
    });
    const come = sumPence(this.arrived) + sumPence(this.settled) + sumPence(this.fund.opening);
    return { partners, held: come - sumPence(this.pooledSpent) };
  }

  /** Virements within the pool: what goes to or from an aligned heading moves nothing that is due. */
  pooledVirements(): readonly AllowedVirement[] {
    return this.virements.filter(({ from, to }) => ![from, to].some(({ heading }) => isAligned(this.fund, heading)));
  }

  /** As much of a virement as is due. */
  private movedAllocation({ from, to, pence }: AllowedVirement): Shares {
    const moved = this.fault === 'virement-due-at-once' ? pence : this.dueOf(pence);
    return added(new Map([[to.appliedBy, moved]]), new Map([[from.appliedBy, -moved]]));
  }

  /** Fenced and performance money keeps its purpose, and goes to the cells of it; the rest is its partner's. */
  private broughtForward({ partner, source, heading, pence, body }: RuledFund['opening'][number]): Shares {
    if (body !== undefined) return new Map([[body, pence]]);
    const keepsPurpose = ['adaptations', 'hospital', 'performance'].includes(heading) || this.fault === 'all-is-tied';
    const own = this.fund.cells.filter((cell) => cell.schedule === partner && cell.source === source);
    const cells = keepsPurpose ? own.filter((cell) => cell.heading === heading) : [];
    if (this.fault === 'nothing-brought-forward') return none;
    const isUntied = cells.length === 0 || this.fault === 'nothing-is-tied';
    return isUntied ? new Map([[partner, pence]]) : this.allocated(cells, pence);
  }

  /** What falls due of a contribution, to the bodies that apply it. */
  private allocated(cells: readonly Cell[], dueToDate: bigint): Shares {
    const key = ({ heading, appliedBy }: Cell) => `${heading}\u0000${appliedBy}`;
    const parts = this.split(dueToDate, new Map(cells.map((cell) => [key(cell), cell.pence])));
    return added(...cells.map((cell) => new Map([[cell.appliedBy, parts.get(key(cell)) ?? 0n]])));
  }

  split(amount: bigint, weights: Shares): Shares {
    if (amount < 0n) return new Map([...this.split(-amount, weights)].map(([code, part]) => [code, -part]));
    const whole = larger(1n, sum([...weights.values()]));
    const sign = this.fault === 'remainders-to-the-smallest' ? -1n : 1n;
    const ranked = [...weights].map(([code, weight]) => ({ code, rest: sign * ((amount * weight) % whole), weight }));
    ranked.sort((a, b) => (a.rest === b.rest ? (a.code < b.code ? -1 : 1) : a.rest > b.rest ? -1 : 1));
    const left = amount - sum(ranked.map(({ weight }) => (amount * weight) / whole));
    return new Map(ranked.map(({ code, weight }, rank) => [code, (amount * weight) / whole + (rank < left ? 1n : 0n)]));
  }
}

function added(...all: readonly Shares[]): Shares {
  const total = new Map<string, bigint>();
  for (const [code, part] of all.flatMap((shares) => [...shares])) total.set(code, (total.get(code) ?? 0n) + part);
  return total;
}

const isOwed = ({ kind = 'balance' }: RuledFund['opening'][number]) => kind !== 'balance';
const keyOf = ({ heading, schedule, appliedBy }: Line) => `${heading}\u0000${schedule}\u0000${appliedBy}`;
const kindOf = (heading: string) => (heading === 'performance' ? 'performance' : 'instalments');
