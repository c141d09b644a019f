import { isUpTo, type Quarter, quarters } from '../agreement/financial-year.js';
import { fromPounds, toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { splitByWeights } from '../money/split.js';
import type { Books } from '../rules/check.js';
import { appliedByQuarter, type ByQuarter, receivedByQuarter } from './by-quarter.js';
import type { Reconciliation } from './reconciliation-schema.js';
import { type ReturnComments, returnComments } from './return-comments.js';

export type ReturnSide = 'income' | 'expenditure';
export type ReturnBasis = 'plan' | 'forecast' | 'actual';

/** A line of the income and expenditure block of the national quarterly return. */
export interface ReturnLine {
  readonly side: ReturnSide;
  readonly basis: ReturnBasis;
  readonly quarters: readonly (string | undefined)[];
  /** What the quarters add up to; not known where the forecast is not complete. */
  readonly annual: string | undefined;
  /** The agreed pool, against which every annual total is held. */
  readonly pooled: string;
  /** annual − pooled. */
  readonly difference: string | undefined;
  /** Why they differ: required wherever they do. */
  readonly comment: string;
}

/**
 * The block (R6): plan, forecast and actual of income and expenditure by quarter against the pool. The plan is for the
 * year; by quarter it follows the instalments in which contributions fall due. A forecast is what has happened, and
 * for the quarters still to come the rest of the outturn, by the same instalments.
 */
export function returnBlock(books: Books, statement: Reconciliation): ReturnLine[] {
  const { sources, applications } = statement.flowOfFunds.totals;
  const comments = returnComments(books, statement);
  return [
    ...sideOf('income', receivedByQuarter(books), sources, books, comments),
    ...sideOf('expenditure', appliedByQuarter(books), applications, books, comments),
  ];
}

function sideOf(
  side: ReturnSide,
  actual: ByQuarter,
  { plan = '0.00', forecast }: Reconciliation['flowOfFunds']['totals']['sources'],
  books: Books,
  comments: ReturnComments,
): ReturnLine[] {
  const pooled = plan;
  const line = (basis: ReturnBasis, byQuarter: ReturnLine['quarters'], annual: string | undefined): ReturnLine => {
    const differencePence = annual === undefined ? undefined : fromPounds(annual) - fromPounds(pooled);
    return {
      side,
      basis,
      quarters: byQuarter,
      annual,
      pooled,
      difference: differencePence === undefined ? undefined : toPounds(differencePence),
      comment: differencePence === 0n ? '' : comments[side][basis](differencePence),
    };
  };
  return [
    line('plan', spread(fromPounds(pooled), quarters, books).map(toPounds), pooled),
    line('forecast', forecastByQuarter(actual, forecast, books), forecast),
    line('actual', actual.quarters, actual.toDate),
  ];
}

/** What has happened; then the rest of the outturn, in the quarters to come. At the year end the last one has it all. */
function forecastByQuarter(
  { quarters: booked, toDate = '0.00' }: ByQuarter,
  forecast: string | undefined,
  books: Books,
): (string | undefined)[] {
  const { asAt } = books;
  const isPast = (quarter: Quarter) => asAt !== undefined && isUpTo(quarter, asAt);
  if (forecast === undefined) return quarters.map((quarter, index) => (isPast(quarter) ? booked[index] : undefined));
  const toCome = quarters.filter((quarter) => !isPast(quarter));
  const open = toCome.length > 0 ? toCome : quarters.slice(-1);
  const rest = spread(fromPounds(forecast) - fromPounds(toDate), open, books);
  return quarters.map((quarter, index) => {
    const bookedPence = isPast(quarter) ? fromPounds(booked[index] ?? '0.00') : 0n;
    return toPounds(bookedPence + (rest[open.indexOf(quarter)] ?? 0n));
  });
}

/** An amount over some quarters, as contributions fall due in them; evenly where none does. */
function spread(pence: Pence, over: readonly Quarter[], { agreement }: Books): Pence[] {
  const weights = over.map((code) => ({
    code,
    weight: BigInt(
      agreement.instalments
        .filter(({ quarter }) => quarter === code)
        .reduce((total, { basisPoints }) => total + basisPoints, 0),
    ),
  }));
  const isNone = sum(weights.map(({ weight }) => weight)) === 0n;
  const parts = splitByWeights(pence, isNone ? weights.map(({ code }) => ({ code, weight: 1n })) : weights);
  return parts.map(({ amountPence }) => amountPence);
}
