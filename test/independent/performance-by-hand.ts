import { ByHand } from './by-hand.js';
import { type Pot, quarters, type RuledFund } from './fund-shape.js';
import { larger, type QuarterByHand, quartersByHand, rounded, smaller, sum } from './pot-by-hand.js';

/** What is assumed of the quarters still to come: so many hundredths of a percent of the baseline more, of everybody. */
export interface Assumed {
  readonly basisPoints: number;
  /** As a name has it: `-3.5%`. */
  readonly words: string;
}

type Terms = NonNullable<RuledFund['performance']>;

interface PaidPot extends Omit<Pot, 'partner'> {
  readonly year: bigint;
  readonly quarters: readonly QuarterByHand[];
}

/** Every figure that `bcf performance --what-if --sensitivity` names, by hand: its digits; `fault`: a mistake to make. */
export function performanceByHand(fund: RuledFund, assumed: Assumed, fault = ''): Readonly<Record<string, bigint>> {
  return fund.performance === undefined ? {} : new PerformanceByHand(fund, fund.performance, fault).figures(assumed);
}

class PerformanceByHand {
  private readonly due: number;
  private readonly pots: ReadonlyMap<string, PaidPot>;
  private readonly found = new Map<string, bigint>();

  constructor(
    fund: RuledFund,
    private readonly terms: Terms,
    private readonly fault: string,
  ) {
    this.due = quarters.indexOf(fund.asAt) + 1;
    const there = new ByHand(fund).performance().map(({ partner }) => partner);
    const pots = terms.pots.filter(({ partner }) => there.includes(partner));
    this.pots = new Map(pots.map((pot) => [pot.partner, this.paid(pot)]));
  }

  figures(assumed: Assumed): Readonly<Record<string, bigint>> {
    for (const [partner, pot] of this.pots) this.addPot(`performance.partners[partner=${partner}]`, pot);
    this.addTotals('performance.totals');
    this.addNationalReturn();
    if (this.isAnyToCome()) this.addWhatIf(assumed);
    this.addSensitivity();
    return Object.fromEntries(this.found);
  }

  /** Whether quarters are still to come of which something may be assumed. */
  isAnyToCome(): boolean {
    return [...this.pots.values()].some((pot) => this.actuals(pot).includes(undefined));
  }

  private paid({ pence, admissions }: Omit<Pot, 'partner'>, due = this.due): PaidPot {
    const year = sum(admissions.map(({ baseline, plan }) => BigInt(baseline - plan)));
    return { pence, admissions, year, quarters: quartersByHand({ pence, admissions }, this.terms, due) };
  }

  /** What is reported to date. */
  private actuals({ admissions }: Pick<Pot, 'admissions'>): (number | undefined)[] {
    return admissions.map(({ actual }, index) => (index < this.due ? actual : undefined));
  }

  private add(name: string, figures: Readonly<Record<string, bigint | undefined>>): void {
    for (const [part, figure] of Object.entries(figures))
      if (figure !== undefined) this.found.set(`${name}.${part}`, figure);
  }

  private addPot(name: string, pot: PaidPot): void {
    const { pence, year, admissions } = pot;
    const actuals = this.actuals(pot);
    this.add(name, {
      pot: pence,
      'planned-reduction': year,
      'value-per-admission': year > 0n ? rounded(pence, year) : undefined,
    });
    let paid = 0n;
    for (const [index, quarter] of pot.quarters.entries()) {
      const { baseline, plan } = admissions[index] ?? { baseline: 0, plan: 0 };
      const soFar = admissions.slice(0, index + 1);
      const isKnown = !actuals.slice(0, index + 1).includes(undefined);
      const base = sum(soFar.map((one) => BigInt(this.fault === 'percent-of-plan' ? one.plan : one.baseline)));
      const achieved = sum(soFar.map((one) => BigInt(one.baseline - (one.actual ?? 0))));
      const percent = (part: bigint) => (base === 0n ? undefined : rounded(part * 10_000n, base));
      paid += quarter.payment ?? 0n;
      this.add(`${name}.quarters[quarter=${quarters[index]}]`, {
        baseline: BigInt(baseline),
        plan: BigInt(plan),
        actual: whole(actuals[index]),
        'planned-cumulative': quarter.plannedCumulative,
        'achieved-cumulative': isKnown ? achieved : undefined,
        'planned-percent': percent(quarter.plannedCumulative),
        'achieved-percent': isKnown ? percent(achieved) : undefined,
        maximum: quarter.maximum,
        payment: quarter.payment,
        'paid-cumulative': quarter.payment === undefined ? undefined : paid,
        'retained-to-date': quarter.retainedToDate,
      });
    }
    this.add(`${name}.totals`, totalsOf(pot));
  }

