import type { TextFigures } from '../../src/statement/reconciliation-schema.js';
import { poundsOf } from './fund-files.js';
import {
  type Cell,
  type Quarter,
  quarterOfDay,
  quarters,
  type SmallContribution,
  type SmallFund,
} from './small-fund.js';

interface PlainFigures {
  readonly plan: bigint;
  readonly actual: bigint | undefined;
  readonly forecast: bigint | undefined;
}

/** The flow of funds, as the statement should have it. */
export interface SlowFlow {
  readonly sources: readonly TextFigures[];
  readonly applications: readonly TextFigures[];
  readonly totals: Readonly<
    Record<'sources' | 'applications' | 'difference' | 'broughtForward' | 'balance', TextFigures>
  >;
}

/** What a fund’s rows come to, added up the slow and obvious way, sharing nothing with what it is compared to. */
export function slowFlowOfFunds(fund: SmallFund, askedFor: Quarter | undefined): SlowFlow {
  const asAt = quarterOf(fund, askedFor);
  // A ledger without a row has no file, and what it would say is not known; what is brought forward is nil then.
  const isActual = asAt !== undefined && [fund.openings, fund.receipts, fund.spending].some(({ length }) => length > 0);
  const known = (rows: readonly unknown[], pence: bigint) => (isActual && rows.length > 0 ? pence : undefined);
  const isForecast = asAt !== undefined && fund.forecasts.some(({ quarter }) => quarter === asAt);

  const sources = fund.contributions.map((contribution): PlainFigures => {
    const { partner, source, pool, pence } = contribution;
    const received = fund.receipts.filter(
      (row) => row.partner === partner && row.source === source && row.pool === pool,
    );
    return {
      plan: pence,
      actual: known(fund.receipts, total(received.filter(upTo(asAt)))),
      forecast: isForecast ? expectedOf(fund, contribution, asAt) : undefined,
    };
  });
  const applications = fund.headings.map(({ code }): PlainFigures => {
    const under = (row: { readonly heading: string }) => row.heading === code;
    return {
      plan: total(fund.cells.filter(under)),
      actual: known(fund.spending, total(fund.spending.filter(under).filter(upTo(asAt)))),
      forecast: isForecast ? outturnOf(fund, code, asAt) : undefined,
    };
  });
  const opening = total(fund.openings);
  const broughtForward = {
    plan: 0n,
    actual: isActual ? opening : undefined,
    forecast: isForecast ? opening : undefined,
  };
  const totals = { sources: added(sources), applications: added(applications) };
  const difference = less(totals.sources, totals.applications);
  return {
    sources: sources.map(asText),
    applications: applications.map(asText),
    totals: {
      sources: asText(totals.sources),
      applications: asText(totals.applications),
      difference: asText(difference),
      broughtForward: asText(broughtForward),
      balance: asText(added([difference, broughtForward])),
    },
  };
}

/** The quarter asked for, or the last that enough rows are dated in or forecast as at: a few strays do not move it. */
export function quarterOf(fund: SmallFund, askedFor: Quarter | undefined): Quarter | undefined {
  const dated = [...fund.receipts, ...fund.spending].map(({ day }) => quarterOfDay(day));
  const all = [...dated, ...fund.forecasts.map(({ quarter }) => quarter)];
  const counts = quarters.map((quarter) => all.filter((one) => one === quarter).length);
  let reached: number | undefined;
  for (const [index, count] of counts.entries()) {
    const most = Math.max(0, ...counts.slice(0, (reached ?? -1) + 1));
    const needed = reached === undefined || index === reached + 1 ? most / 10 : most / 2;
    if (count > 0 && count >= needed) reached = index;
  }
  return reached === undefined ? undefined : (askedFor ?? quarters[reached]);
}

/** Whether a row is dated up to the end of a quarter. */
export function upTo(asAt: Quarter | undefined): (row: { readonly day: number }) => boolean {
  return ({ day }) => asAt !== undefined && quarterOfDay(day) <= asAt;
}

export function total(rows: readonly { readonly pence: bigint }[]): bigint {
  let sum = 0n;
  for (const { pence } of rows) sum += pence;
  return sum;
}

/** R1 and R3: the whole contribution, but performance money only as far as its release is forecast. */
function expectedOf(fund: SmallFund, contribution: SmallContribution, asAt: Quarter): bigint | undefined {
  const isOwn = (cell: Cell) =>
    cell.heading === fund.performance &&
    cell.schedule === contribution.partner &&
    cell.source === contribution.source &&
    fund.headings.some(({ code, pool }) => code === cell.heading && pool === contribution.pool);
  const planned = fund.cells.filter(isOwn);
  const forecast = fund.forecasts.filter((row) => row.quarter === asAt).filter(isOwn);
  if (planned.length === 0) return contribution.pence;
  return forecast.length === 0 ? undefined : contribution.pence - total(planned) + total(forecast);
}

/** The outturn of a heading, not known where a planned cell of it has no forecast. */
function outturnOf(fund: SmallFund, code: string, asAt: Quarter): bigint | undefined {
  const forecasts = fund.forecasts.filter(({ quarter, heading }) => quarter === asAt && heading === code);
  for (const cell of fund.cells.filter(({ heading }) => heading === code)) {
    const isForecast = forecasts.some((row) => row.schedule === cell.schedule && row.appliedBy === cell.appliedBy);
    if (!isForecast) return undefined;
  }
  return total(forecasts);
}

function added(parts: readonly PlainFigures[]): PlainFigures {
  let [plan, actual, forecast]: (bigint | undefined)[] = [0n, 0n, 0n];
  for (const part of parts) {
    plan = (plan ?? 0n) + part.plan;
    actual = actual === undefined || part.actual === undefined ? undefined : actual + part.actual;
    forecast = forecast === undefined || part.forecast === undefined ? undefined : forecast + part.forecast;
  }
  return { plan: plan ?? 0n, actual, forecast };
}

function less(one: PlainFigures, other: PlainFigures): PlainFigures {
  const minus = (a: bigint | undefined, b: bigint | undefined) =>
    a === undefined || b === undefined ? undefined : a - b;
  return {
    plan: one.plan - other.plan,
    actual: minus(one.actual, other.actual),
    forecast: minus(one.forecast, other.forecast),
  };
}

function asText({ plan, actual, forecast }: PlainFigures): TextFigures {
  return {
    plan: poundsOf(plan),
    ...(actual !== undefined && { actual: poundsOf(actual) }),
    ...(forecast !== undefined && { forecast: poundsOf(forecast) }),
  };
}
