import { isUpTo, type Quarter, quarters } from '../agreement/financial-year.js';
import { total, wholeWeights } from '../money/decimal.js';
import { fromPounds, toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { knownPounds } from '../money/pounds-text.js';
import { splitByWeights } from '../money/split.js';
import type { Books } from '../rules/check.js';
import { type PartnerPot, performanceOf } from '../rules/performance.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { NamedReportFigures, QuarterAmounts, ReturnLine } from './report-figures-schema.js';
import { type ReturnComments, returnComments } from './return-comments.js';

export type ReturnSide = ReturnLine['side'];
export type ReturnBasis = ReturnLine['basis'];

/**
 * The block (R6): plan, forecast and actual of income and expenditure by quarter against the pool. The plan is for the
 * year; by quarter it follows the instalments in which contributions fall due, and performance money its planned
 * release. A forecast is what has happened, and for the quarters still to come the rest of the outturn by the same
 * instalments; what is overdue is expected in the next quarter.
 */
export function returnBlock(
  books: Books,
  statement: Reconciliation,
  { totalIncome, totalSpending }: Pick<NamedReportFigures, 'totalIncome' | 'totalSpending'>,
): ReturnLine[] {
  const { sources, applications } = statement.flowOfFunds.totals;
  const comments = returnComments(books, statement);
  const pooled = String(sources.plan ?? '0.00');
  const overdue = statement.contributions.map(({ outstanding }) => outstanding?.amount ?? 0n).filter((one) => one > 0n);
  const income = { actual: inText(totalIncome), totals: sources, overduePence: sum(overdue) };
  const expenditure = { actual: inText(totalSpending), totals: applications, overduePence: 0n };
  return [
    ...sideOf('income', income, pooled, books, comments),
    ...sideOf('expenditure', expenditure, pooled, books, comments),
  ];
}

interface ByQuarter {
  readonly quarters: readonly (string | undefined)[];
  readonly toDate: string | undefined;
}

function inText({ quarters: amounts, toDate }: QuarterAmounts): ByQuarter {
  return { quarters: amounts.map(({ amount }) => knownPounds(amount?.amount)), toDate: knownPounds(toDate?.amount) };
}

interface ReturnFigures {
  readonly actual: ByQuarter;
  readonly totals: Reconciliation['flowOfFunds']['totals']['sources'];
  /** Due already, and so expected in the next quarter. */
  readonly overduePence: Pence;
}

function sideOf(
  side: ReturnSide,
  { actual, totals: { plan, forecast }, overduePence }: ReturnFigures,
  pooled: string,
  books: Books,
  comments: ReturnComments,
): ReturnLine[] {
  const line = (basis: ReturnBasis, byQuarter: ByQuarter['quarters'], annual: string | undefined): ReturnLine => {
    const differencePence = annual === undefined ? undefined : fromPounds(annual) - fromPounds(pooled);
    return {
      side,
      basis,
      quarters: quarters.map((quarter, index) => ({ quarter, amount: byQuarter[index] })),
      annual,
      pooled,
      difference: differencePence === undefined ? undefined : toPounds(differencePence),
      ...comments[side][basis](differencePence),
    };
  };
  return [
    line('plan', plannedByQuarter(plan?.amount ?? 0n, books).map(toPounds), String(plan ?? '0.00')),
    line(
      'forecast',
      forecastByQuarter(actual, knownPounds(forecast?.amount), overduePence, books),
      knownPounds(forecast?.amount),
    ),
    line('actual', actual.quarters, actual.toDate),
  ];
}

/** Performance money as its release is planned, where admissions say so; all else as contributions fall due. */
function plannedByQuarter(planPence: Pence, books: Books): Pence[] {
  const releases = quarters.map((quarter) => sum(performanceOf(books).map((own) => releasedIn(own, quarter))));
  const rest = spread(planPence - sum(releases), quarters, books);
  return quarters.map((_, index) => (releases[index] ?? 0n) + (rest[index] ?? 0n));
}

/** What of a pot is planned to be released in a quarter; nothing where its admissions are not planned. */
function releasedIn({ quarters: own, pot }: PartnerPot, quarter: Quarter): Pence {
  if (own.at(-1)?.maximum?.amount !== pot.amount) return 0n;
  const index = own.findIndex(({ paidIn }) => paidIn === quarter);
  return (own[index]?.maximum?.amount ?? 0n) - (own[index - 1]?.maximum?.amount ?? 0n);
}

/** What has happened; then the rest of the outturn, in the quarters to come. At the year end the last one has it all. */
function forecastByQuarter(
  { quarters: booked, toDate }: ByQuarter,
  forecast: string | undefined,
  overduePence: Pence,
  books: Books,
): (string | undefined)[] {
  const { asAt } = books;
  const isPast = (quarter: Quarter) => asAt !== undefined && isUpTo(quarter, asAt);
  const toCome = quarters.filter((quarter) => !isPast(quarter));
  const open = toCome.length > 0 ? toCome : quarters.slice(-1);
  // Where it is not known what has happened, nobody knows in which quarter the rest of the outturn falls.
  if (forecast === undefined || toDate === undefined)
    return quarters.map((quarter, index) => (open.includes(quarter) ? undefined : booked[index]));
  const restPence = fromPounds(forecast) - fromPounds(toDate);
  const firstPence = toCome.length > 0 && overduePence < restPence ? overduePence : 0n;
  const [next = 0n, ...later] = spread(restPence - firstPence, open, books);
  const rest = [next + firstPence, ...later];
  return quarters.map((quarter, index) => {
    const bookedPence = isPast(quarter) ? fromPounds(booked[index] ?? '0.00') : 0n;
    return toPounds(bookedPence + (rest[open.indexOf(quarter)] ?? 0n));
  });
}

/** An amount over some quarters, as contributions fall due in them; evenly where none does. */
function spread(pence: Pence, over: readonly Quarter[], { agreement }: Books): Pence[] {
  const dueIn = (code: Quarter) => agreement.instalments.filter(({ quarter }) => quarter === code);
  const weights = wholeWeights(over.map((code) => [code, total(dueIn(code).map(({ percent }) => percent))] as const));
  const isNone = sum(weights.map(({ weight }) => weight)) === 0n;
  const parts = splitByWeights(pence, isNone ? weights.map(({ code }) => ({ code, weight: 1n })) : weights);
  return parts.map(({ amountPence }) => amountPence);
}
