import { ByHand } from './by-hand.js';
import { FigureSheet, totalOf } from './figure-sheet.js';
import { quarterOf, rowsToDate, sumPence } from './fund-rows.js';
import { type Cell, poolOf, type RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';
import { rounded, sum } from './pot-by-hand.js';

/** What is compared: the plan with the forecast or the actuals, one quarter's spending with the next, or two plans. */
export interface ToCompare {
  readonly fund: RuledFund;
  readonly other: RuledFund;
  readonly to: 'forecast' | 'actual' | 'next-quarter' | 'other-plan';
  readonly by: 'heading' | 'source' | 'partner' | 'locality';
}

/** A line on both sides; what is not known is undefined, what is not there nil. */
interface DiffLine {
  readonly key: string;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  readonly from: bigint;
  readonly to: bigint | undefined;
  readonly virements: bigint;
  /** The change by heading that R4 leaves out. */
  readonly apart: ReadonlyMap<string, bigint>;
  /** What of the change was brought forward for it. */
  readonly met: bigint;
}

type Line = Pick<Cell, 'schedule' | 'heading' | 'appliedBy'>;

function isSame(one: Line, line: Line): boolean {
  return one.schedule === line.schedule && one.heading === line.heading && one.appliedBy === line.appliedBy;
}

/** What the names of the figures begin with. */
export function nameOfComparison({ fund, to, by }: ToCompare): string {
  const sides = {
    forecast: `from=plan;to=forecast@${fund.asAt}`,
    actual: `from=plan;to=actual@${fund.asAt}`,
    'next-quarter': 'from=Q1;to=Q2',
    'other-plan': 'from=plan;to=plan;funds=two',
  };
  return `diff[by=${by};${sides[to]}]`;
}

/** A comparison line by line, and all lines together; `fault`: a mistake to make. */
export function diffByHand(compared: ToCompare, fault = ''): Digits {
  return new DiffByHand(compared, fault).figures();
}

class DiffByHand {
  private readonly sheet = new FigureSheet();
  private readonly name: string;
  private readonly isOutturn: boolean;
  private readonly isPlain: boolean;
  private readonly variances;

  constructor(
    private readonly compared: ToCompare,
    private readonly fault: string,
  ) {
    const { fund, to } = compared;
    this.name = nameOfComparison(compared);
    const outturn = fund.asAt === 'Q4' && fault !== 'forecast-is-the-outturn' ? 'actual' : 'forecast';
    this.isOutturn = to === outturn;
    this.isPlain = !this.isOutturn && to !== 'actual';
    this.variances = new ByHand(fund).variances();
  }

  figures(): Digits {
    const lines = this.lines();
    const all: DiffLine = {
      key: '',
      isBefore: true,
      isAfter: true,
      from: sum(lines.map(({ from }) => from)),
      to: totalOf(lines.map(({ to }) => to)),
      virements: sum(lines.map(({ virements }) => virements)),
      apart: new Map(lines.map(({ key, apart }) => [key, sum([...apart.values()])])),
      met: sum(lines.map(({ met }) => met)),
    };
    const isVired = lines.some(({ virements }) => virements !== 0n);
    for (const line of lines) {
      const { percent, left, ...rest } = this.figuresOf(line, all, isVired);
      const name = `${this.name}.lines[line=${line.key}]`;
      const isApart = line.apart.size > 0 && rest.variance === 0n && !this.isNetted(line);
      this.sheet.add(name, { ...rest, percent: isApart ? undefined : percent, left: isApart ? undefined : left });
      if (!this.isPlain && line.to !== undefined) this.addNetted(name, line.key);
      for (const [heading, amount] of line.apart) this.sheet.add(`${name}.apart-by[heading=${heading}]`, { amount });
      if (rest.variance !== undefined) this.addBearers(name, line.key);
    }
    this.sheet.add(`${this.name}.totals`, this.figuresOf(all, all, isVired));
    this.addUnchanged(lines);
    this.addSummary(lines);
    return this.sheet.all;
  }

  private lines(): DiffLine[] {
    const { before, after, isKnown } = this.sides();
    const keys = new Set([...before, ...after].map(([key]) => key));
    return [...keys].map((key) => {
      const of = (rows: typeof before) => rows.filter(([own]) => own === key).map(([, row]) => row);
      const to = isKnown(key) ? sumPence(of(after)) : undefined;
      const apart = ['adaptations', 'performance'].flatMap((heading): [string, bigint][] => {
        const inHeading = (rows: typeof before) => sumPence(of(rows).filter((row) => row.heading === heading));
        const change = inHeading(after) - inHeading(before);
        return !this.isOutturn || to === undefined || change === 0n ? [] : [[heading, change]];
      });
      return {
        key,
        isBefore: of(before).length > 0,
        isAfter: of(after).length > 0,
        from: sumPence(of(before)),
        to,
        virements: this.viredTo(key),
        apart: new Map(this.fault === 'grants-are-savings' ? [] : apart),
        met: !this.isPlain && to !== undefined ? this.metOf(key) : 0n,
      };
    });
  }

  /** The rows of both sides by their keys, and whether all that is planned of a key has a forecast. */
  private sides() {
    const { fund, other, to } = this.compared;
    const { spent } = rowsToDate(fund);
    const keyed = (own: RuledFund, rows: readonly Cell[]) => rows.map((row) => [this.keyOf(own, row), row] as const);
    const inQuarter = (quarter: string) => fund.spending.filter(({ date }) => quarterOf(date) === quarter);
    const plan = keyed(fund, fund.cells);
    const known = () => true;
    if (to === 'other-plan') return { before: plan, after: keyed(other, other.cells), isKnown: known };
    if (to === 'next-quarter') {
      return { before: keyed(fund, inQuarter('Q1')), after: keyed(fund, inQuarter('Q2')), isKnown: known };
    }
    if (to === 'actual') return { before: plan, after: keyed(fund, spent), isKnown: known };
    const missing = plan.filter(([, cell]) => !fund.forecasts.some((row) => isSame(row, cell)));
    const isKnown = (key: string) => !missing.some(([own]) => own === key) || this.fault === 'part-for-whole';
    return { before: plan, after: keyed(fund, fund.forecasts), isKnown };
  }

  private keyOf(fund: RuledFund, { schedule, heading, source }: Cell): string {
    switch (this.compared.by) {
      case 'heading':
        return heading;
      case 'source':
        return source;
      case 'partner':
        return schedule;
      case 'locality':
        return fund.ccgs.find(({ code }) => code === schedule)?.locality ?? '';
    }
  }

  private viredTo(key: string): bigint {
    if (this.isPlain || this.compared.by !== 'heading' || this.fault === 'no-virements') return 0n;
    return sum(this.variances.filter(({ heading }) => heading === key).map(({ virements }) => virements));
  }

  private figuresOf({ from, to, virements, apart, met }: DiffLine, all: DiffLine, isVired: boolean) {
    const budget = from + virements;
    const change = to === undefined ? undefined : to - budget;
    const leftOut = sum([...apart.values()]);
    const measure = change === undefined ? undefined : change - met - (this.isOutturn ? leftOut : 0n);
    return {
      from,
      virements: isVired ? virements : undefined,
      to,
      change,
      percent: this.percent(measure, budget),
      left: measure === undefined || this.isPlain ? undefined : -measure,
      apart: this.isOutturn && change !== undefined ? leftOut : undefined,
      met: met === 0n || change === undefined ? undefined : met,
      variance: this.isOutturn ? measure : undefined,
      share: this.percent(to, this.isPlain ? all.to : budget),
    };
  }

  /** In tenths of a percent of an amount without its sign. */
  private percent(part: bigint | undefined, of: bigint | undefined): bigint | undefined {
    if (part === undefined || of === undefined || of === 0n) return undefined;
    if (this.fault === 'percent-cut') return (part * 1000n) / of;
    return of < 0n ? rounded(-part * 1000n, -of) : rounded(part * 1000n, of);
  }

  /** On whom the variances of a partner’s or a locality’s money fall (R4). */
  private addBearers(name: string, key: string): void {
    const { by, fund } = this.compared;
    if (by !== 'partner' && by !== 'locality') return;
    const own = this.variances.filter((line) => this.keyOf(fund, { ...line, source: '', pence: 0n }) === key);
    const parts = new Map<string, bigint>();
    for (const { borneBy, variance = 0n, appliedBy } of own) {
      const bearers = this.fault === 'spender-bears' ? [[appliedBy, variance] as const] : borneBy;
      for (const [body, part] of bearers) parts.set(body, (parts.get(body) ?? 0n) + part);
    }
    for (const [body, amount] of parts) {
      if (amount !== 0n) this.sheet.add(`${name}.borne-by[partner=${body}]`, { amount });
    }
  }

  /** R4: what is met from what was brought forward; of one source in proportion to what each is above its plan. */
  private metOf(key: string): bigint {
    const { fund, by, to } = this.compared;
    if (this.fault === 'nothing-met') return 0n;
    if (by !== 'source') {
      const own = this.variances.filter((line) => this.keyOf(fund, { ...line, source: '', pence: 0n }) === key);
      return sum(own.map((line) => this.metIn(line)));
    }
    const after = to === 'actual' ? rowsToDate(fund).spent : fund.forecasts;
    return sum(
      this.variances.map((line) => {
        const comesTo = (rows: readonly (readonly [Cell, bigint])[]) => {
          const bySource = new Map<string, bigint>();
          for (const [{ source }, pence] of rows.filter(([row]) => isSame(row, line)))
            bySource.set(source, (bySource.get(source) ?? 0n) + pence);
          return new Map([...bySource].map(([source, pence]) => [source, pence > 0n ? pence : 0n]));
        };
        const spent = after.map((row) => [row, row.pence] as const);
        const above = comesTo([...spent, ...fund.cells.map((row) => [row, -row.pence] as const)]);
        const weights = sum([...above.values()]) > 0n ? above : comesTo(spent);
        return sum([...weights.values()]) > 0n
          ? (new ByHand(fund).split(this.metIn(line), weights).get(key) ?? 0n)
          : 0n;
      }),
    );
  }

  /** Of the outturn, or of what is spent to date. */
  private metIn({ met, metToDate }: ReturnType<ByHand['variances']>[number]): bigint {
    if (this.isOutturn) return met;
    return this.fault === 'nothing-met-to-date' ? 0n : metToDate;
  }

  /** R4: what is over and under in a line whose parts are not one body’s of one schedule, and that no rule shares. */
  private netted(key: string) {
    const parts = new Map<string, bigint>();
    for (const { schedule, heading, appliedBy, change } of this.cellsOf(key)) {
      if (change === undefined) return undefined;
      const kind = heading === 'works' ? 'capital' : heading === 'hospital' ? 'fenced' : 'revenue';
      const body = this.compared.by === 'source' ? schedule : appliedBy;
      const part = [kind, this.sharing(heading) ?? [body, schedule].join()].join();
      parts.set(part, (parts.get(part) ?? 0n) + change);
    }
    const all = [...parts.values()];
    const overspend = sum(all.filter((amount) => amount > 0n));
    const underspend = -sum(all.filter((amount) => amount < 0n));
    const isNetted = overspend > 0n && underspend > 0n && this.fault !== 'netted';
    return isNetted ? { overspend, underspend } : undefined;
  }

  private isNetted({ key, to }: DiffLine): boolean {
    return !this.isPlain && to !== undefined && this.netted(key) !== undefined;
  }

  private addNetted(name: string, key: string): void {
    const netted = this.netted(key);
    if (netted !== undefined) this.sheet.add(name, netted);
  }

  /** Under which rule, and in which pool, a heading’s variances are shared; undefined where each body bears its own. */
  private sharing(heading: string): string | undefined {
    const { fund } = this.compared;
    const own = this.variances.find((line) => line.heading === heading);
    if (own === undefined || own.policy === 'responsible-body') return undefined;
    const hasRule = fund.varianceRules.some((rule) => rule.heading === heading);
    return [hasRule ? heading : 'all', poolOf(fund, heading)].join();
  }

  /** The lines of R4 in a line, each with what is over in it, or under. */
  private cellsOf(key: string) {
    const { fund, by, to } = this.compared;
    const { spent } = rowsToDate(fund);
    if (by !== 'source') {
      const own = this.variances.filter((line) => this.keyOf(fund, { ...line, source: '', pence: 0n }) === key);
      return own.map((line) => {
        const spentPence = sumPence(spent.filter((row) => isSame(row, line)));
        return {
          ...line,
          change: this.isOutturn ? line.variance : spentPence - line.plan - line.virements - this.metIn(line),
        };
      });
    }
    const after = to === 'actual' ? spent : fund.forecasts;
    const isOwn = (row: Cell) => row.source === key && !['adaptations', 'performance'].includes(row.heading);
    return [
      ...fund.cells.filter(isOwn).map((row) => ({ ...row, change: -row.pence })),
      ...after.filter(isOwn).map((row) => ({ ...row, change: row.pence })),
    ];
  }

  private addUnchanged(lines: readonly DiffLine[]): void {
    const own = lines.filter((line) => {
      const { isBefore, isAfter, from, to, virements } = line;
      const isThere = isBefore && (isAfter || this.compared.to !== 'other-plan');
      return isThere && to === from + virements && virements === 0n && !this.isNetted(line);
    });
    if (own.length === 0) return;
    const of = (side: 'from' | 'to') => sum(own.map((line) => line[side] ?? 0n));
    this.sheet.add(`${this.name}.unchanged`, { lines: BigInt(own.length), from: of('from'), to: of('to') });
  }

  private addSummary(lines: readonly DiffLine[]): void {
    const measures = lines.map((line) => {
      const { isBefore, isAfter, to, from, virements, apart, met } = line;
      const isKnown = to !== undefined;
      const measure = isKnown ? to - from - virements - sum([...apart.values()]) - met : undefined;
      const isAdded = isKnown && !isBefore;
      const isRemoved = isKnown && !isAdded && !isAfter && this.compared.to === 'other-plan';
      const isNetted = this.isNetted(line);
      const isApart = apart.size > 0 && measure === 0n && !isNetted;
      return { measure, isNetted, isAdded, isRemoved, isApart, isCounted: !this.isPlain || (!isAdded && !isRemoved) };
    });
    const count = (isMeant: (line: (typeof measures)[number]) => boolean) => BigInt(measures.filter(isMeant).length);
    // What has an overspend in it is not on plan, though it may come to nil.
    const counted = (isMeant: (measure: bigint) => boolean) =>
      count(({ measure, isNetted, isApart, isCounted }) => {
        return measure !== undefined && isCounted && !isApart && isMeant(isNetted && measure === 0n ? 1n : measure);
      });
    this.sheet.add(`${this.name}.summary`, {
      over: counted((measure) => measure > 0n),
      under: counted((measure) => measure < 0n),
      same: counted((measure) => measure === 0n),
      apart: count(({ isApart }) => isApart),
      added: count(({ isAdded }) => isAdded),
      removed: count(({ isRemoved }) => isRemoved),
      renamed: 0n,
      'not-known': count(({ measure }) => measure === undefined),
    });
  }
}
