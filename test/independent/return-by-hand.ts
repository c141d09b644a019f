import { ByHand } from './by-hand.js';
import { FigureSheet, totalOf } from './figure-sheet.js';
import { headingsOf, isForecast, quarterOf, rowsToDate, sumPence } from './fund-rows.js';
import { type Quarter, quarters, type RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';
import { sum } from './pot-by-hand.js';

type ByQuarter = readonly (bigint | undefined)[];

/** Amounts of parts, by `part=…;heading=…`. */
type Parts = Readonly<Record<string, bigint>>;

/** The national return’s block of income and expenditure (R6); `fault`: a mistake to make. */
export function returnByHand(fund: RuledFund, fault = ''): Digits {
  return new ReturnByHand(fund, fault).figures();
}

class ReturnByHand {
  private readonly sheet = new FigureSheet();
  private readonly rows;
  private readonly byHand;
  private readonly contributions;
  private readonly pooled: bigint;
  private readonly isOver: boolean;

  constructor(
    private readonly fund: RuledFund,
    private readonly fault: string,
  ) {
    this.rows = rowsToDate(fund);
    this.byHand = new ByHand(fund);
    this.contributions = this.byHand.contributions();
    this.pooled = sumPence(fund.cells);
    this.isOver = fund.asAt === 'Q4';
  }

  figures(): Digits {
    const { received, spent } = this.rows;
    const isSpendingKnown = this.fund.spending.length > 0;
    const income = this.quartersOf(received);
    const expenditure = isSpendingKnown ? this.quartersOf(spent) : quarters.map(() => undefined);
    const come = sumPence(received);
    const gone = isSpendingKnown ? sumPence(spent) : undefined;
    const isActual = this.isOver && this.fault !== 'forecast-is-the-outturn';
    const expected = {
      income: isActual ? come : this.expectedIncome(),
      expenditure: isActual ? gone : this.expectedSpending(),
    };
    const overdue = sum(this.outstanding().filter((pence) => pence > 0n));
    this.add('income', 'plan', this.planned(), this.pooled, {});
    const notExpected = { 'part=not-earned;heading=none': -(this.retained('forecast') ?? 0n) };
    const partsOfForecast = isActual ? this.partsOfIncome() : notExpected;
    const ofIncome = this.forecast(income, expected.income, overdue);
    this.add('income', 'forecast', ofIncome, expected.income, partsOfForecast);
    this.add('income', 'actual', income, come, this.partsOfIncome());
    this.add('expenditure', 'plan', this.planned(), this.pooled, {});
    const forecast = this.forecast(expenditure, expected.expenditure, 0n);
    this.add(
      'expenditure',
      'forecast',
      forecast,
      expected.expenditure,
      this.partsOfSpending(isActual ? 'actual' : 'forecast'),
    );
    const toDate = this.isOver ? this.partsOfSpending('actual') : this.partsToDate(gone ?? 0n);
    this.add('expenditure', 'actual', expenditure, gone, toDate);
    return this.sheet.all;
  }

  private add(side: string, basis: string, byQuarter: ByQuarter, annual: bigint | undefined, parts: Parts): void {
    const name = `report.return-lines[side=${side};basis=${basis}]`;
    for (const [index, amount] of byQuarter.entries()) {
      this.sheet.add(`${name}.quarters[quarter=${quarters[index]}]`, { amount });
    }
    const difference = annual === undefined ? undefined : annual - this.pooled;
    this.sheet.add(name, { annual, pooled: this.pooled, difference });
    if (difference === undefined || difference === 0n) return;
    const rest = difference - sum(Object.values(parts));
    for (const [part, amount] of Object.entries({ ...parts, 'part=unexplained;heading=none': rest })) {
      if (amount !== 0n) this.sheet.add(`${name}.parts[${part}]`, { amount });
    }
  }

  private quartersOf(rows: readonly { readonly date: string; readonly pence: bigint }[]): ByQuarter {
    return quarters.map((quarter) =>
      quarter <= this.fund.asAt ? sumPence(rows.filter(({ date }) => quarterOf(date) === quarter)) : undefined,
    );
  }

  /** Performance money as its release is planned, where all of a pot is; the rest as contributions fall due. */
  private planned(): ByQuarter {
    const pots = this.fault === 'performance-by-instalments' ? [] : this.byHand.performance();
    const releases = quarters.map((_, index) =>
      sum(
        pots.map(({ pot, quarters: own }) => {
          const most = (at: number) => (at < 0 ? 0n : (own[at]?.maximum ?? 0n));
          return most(3) === pot ? most(index) - most(index - 1) : 0n;
        }),
      ),
    );
    const rest = this.spread(this.pooled - sum(releases), quarters);
    return quarters.map((_, index) => (releases[index] ?? 0n) + (rest[index] ?? 0n));
  }

  /** What has happened, then the rest: what is overdue first in the next quarter. */
  private forecast(booked: ByQuarter, annual: bigint | undefined, overdue: bigint): ByQuarter {
    const { asAt } = this.fund;
    const open = quarters.filter((quarter) => quarter > asAt);
    const toDate = totalOf(booked.filter((_, index) => (quarters[index] ?? '') <= asAt));
    if (annual === undefined || toDate === undefined) {
      return booked.map((amount, index) => (open.some((quarter) => quarter === quarters[index]) ? undefined : amount));
    }
    const rest = annual - toDate;
    const first = overdue < rest && this.fault !== 'overdue-forgotten' ? overdue : 0n;
    const parts = this.spread(rest - first, open);
    return quarters.map((quarter, index) => {
      const at = open.indexOf(quarter);
      return (booked[index] ?? 0n) + (at < 0 ? 0n : (parts[at] ?? 0n)) + (at === 0 ? first : 0n);
    });
  }

  /** By what falls due in each quarter, evenly where nothing does; odd pence to the largest remainders. */
  private spread(pence: bigint, over: readonly Quarter[]): bigint[] {
    const { instalments } = this.fund;
    const dueIn = (quarter: Quarter) =>
      instalments === undefined
        ? 1n
        : sum(instalments.filter((due) => due.quarter === quarter).map(({ millionths }) => BigInt(millionths)));
    const due = this.fault === 'evenly' ? over.map(() => 1n) : over.map(dueIn);
    const weights = sum(due) === 0n ? over.map(() => 1n) : due;
    const size = pence < 0n ? -pence : pence;
    const all = sum(weights);
    const parts = weights.map((weight) => (size * weight) / all);
    const byRemainder = weights
      .map((weight, index) => ({ index, rest: (size * weight) % all }))
      .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
    for (const { index } of byRemainder.slice(0, Number(size - sum(parts)))) parts[index] = (parts[index] ?? 0n) + 1n;
    return parts.map((part) => (pence < 0n ? -part : part));
  }

  /** What is agreed; of performance money only what is forecast to be released. */
  private expectedIncome(): bigint | undefined {
    const { cells, forecasts } = this.fund;
    if (forecasts.length === 0) return undefined;
    return totalOf(
      cells.map((cell) => {
        if (cell.heading !== 'performance') return cell.pence;
        const isOwn = ({ schedule, source, heading }: RuledFund['forecasts'][number]) =>
          schedule === cell.schedule && source === cell.source && heading === 'performance';
        return forecasts.some(isOwn) ? sumPence(forecasts.filter(isOwn)) : undefined;
      }),
    );
  }

  private expectedSpending(): bigint | undefined {
    return isForecast(this.fund) ? sumPence(this.fund.forecasts) : undefined;
  }

  private outstanding(): bigint[] {
    return this.contributions.map(({ dueToDate, received }) => dueToDate - received);
  }

  /** Performance money not earned, or not expected to be; undefined where it is not known of every pot. */
  private retained(basis: 'forecast' | 'actual'): bigint | undefined {
    const pots = this.byHand.performance();
    if (basis === 'forecast') {
      return totalOf(
        pots.map(({ partner, pot }) => {
          const own = this.fund.forecasts.filter((row) => row.schedule === partner && row.heading === 'performance');
          return own.length === 0 ? undefined : pot - sumPence(own);
        }),
      );
    }
    const isReported = (own: (typeof pots)[number]) => own.quarters.some(({ status }) => status === 'reported');
    const isWaiting = pots.some((own) => own.pot > 0n && !isReported(own));
    return isWaiting ? undefined : sum(pots.map(({ totals }) => totals.retained));
  }

  private partsOfIncome(): Parts {
    const of = (kind: string, part: 'dueToDate' | 'agreed') =>
      sum(this.contributions.filter((line) => line.kind === kind).map((line) => line[part]));
    const retained = this.retained('actual') ?? 0n;
    const outstanding = this.outstanding();
    return {
      'part=instalments-to-come;heading=none': of('instalments', 'dueToDate') - of('instalments', 'agreed'),
      'part=not-earned;heading=none': -retained,
      'part=performance-open;heading=none': of('performance', 'dueToDate') + retained - of('performance', 'agreed'),
      'part=outstanding;heading=none': -sum(outstanding.filter((pence) => pence > 0n)),
      'part=paid-ahead;heading=none': sum(this.contributions.map((line) => line.paidAhead)),
      'part=to-return;heading=none': sum(this.contributions.map((line) => line.toReturn)),
    };
  }

  private partsToDate(gone: bigint): Parts {
    const retained = this.retained('actual') ?? 0n;
    return {
      'part=not-spent;heading=none': gone - this.pooled + retained,
      'part=not-earned;heading=none': -retained,
    };
  }

  /** Grants and performance money apart; then over- and underspends, never netted. */
  private partsOfSpending(basis: 'forecast' | 'actual'): Parts {
    const rows = basis === 'forecast' ? this.fund.forecasts : this.rows.spent;
    const change = (code: string) =>
      sumPence(rows.filter(({ heading }) => heading === code)) -
      sumPence(this.fund.cells.filter(({ heading }) => heading === code));
    const retained = this.retained(basis) ?? 0n;
    const isPaid = headingsOf(this.fund).includes('performance');
    const lines = this.byHand.variances();
    const variances = lines.map(({ variance = 0n }) => variance);
    const net = sum(variances);
    const isNetted = this.fault === 'over-and-under-netted';
    return {
      'part=ring-fenced;heading=adaptations': change('adaptations'),
      ...(isPaid && {
        'part=not-earned;heading=none': -retained,
        'part=performance-spent;heading=none': change('performance') + retained,
      }),
      'part=underspent;heading=none': isNetted ? net : sum(variances.filter((pence) => pence < 0n)),
      'part=overspent;heading=none': isNetted ? 0n : sum(variances.filter((pence) => pence > 0n)),
      'part=brought-forward;heading=none': sum(lines.map(({ met }) => met)),
    };
  }
}