  private addTotals(name: string): void {
    const all = [...this.pots.values()];
    const totals = all.map(totalsOf);
    const isWaiting = all.some((pot) => pot.pence > 0n && paidBy(pot) === undefined);
    const isKnown = !isWaiting && (all.length === 0 || all.some((pot) => paidBy(pot) !== undefined));
    const known = (part: 'payment' | 'retained') => (isKnown ? sum(totals.map((one) => one[part] ?? 0n)) : undefined);
    this.add(name, { pot: sum(all.map(({ pence }) => pence)) });
    const sums = { payment: known('payment'), retained: known('retained') };
    this.add(name, { ...sums, 'to-come': sum(totals.map((one) => one['to-come'])) });
  }

  private addNationalReturn(): void {
    const all = [...this.pots];
    const area = this.area(all.map(([, pot]) => pot));
    this.addPot('performance.national-return.area', area);
    const counted = Math.min(...all.map(([, pot]) => reportedOf(pot).length));
    if (all.length === 0 || counted === 0) return;
    const name = 'performance.national-return';
    const worth = ({ pence, year }: PaidPot, count: bigint) => (year > 0n ? rounded(pence * count, year) : 0n);
    const ours = sum(all.map(([, pot]) => paidBy(pot, counted) ?? 0n));
    const payment = this.fault === 'area-not-netted' ? ours : (paidBy(area, counted) ?? 0n);
    this.add(name, { payment, ours, difference: payment - ours });
    let explained = 0n;
    const item = (kind: string, partner: string, amount: bigint, admissions?: bigint) => {
      explained += amount;
      if (amount !== 0n) this.add(`${name}.items[kind=${kind};partner=${partner}]`, { admissions, amount });
    };
    for (const [partner, pot] of all) {
      const { achievedCumulative: achieved = 0n, plannedCumulative } = pot.quarters[counted - 1] ?? {};
      const limit = this.terms.cap === 'planned' ? larger(0n, plannedCumulative ?? 0n) : pot.year;
      const bought = larger(0n, smaller(smaller(achieved, limit), pot.year));
      const rise = larger(0n, -achieved);
      item('rise-not-netted', partner, -worth(area, rise), rise);
      item('beyond-plan', partner, worth(area, achieved + rise - bought), achieved + rise - bought);
      item('kept', partner, worth(pot, bought) - (paidBy(pot, counted) ?? 0n));
      item('value', partner, bought === 0n ? 0n : this.dearer(area, pot, bought), bought);
    }
    item('area-limit', 'none', payment - worth(area, area.quarters[counted - 1]?.achievedCumulative ?? 0n));
    item('rounding', 'none', payment - ours - explained);
  }

  /** What is bought of a pot is worth more at the area's value, in pence: a fraction until it is rounded. */
  private dearer(area: PaidPot, pot: PaidPot, bought: bigint): bigint {
    if (this.fault === 'value-rounded-twice')
      return rounded(area.pence * bought, larger(1n, area.year)) - rounded(pot.pence * bought, pot.year);
    if (area.year <= 0n) return rounded(-pot.pence * bought, pot.year);
    return rounded(area.pence * bought * pot.year - pot.pence * bought * area.year, area.year * pot.year);
  }

  private area(pots: readonly PaidPot[]): PaidPot {
    const admissions = quarters.map((_, index) => {
      const own = pots.map((pot) => pot.admissions[index]);
      const actuals = pots.map((pot) => this.actuals(pot)[index]);
      const actual = actuals.includes(undefined) ? {} : { actual: total(actuals) };
      return { baseline: total(own.map((one) => one?.baseline)), plan: total(own.map((one) => one?.plan)), ...actual };
    });
    return this.paid({ pence: sum(pots.map(({ pence }) => pence)), admissions: pots.length === 0 ? [] : admissions });
  }

