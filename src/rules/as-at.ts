import type { Agreement } from '../agreement/agreement.js';
import {
  dayBefore,
  type FinancialYear,
  type IsoDate,
  isUpTo,
  lastDayOf,
  type Quarter,
  quarters,
} from '../agreement/financial-year.js';
import { hasFact, type LedgerKind, ledgerKinds } from '../agreement/ledger-kinds.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import type { Journal } from '../journal/journal.js';
import type { Returns } from '../journal/returns.js';
import type { Tallies } from '../journal/tally.js';

/**
 * How far the quarter of a statement has come: the year has nothing but what was brought forward; the quarter has rows,
 * and nobody says that it is over; or it has ended.
 */
export type Stage = 'not-begun' | 'under-way' | 'ended';

/** As at when a statement is made. A fund with a plan only has no quarter. */
export interface AsAt {
  readonly asAt: Quarter | undefined;
  readonly stage: Stage;
}

/** A plan, whatever else there is. */
export const planOnly: AsAt = { asAt: undefined, stage: 'not-begun' };

/** The end of a quarter, whatever the rows reach. */
export function atEndOf(quarter: Quarter): AsAt {
  return { asAt: quarter, stage: 'ended' };
}

interface Dated {
  readonly agreement: Pick<Agreement, 'year' | 'performanceRule'>;
  readonly journal: Journal;
  readonly tallies: Tallies;
  readonly activity: Returns['activity'];
  readonly balances: Returns['balances'];
}

/**
 * The quarter to report as at, and whether it has ended: the one place that decides both. It is the quarter asked for,
 * which has then ended; else the last that the rows reach, or whose admissions anybody has reported.
 */
export function asAtOf(fund: Dated, askedFor: Quarter | undefined): AsAt {
  const reached = lastReached(fund) ?? lastReported(fund);
  if (reached === undefined && !fund.journal.has('actual')) return planOnly;
  if (askedFor !== undefined) return atEndOf(askedFor);
  if (reached === undefined) return { asAt: 'Q1', stage: 'not-begun' };
  return { asAt: reached, stage: hasEnded(fund, reached) ? 'ended' : 'under-way' };
}

/** The quarters that have ended as at a statement. */
export function endedQuarters({ asAt, stage }: AsAt): readonly Quarter[] {
  if (asAt === undefined || stage === 'not-begun') return [];
  return quarters.filter((quarter) => (stage === 'ended' ? isUpTo(quarter, asAt) : quarter < asAt));
}

/** The day that a statement is as at: the last of its quarter, or of last year where nothing of this one has come. */
export function dayOf({ asAt, stage }: AsAt, year: FinancialYear): IsoDate | undefined {
  if (asAt === undefined) return undefined;
  return stage === 'not-begun' ? dayBefore(year) : lastDayOf(asAt, year);
}

/** A later quarter counts from a tenth of the rows of the fullest before it; across an empty one, from half of them. */
const enough = { inTurn: 10, acrossGap: 2 };

/** The last quarter that enough rows speak of: a few mistyped dates do not move a statement. */
function lastReached(fund: Dated): Quarter | undefined {
  let reached: Quarter | undefined;
  let fullest = 0;
  for (const quarter of quarters) {
    const rows = rowsIn(fund, quarter);
    const isInTurn = reached === undefined || quarters.indexOf(quarter) === quarters.indexOf(reached) + 1;
    if (rows === 0 || rows * (isInTurn ? enough.inTurn : enough.acrossGap) < fullest) continue;
    reached = quarter;
    fullest = Math.max(fullest, rows);
  }
  return reached;
}

/** The receipts, the spending and the forecasts of a quarter. */
export function rowsIn({ tallies }: Pick<Dated, 'tallies'>, quarter: Quarter): number {
  return tallies.in(quarter).reduce((count, { kind, rows }) => count + (tellsHowFar(kind) ? rows : 0), 0);
}

function tellsHowFar(kind: LedgerKind): boolean {
  const { book } = ledgerKinds[kind];
  return book === 'actual' || book === 'forecast';
}

/** Whether somebody said how things stood at the end of a quarter, or a row is of its last day. */
function hasEnded({ tallies, balances, agreement }: Dated, quarter: Quarter): boolean {
  const lastDay = lastDayOf(quarter, agreement.year);
  const isSaid = tallies
    .in(quarter)
    .some(({ kind, lastDate }) => hasFact(kind, 'period', 'quarter') || lastDate === lastDay);
  return isSaid || balances.some(({ asAt }) => asAt === quarter);
}

function lastReported({ agreement, activity }: Dated): Quarter | undefined {
  const { performanceRule, year } = agreement;
  if (performanceRule === undefined) return undefined;
  const reported = new Set(activity.filter(({ actual }) => actual !== undefined).map(({ quarter }) => quarter));
  return measuredQuarters(performanceRule, year)
    .filter(({ measured }) => reported.has(measured))
    .at(-1)?.paidIn;
}
