import { ByHand } from './by-hand.js';
import { FigureSheet, totalOf } from './figure-sheet.js';
import {
  headingsOf,
  isFenced,
  isForecast,
  partnersOf,
  poolSpentFrom,
  quarterOf,
  rowsToDate,
  sumPence,
} from './fund-rows.js';
import { districts, poolOf, poolOfMoney, quarters, type RuledFund } from './fund-shape.js';
import { standingOf } from './last-year-by-hand.js';
import { atYearEnd, leftByHand } from './left-by-hand.js';
import type { Digits } from './named.js';
import { larger, sum } from './pot-by-hand.js';

type Row = { readonly date: string; readonly pence: bigint };

/** Income and expenditure by quarter and by pool, the net position and whose it is (R6); `fault`: a mistake to make. */
export function yearByHand(fund: RuledFund, fault = ''): Digits {
  return new YearByHand(fund, fault).figures();
}

class YearByHand {
  private readonly sheet = new FigureSheet();
  private readonly rows;
  private readonly isSpendingKnown: boolean;
  private readonly contributions;

  constructor(
    private readonly fund: RuledFund,
    private readonly fault: string,
  ) {
    this.rows = rowsToDate(fund);
    this.isSpendingKnown = fund.spending.length > 0;
    this.contributions = new ByHand(fund).contributions();
  }

  figures(): Digits {
    const { received, spent } = this.rows;
    const lines = new Map(this.contributions.map((line) => [[line.partner, line.source, line.pool].join(), line]));
    for (const { partner, source, pool } of lines.values()) {
      const isOwn = (row: (typeof received)[number]) =>
        row.partner === partner && row.source === source && poolOfMoney(this.fund, row) === pool;
      this.addQuarters(`income[partner=${partner};source=${source};pool=${pool}]`, received.filter(isOwn));
    }
    for (const code of partnersOf(this.fund)) {
      this.addQuarters(
        `funding[partner=${code}]`,
        received.filter(({ partner }) => partner === code),
      );
    }
    this.addQuarters('total-income', received);
    for (const code of headingsOf(this.fund)) {
      this.addSpending(
        `headings[heading=${code}]`,
        spent.filter(({ heading }) => heading === code),
      );
    }
    for (const body of new Set(spent.map(({ appliedBy }) => appliedBy))) {
      this.addSpending(
        `bodies[body=${body}]`,
        spent.filter(({ appliedBy }) => appliedBy === body),
      );
    }
    this.addSpending('total-spending', spent);
    if (this.fund.second !== undefined) for (const pool of ['main', 'second']) this.addPool(pool);
    if (this.isSpendingKnown) this.addShares();
    this.addSmallerOverspends();
    return this.sheet.all;
  }

  private addQuarters(name: string, rows: readonly Row[]): void {
    const { asAt } = this.fund;
    for (const quarter of quarters.filter((one) => one <= asAt)) {
      const own = rows.filter(({ date }) =>
        this.fault === 'quarters-to-date' ? quarterOf(date) <= quarter : quarterOf(date) === quarter,
      );
      this.sheet.add(`report.${name}.quarters[quarter=${quarter}]`, { amount: sumPence(own) });
    }
    this.sheet.add(`report.${name}`, { 'to-date': sumPence(rows) });
  }

  private addSpending(name: string, rows: readonly Row[]): void {
    if (this.isSpendingKnown) this.addQuarters(name, rows);
  }

  /** A pool by itself: fenced money stays in its own, whatever heading it is spent under. */
  private addPool(pool: string): void {
    const { fund } = this;
    const { received, settled, spent } = this.rows;
    const name = `pools[pool=${pool}]`;
    const came = received.filter((row) => poolOfMoney(fund, row) === pool);
    const own = spent.filter(({ heading }) => poolOf(fund, heading) === pool);
    this.addQuarters(`${name}.income`, came);
    this.addSpending(`${name}.spending`, own);
    const opening = sumPence(fund.opening.filter((row) => poolOfMoney(fund, row) === pool));
    const across = (rows: RuledFund['forecasts']) =>
      sum(
        rows.map((row) => {
          const [spentIn, paidFrom] = [poolOf(fund, row.heading), poolSpentFrom(fund, row)];
          if (spentIn === paidFrom || this.fault === 'pools-not-apart') return 0n;
          return spentIn === pool ? row.pence : -row.pence;
        }),
      );
    const settledHere = settled.filter((row) => poolOfMoney(fund, row) === pool);
    const cleared = sumPence(settledHere);
    const income = this.expectedIncome(pool);
    const isOwn = ({ heading }: { readonly heading: string }) => poolOf(fund, heading) === pool;
    const outturn = isForecast(fund, isOwn) ? sumPence(fund.forecasts.filter(isOwn)) : undefined;
    const figures = {
      'brought-forward': { actual: opening, forecast: fund.forecasts.length > 0 ? opening : undefined },
      'other-pools': {
        actual: this.isSpendingKnown ? across(spent) : undefined,
        forecast: outturn === undefined ? undefined : across(fund.forecasts),
      },
      ...(settledHere.length > 0 && {
        settled: { actual: cleared, forecast: fund.forecasts.length > 0 ? cleared : undefined },
      }),
      balance: {
        actual: this.isSpendingKnown ? opening + sumPence(came) + cleared - sumPence(own) + across(spent) : undefined,
        forecast:
          outturn === undefined || income === undefined
            ? undefined
            : opening + income + cleared - outturn + across(fund.forecasts),
      },
    };
    for (const [part, amounts] of Object.entries(figures)) this.sheet.add(`report.${name}.${part}`, amounts);
  }

