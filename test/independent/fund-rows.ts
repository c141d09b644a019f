import { type Cell, host, poolOf, type Quarter, quarters, type RuledFund } from './fund-shape.js';

export const lastDays: Readonly<Record<Quarter, string>> = {
  Q1: '2015-06-30',
  Q2: '2015-09-30',
  Q3: '2015-12-31',
  Q4: '2016-03-31',
};

/** The quarter of a day. */
export function quarterOf(date: string): Quarter {
  return quarters.find((quarter) => date <= lastDays[quarter]) ?? 'Q4';
}

/** What counts of a fund as at its quarter. */
export function rowsToDate({ asAt, spending, receipts, settlements, virements }: RuledFund) {
  const isSoFar = ({ date }: { readonly date: string }) => date <= lastDays[asAt];
  return {
    spent: spending.filter(isSoFar),
    received: receipts.filter(isSoFar),
    settled: settlements.filter(isSoFar),
    virements: virements.filter(isSoFar),
  };
}

/** The heading that money is tied to (R2, R3); '' for none. */
export function purposeOf({ source, heading }: Pick<Cell, 'source' | 'heading'>): string {
  if (source === 'dfg') return 'adaptations';
  return heading === 'hospital' || heading === 'performance' ? heading : '';
}

/** Whether a heading is ring-fenced. */
export function isFenced({ heading }: { readonly heading: string }): boolean {
  return heading === 'adaptations' || heading === 'hospital';
}

/** What was brought forward as a balance: what was owed is no money to spend. */
export function balancesOf({ opening }: RuledFund): RuledFund['opening'] {
  return opening.filter(({ kind = 'balance' }) => kind === 'balance');
}

/** The pool that spending is paid from: fenced money stays in its own. */
export function poolSpentFrom(fund: RuledFund, spent: Pick<Cell, 'source' | 'heading'>): string {
  return poolOf(fund, purposeOf(spent) || spent.heading);
}

/** Whether every planned line of some cells has a forecast: without one their outturn is not known. */
export function isForecast({ cells, forecasts }: RuledFund, isMeant: (cell: Cell) => boolean = () => true): boolean {
  const isSame = (one: Cell) => (other: Cell) =>
    one.schedule === other.schedule && one.heading === other.heading && one.appliedBy === other.appliedBy;
  return forecasts.length > 0 && cells.filter(isMeant).every((cell) => forecasts.some(isSame(cell)));
}

export function sumPence(all: readonly { readonly pence: bigint }[]): bigint {
  return all.reduce((total, { pence }) => total + pence, 0n);
}

/** The headings of a fund: those that are planned, and performance where it is paid. */
export function headingsOf({ cells, performance }: RuledFund): string[] {
  const planned = cells.map(({ heading }) => heading);
  return [...new Set([...planned, ...(performance === undefined ? [] : ['performance'])])];
}

/** Those who pay in, the host first. */
export function partnersOf({ ccgs }: RuledFund): string[] {
  return [host, ...ccgs.map(({ code }) => code)];
}
