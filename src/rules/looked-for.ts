import { labelOf } from '../agreement/bodies.js';
import { isUpTo, type Quarter, quarters } from '../agreement/financial-year.js';
import type { Money } from '../figures/books.js';
import { Figure } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { type Arrival, arrivalFrom, arrivalsFrom, type SentLedger } from './arrivals.js';
import { endedQuarters } from './as-at.js';
import type { Books } from './check.js';
import { type ContributionStanding, contributionStandings } from './contributions.js';
import { outturnBook } from './forecasts.js';
import { oncePer } from './once-per.js';
import { performanceOf } from './performance.js';
import { type PlannedSpender, plannedSpenders } from './planned-spenders.js';

/** Whether what is looked for in a quarter has come: all, a part, or nothing; nor can be missed before it ends. */
export interface Standing {
  readonly standing: 'come' | 'part' | 'missing' | 'not-yet';
  /** Of a part: the schedules, or of contributions the sources, of which nothing has come. */
  readonly lacking: readonly string[];
}

/** What is looked for from one body in one ledger. */
export interface LookedFor {
  /** What it is planned to pay or spend in the year, where that is why it is looked for. */
  readonly planned?: Money;
  readonly spender?: PlannedSpender;
  /** Of each quarter in which something is looked for. */
  readonly quarters: ReadonlyMap<Quarter, Standing>;
}

type ByBody = ReadonlyMap<string, LookedFor>;

/** What is looked for in each ledger that bodies are due to send: who is to pay, to spend, to forecast, to report. */
export const lookedFor: Readonly<Record<SentLedger, (books: Books) => ByBody>> = {
  opening: () => new Map(),
  contributions,
  expenditure: spending,
  forecast: forecasts,
  activity: admissions,
  virements: () => new Map(),
  balances,
};

/** Who is planned to spend: something in each quarter, and something of each schedule that plans revenue for it. */
function spending(books: Books): ByBody {
  return new Map(
    plannedSpenders(books).map((spender): [string, LookedFor] => {
      const { body, planned, schedules } = spender;
      const standings = quartersUpTo(books).map((quarter): [Quarter, Standing] => {
        const come = arrivalsFrom(books, { ledger: 'expenditure', body, quarter });
        const seen = codesOf(come, 'schedule');
        const lacking = schedules.filter((schedule) => !seen.has(schedule));
        return [quarter, judged(books, quarter, { hasCome: come.length > 0, lacking })];
      });
      return [body, { planned, spender, quarters: new Map(standings) }];
    }),
  );
}

/** Who is due to pay by instalments or as performance is released: what of it is outstanding, without a row. */
function contributions(books: Books): ByBody {
  const due = contributionStandings(books).filter(
    ({ source, agreed }) => agreed.amount > 0n && !books.agreement.sources.get(source)?.inKind,
  );
  return new Map(
    [...new Set(due.map(({ partner }) => partner))].map((body): [string, LookedFor] => {
      const ofBody = due.filter(({ partner }) => partner === body);
      const standings = quartersUpTo(books).flatMap((quarter): [Quarter, Standing][] => {
        if (!ofBody.some((line) => isDueIn(line, quarter))) return [];
        const come = arrivalsFrom(books, { ledger: 'contributions', body, quarter });
        const seen = codesOf(come, 'source');
        const silent = ofBody.filter((line) => isDueIn(line, quarter, 'outstanding') && !seen.has(line.source));
        const lacking = [...new Set(silent.map(({ source }) => source))];
        // What was paid ahead is not outstanding, and needs no row of its quarter.
        return [[quarter, judged(books, quarter, { hasCome: come.length > 0 || lacking.length === 0, lacking })]];
      });
      const planned = Figure.money({
        what: `${labelOf(books.agreement, body)}: to be paid by instalments`,
        how: 'as agreed, added up',
        terms: plus(...ofBody.filter(({ kind }) => kind === 'instalments').map(({ agreed }) => agreed)),
      });
      return [body, { planned, quarters: new Map(standings) }];
    }),
  );
}

/** Whether an instalment of a quarter has fallen due; or whether one that has is outstanding. */
function isDueIn({ instalments }: ContributionStanding, quarter: Quarter, wanted?: 'outstanding'): boolean {
  return instalments.some(
    ({ status, ...one }) =>
      one.quarter === quarter &&
      one.amount.amount > 0n &&
      (wanted === undefined ? status !== 'not-yet-due' : status === wanted),
  );
}

/** Who has a line of the plan to forecast, once another body has forecast as at the quarter; in Q4 nobody has. */
function forecasts(books: Books): ByBody {
  const { asAt, forecast } = books;
  if (asAt === undefined || outturnBook(books) === 'actual' || forecast.list('applied').length === 0) return new Map();
  const bodies = new Set(plannedSpenders(books).map(({ body, group }) => group ?? body));
  return new Map(
    [...bodies].map((body) => {
      const hasCome = arrivalsFrom(books, { ledger: 'forecast', body, quarter: asAt }).length > 0;
      return [body, { quarters: new Map([[asAt, judged(books, asAt, { hasCome })]]) }];
    }),
  );
}

/** Each partner with a pot: the admissions of each quarter that is due. */
function admissions(books: Books): ByBody {
  const withPot = performanceOf(books).filter(({ pot }) => pot.amount > 0n);
  return new Map(
    withPot.map(({ partner, quarters: measured }) => {
      const standings = measured
        .filter(({ status }) => status !== 'not-yet-due')
        .map(({ paidIn, actual }) => [paidIn, judged(books, paidIn, { hasCome: actual !== undefined })] as const);
      return [partner, { quarters: new Map(standings) }];
    }),
  );
}

/** Who has sent a balance as at the quarter, and whom it was sent with. */
function balances(books: Books): ByBody {
  const { asAt } = books;
  if (asAt === undefined) return new Map();
  const named = new Set(books.balances.flatMap(({ body, counterparty }) => [body, counterparty]));
  return new Map(
    [...named].map((body) => {
      const hasCome = arrivalFrom(books, { ledger: 'balances', body, quarter: asAt }) !== undefined;
      return [body, { quarters: new Map([[asAt, judged(books, asAt, { hasCome })]]) }];
    }),
  );
}

function judged(
  books: Books,
  quarter: Quarter,
  { hasCome, lacking = [] }: { readonly hasCome: boolean; readonly lacking?: readonly string[] },
): Standing {
  if (hasCome && lacking.length === 0) return { standing: 'come', lacking };
  if (!hasBegun(books) || !endedQuarters(books).includes(quarter)) return { standing: 'not-yet', lacking: [] };
  return hasCome ? { standing: 'part', lacking } : { standing: 'missing', lacking: [] };
}

/** Whether anything of the year has come from anybody: of a year that has not begun nothing is missing. */
const hasBegun = oncePer(({ journal }: Books): boolean => {
  for (const { quarter } of journal.balances('actual')) if (quarter !== undefined) return true;
  return journal.has('forecast');
});

/** The schedules or sources of the accounts that rows were posted to. */
function codesOf(arrivals: readonly Arrival[], part: 'schedule' | 'source'): ReadonlySet<string> {
  const accounts = arrivals.flatMap((arrival) => arrival.balances.map(({ account }) => account));
  return new Set(
    accounts.flatMap((account) => {
      if (account.type === 'applied') return [account[part]];
      return account.type === 'income' && part === 'source' ? [account.source] : [];
    }),
  );
}

function quartersUpTo({ asAt }: Books): Quarter[] {
  return quarters.filter((quarter) => asAt !== undefined && isUpTo(quarter, asAt));
}
