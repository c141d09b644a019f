import type { ReconciliationText } from '../../src/statement/reconciliation-schema.js';
import { ByHand } from './by-hand.js';
import type { RuledFund } from './fund-shape.js';
import { standingsByHand } from './standing-by-hand.js';

/** Every figure that the two calculations must agree on, by a name that says whose it is: `pay 09C Q2 maximum`. */
export type Figures = Readonly<Record<string, string | bigint>>;

type Field = string | bigint | undefined;

/** What a statement of bcf says. */
export function figuresOfStatement(result: ReconciliationText): Figures {
  const figures = new FigureList();
  for (const { partner, pot, quarters, totals } of result.performance?.partners ?? []) {
    figures.add(`pay ${partner}`, { pot: pence(pot), ...amounts(totals, 'payment', 'retained', 'toCome') });
    for (const quarter of quarters) {
      const { paidIn, status, plannedCumulative, achievedCumulative } = quarter;
      figures.add(`pay ${partner} ${paidIn}`, {
        status,
        ...amounts(quarter, 'maximum', 'payment', 'retainedToDate'),
        plannedCumulative: whole(plannedCumulative),
        achievedCumulative: whole(achievedCumulative),
      });
    }
  }
  for (const line of result.variances) {
    const { appliedBy, heading, schedule, policy, borneBy } = line;
    figures.add(`vary ${heading} ${schedule} ${appliedBy}`, {
      policy,
      ...amounts(line, 'plan', 'virements', 'variance'),
      met: pence(line.met ?? '0.00'),
    });
    const shares = borneBy.map(({ partner, amount }) => [partner, pence(amount)] as const);
    figures.addShares(`vary ${heading} ${schedule} ${appliedBy}`, shares);
  }
  for (const { kind, retained, borneBy } of result.varianceTotals.outside) {
    if (kind !== 'performance' || retained === undefined) continue;
    figures.add('year of the pots', { retained: pence(retained) });
    figures.addShares(
      'year of the pots',
      borneBy.map(({ partner, amount }) => [partner, pence(amount)] as const),
    );
  }
  for (const line of result.contributions) {
    const key = `pay in ${line.partner} ${line.source} ${line.kind}`;
    figures.add(key, amounts(line, 'agreed', 'dueToDate', 'received', 'outstanding'));
  }
  for (const one of result.settlement?.partners ?? []) {
    const due = amounts(one, 'contributionDue', 'contributionReceived', 'allocationDue', 'paid');
    const rest = amounts(
      one,
      'performanceReleased',
      'varianceShared',
      'net',
      'owes',
      'owed',
      'available',
      'drawnAhead',
    );
    figures.addUnlessNil(`settle ${one.partner}`, { ...due, ...rest, settled: pence(one.settled ?? '0.00') });
  }
  for (const { host, held } of result.settlement?.hosts ?? []) figures.add(`host ${host}`, { held: pence(held) });
  return figures.all;
}

/** What the calculation by hand says of the same. */
export function figuresByHand(fund: RuledFund, fault?: string): Figures {
  const byHand = new ByHand(fund, fault);
  const figures = new FigureList();
  for (const { partner, pot, quarters, totals } of byHand.performance()) {
    // What nobody has reported is neither earned nor not earned.
    const isReported = quarters.some(({ status }) => status === 'reported');
    figures.add(`pay ${partner}`, { pot, ...(isReported ? totals : { toCome: totals.toCome }) });
    for (const { paidIn, ...quarter } of quarters) figures.add(`pay ${partner} ${paidIn}`, quarter);
  }
  for (const { appliedBy, heading, schedule, borneBy, metToDate: _, ...line } of byHand.variances()) {
    figures.add(`vary ${heading} ${schedule} ${appliedBy}`, line);
    figures.addShares(`vary ${heading} ${schedule} ${appliedBy}`, [...borneBy]);
  }
  const year = byHand.yearOfPots();
  if (year !== undefined) {
    figures.add('year of the pots', { retained: year.retained });
    figures.addShares('year of the pots', year.borneBy);
  }
  for (const { partner, source, kind, agreed, dueToDate, received } of byHand.contributions()) {
    const come = fund.receipts.length === 0 ? {} : { received, outstanding: dueToDate - received };
    figures.add(`pay in ${partner} ${source} ${kind}`, { agreed, dueToDate, ...come });
  }
  const { partners, held } = byHand.settlement();
  // A ledger without a row has no file here, and without receipts or spending nobody knows who owes what.
  if (fund.receipts.length === 0 || fund.spending.length === 0) return figures.all;
  const standingOf = standingsByHand(byHand);
  for (const { partner, ...amountsOf } of partners) {
    figures.addUnlessNil(`settle ${partner}`, { ...amountsOf, ...standingOf(partner) });
  }
  figures.add('host CC', { held });
  return figures.all;
}

/** The figures without those of a partner. */
export function withoutPartner(figures: Figures, partner: string): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !name.split(' ').includes(partner)));
}

class FigureList {
  readonly all: Record<string, string | bigint> = {};

  /** Adds what is known; nothing may be named twice. */
  add(whose: string, fields: Readonly<Record<string, Field>>): void {
    for (const [name, field] of Object.entries(fields)) {
      const key = `${whose} ${name}`;
      if (key in this.all) throw new Error(`${key} stands twice`);
      if (field !== undefined) this.all[key] = field;
    }
  }

  /** Adds what is not all nil: a body with nothing to settle need not be named. */
  addUnlessNil(whose: string, fields: Readonly<Record<string, Field>>): void {
    if (Object.values(fields).some((field) => field !== 0n)) this.add(whose, fields);
  }

  /** Adds who bears what, but for those who bear nothing. */
  addShares(whose: string, shares: readonly (readonly [string, Field])[]): void {
    for (const [partner, amount] of shares) if (amount !== 0n) this.add(whose, { [`born by ${partner}`]: amount });
  }
}

function amounts<K extends string>(from: Readonly<Partial<Record<K, string | undefined>>>, ...names: readonly K[]) {
  return Object.fromEntries(names.map((name) => [name, pence(from[name])]));
}

/** `-12.05` is −1205. */
function pence(amount: string | undefined): bigint | undefined {
  return amount === undefined ? undefined : BigInt(amount.replace('.', ''));
}

function whole(count: number | undefined): bigint | undefined {
  return count === undefined ? undefined : BigInt(count);
}