  private addWhatIf({ basisPoints, words }: Assumed): void {
    const root = `what-if[*=${words}]`;
    const years = [...this.pots].map(([partner, pot]) => {
      const actuals = this.actuals(pot);
      const from = this.fault === 'assumed-of-the-plan' ? 'plan' : 'baseline';
      const admissions = pot.admissions.map((one, index) => ({
        ...one,
        actual: actuals[index] ?? Math.max(0, one.baseline + part(one[from], basisPoints)),
      }));
      const year = this.paid({ ...pot, admissions }, quarters.length);
      const payment = paidBy(year) ?? 0n;
      const name = `${root}.partners[partner=${partner}]`;
      this.add(name, { pot: pot.pence });
      this.add(`${name}.to-date`, totalsOf(pot));
      const achieved = year.quarters.at(-1)?.achievedCumulative;
      this.add(`${name}.by-year-end`, { payment, retained: pot.pence - payment, achieved });
      for (const [index, quarter] of year.quarters.entries()) {
        this.add(`${name}.by-year-end.payments[quarter=${quarters[index]}]`, { payment: quarter.payment });
      }
      return { payment, retained: pot.pence - payment };
    });
    this.addTotals(`${root}.totals.to-date`);
    this.found.delete(`${root}.totals.to-date.pot`);
    this.add(`${root}.totals`, { pot: sum([...this.pots.values()].map(({ pence }) => pence)) });
    const of = (what: 'payment' | 'retained') => sum(years.map((year) => year[what]));
    this.add(`${root}.totals.by-year-end`, { payment: of('payment'), retained: of('retained') });
  }

  /** No target is agreed, so that it is 3.5%. */
  private addSensitivity(): void {
    for (let basisPoints = 0; basisPoints <= 700; basisPoints += 50) {
      const name = `sensitivity.points[reduction=${(basisPoints / 100).toFixed(2)}]`;
      const payments = [...this.pots].map(([partner, pot]) => {
        const admissions = pot.admissions.map((one) => ({
          ...one,
          actual: one.baseline + part(one.baseline, -basisPoints),
        }));
        const payment = paidBy(this.paid({ ...pot, admissions }, quarters.length)) ?? 0n;
        this.add(`${name}.payments[partner=${partner}]`, { payment });
        return payment;
      });
      this.add(name, { 'reduction-percent': BigInt(basisPoints), total: sum(payments) });
    }
    for (const [partner, pot] of this.pots) this.addBreakEven(`sensitivity.break-even[partner=${partner}]`, pot);
  }

  private addBreakEven(name: string, pot: PaidPot): void {
    this.add(name, { pot: pot.pence });
    if (pot.year <= 0n) return;
    const percent = (count: bigint, of: Pot['admissions']) => {
      const base = total(of.map(({ baseline }) => baseline));
      return base === 0 ? undefined : rounded(count * 10_000n, BigInt(base));
    };
    this.add(name, { admissions: pot.year, percent: percent(pot.year, pot.admissions) });
    const reported = reportedOf(pot);
    if (reported.length === quarters.length) return;
    const isEarned = !this.terms.clawback && (paidBy(pot) ?? 0n) >= pot.pence;
    const needed = isEarned ? 0n : larger(0n, pot.year - (reported.at(-1)?.achievedCumulative ?? 0n));
    const toCome = pot.admissions.slice(reported.length);
    this.add(name, { 'needed-to-come': needed, 'needed-percent': percent(needed, toCome) });
  }
}

function reportedOf(pot: PaidPot): readonly QuarterByHand[] {
  return pot.quarters.filter(({ status }) => status === 'reported');
}

/** What a pot has paid in its first quarters; undefined where none is reported. */
function paidBy(pot: PaidPot, counted: number = quarters.length): bigint | undefined {
  const reported = reportedOf(pot).slice(0, counted);
  return reported.length === 0 ? undefined : sum(reported.map(({ payment = 0n }) => payment));
}

function totalsOf(pot: PaidPot) {
  const payment = paidBy(pot);
  const retained = reportedOf(pot).at(-1)?.retainedToDate;
  return { payment, retained, 'to-come': pot.pence - (payment ?? 0n) - (retained ?? 0n) };
}

/** So many hundredths of a percent of a number, to the nearest whole one. */
function part(of: number, basisPoints: number): number {
  return Number(rounded(BigInt(of) * BigInt(basisPoints), 10_000n));
}

function whole(count: number | undefined): bigint | undefined {
  return count === undefined ? undefined : BigInt(count);
}

function total(counts: readonly (number | undefined)[]): number {
  return counts.reduce<number>((so, count) => so + (count ?? 0), 0);
}