  /** What is agreed; of performance money only what is forecast to be released. */
  private expectedIncome(pool: string): bigint | undefined {
    const { fund } = this;
    return totalOf(
      fund.cells
        .filter(({ heading }) => poolOf(fund, heading) === pool)
        .map((cell) => {
          if (cell.heading !== 'performance') return cell.pence;
          const isOwn = ({ schedule, source, heading }: RuledFund['forecasts'][number]) =>
            schedule === cell.schedule && source === cell.source && heading === 'performance';
          return fund.forecasts.some(isOwn) ? sumPence(fund.forecasts.filter(isOwn)) : undefined;
        }),
    );
  }

  private addShares(): void {
    const { fund } = this;
    const { received, settled, spent } = this.rows;
    const standing = standingOf(fund);
    const moved = this.moved();
    const bodies = [...partnersOf(fund), ...(fund.districts?.members ?? []), 'ccgs', districts];
    const shares = bodies.flatMap((body) => {
      const lines = this.contributions.filter(({ partner }) => partner === body);
      const isOwn = ({ partner }: { readonly partner: string }) => partner === body;
      const outstanding = sum(lines.map((line) => line.dueToDate - line.received));
      const due = sumPence(received.filter(isOwn)) + (this.fault === 'cash-for-accruals' ? 0n : outstanding);
      const applied = sumPence(spent.filter(({ schedule }) => schedule === body));
      const stands = (isSettled: boolean) =>
        sumPence(standing.filter(({ share, of }) => share === body && (of === 'settled') === isSettled));
      const brought = stands(false);
      const own = due - applied;
      const shifted = moved.get(body) ?? 0n;
      const cleared = stands(true);
      if ([due, applied, brought, shifted, cleared].every((pence) => pence === 0n)) return [];
      const share = own + shifted;
      const closing = brought + share + cleared;
      const rest = { share, 'brought-forward': brought, settled: cleared, closing, ...this.fencedIn(body, closing) };
      const figures = { due, applied, moved: shifted, ...rest };
      this.sheet.add(`report.shares[body=${body}]`, figures);
      return [figures];
    });
    this.sheet.addSums('report.share-totals', shares);
    const outstanding = this.contributions.map((line) => line.dueToDate - line.received);
    const toReturn = sum(this.contributions.map((line) => line.toReturn));
    const debts = fund.opening.filter(({ kind }) => kind === 'contributions');
    const earlier = -sumPence(debts) - sumPence(settled.filter(({ of }) => of === 'contribution'));
    this.sheet.add('report.net', {
      overdue: sum(outstanding.map((pence) => larger(0n, pence))),
      'paid-ahead': sum(this.contributions.map((line) => line.paidAhead)),
      ...(toReturn > 0n && { 'to-return': toReturn }),
      surplus: sum(shares.map(({ share }) => share)),
      'brought-forward': sum(shares.map((share) => share['brought-forward'])),
      settled: sum(shares.map((share) => share.settled)),
      'carried-forward': sum(shares.map(({ closing }) => closing)),
      ...(earlier !== 0n && { 'earlier-outstanding': earlier }),
    });
  }

  /** At the year end a variance leaves the schedule whose money it is for the bodies that bear it. */
  private moved(): ReadonlyMap<string, bigint> {
    const moved = new Map<string, bigint>();
    if (this.fund.asAt !== 'Q4' || this.fault === 'nothing-moved') return moved;
    const move = (body: string, pence: bigint) => moved.set(body, (moved.get(body) ?? 0n) + pence);
    for (const { schedule, heading, appliedBy, met, variance = 0n, borneBy } of new ByHand(this.fund).variances()) {
      move(schedule, variance);
      for (const [body, part] of borneBy) move(body, -part);
      // What a body has of another's money meets what it spends of it.
      if (isFenced({ heading })) continue;
      move(schedule, met);
      move(appliedBy, -met);
    }
    return moved;
  }

  /** What the fences of a schedule have left of what fell due for them, and what else is carried forward. */
  private fencedIn(body: string, closing: bigint) {
    const byHand = new ByHand(this.fund);
    const left = leftByHand(byHand).filter((line) => line.schedule === body && isFenced(line));
    const settled = standingOf(this.fund).filter(
      ({ share, of, purpose }) => share === body && of !== 'balance' && isFenced({ heading: purpose }),
    );
    const moved = atYearEnd(byHand)
      .filter(isFenced)
      .map(({ schedule, variance = 0n, borneBy }) => (schedule === body ? variance : 0n) - (borneBy.get(body) ?? 0n));
    const isCash = this.fault === 'fences-by-cash';
    const ringFenced = sumPence(left) + (isCash ? 0n : sumPence(settled)) + sum(moved);
    return { 'ring-fenced': ringFenced, other: closing - ringFenced };
  }

  /** Overspends that are not as large as the agreement's threshold, together. */
  private addSmallerOverspends(): void {
    const amber = this.fund.thresholds?.amber;
    if (amber === undefined) return;
    const small = new ByHand(this.fund).variances().flatMap(({ plan, virements, variance = 0n }) => {
      const isLarge =
        variance >= amber.pence && variance * 100_000_000n >= (plan + virements) * BigInt(amber.millionths);
      return variance <= 0n || (isLarge && this.fault !== 'no-overspend-is-large') ? [] : [variance];
    });
    if (small.length > 0) this.sheet.add('decisions[id=smaller-overspends]', { amount: sum(small) });
  }
}
