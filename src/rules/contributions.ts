import type { Contribution, Instalment } from '../agreement/agreement.js';
import { daysBetween, type IsoDate, lastDayOf, type Quarter } from '../agreement/financial-year.js';
import type { DayReceipt } from '../journal/receipts.js';
import { type Decimal, nil, partOf, total } from '../money/decimal.js';
import { times, truncated, whole } from '../money/fraction.js';
import { larger, type Pence, sum } from '../money/pence.js';
import { splitByWeights } from '../money/split.js';
import { dayOf } from './as-at.js';
import type { Books } from './check.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';
import { performanceOf } from './performance.js';

/** One instalment, and what has become of it by the quarter end. */
export interface InstalmentStanding {
  readonly quarter: Quarter;
  readonly due: IsoDate;
  readonly amountPence: Pence;
  /** `not-known` is due, and nobody knows what was received. */
  readonly status: 'paid' | 'paid-late' | 'outstanding' | 'not-yet-due' | 'not-known';
  readonly paidOn?: IsoDate;
  readonly daysLate?: number;
}

/** R5: one partner's money from one source, its performance money apart. */
export interface ContributionStanding {
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  readonly kind: 'instalments' | 'performance';
  readonly agreedPence: Pence;
  /** Not known of what is given in kind where it is not known what was. */
  readonly duePence: Pence | undefined;
  readonly receivedPence: Pence | undefined;
  /** Due and not received; negative is paid ahead. */
  readonly outstandingPence: Pence | undefined;
  /** Of performance money, not earned to date: no arrears. Undefined where nothing is reported. */
  readonly retainedPence?: Pence | undefined;
  readonly instalments: readonly InstalmentStanding[];
}

/** What is due, received and outstanding as at the quarter end; nothing where the fund has a plan only. */
export const contributionStandings = oncePer((books: Books): readonly ContributionStanding[] => {
  const { agreement } = books;
  const today = dayOf(books, agreement.year);
  if (today === undefined) return [];
  return agreement.contributions.flatMap((contribution) => {
    const pot = potOf(books, contribution);
    if (agreement.sources.get(contribution.source)?.inKind) return [inKind(books, contribution, today)];
    const instalments = byInstalments(books, contribution, contribution.amountPence - pot, today);
    const released = receiptsOf(books, contribution, 'performance', today) ?? [];
    if (pot === 0n && released.length === 0) return [instalments];
    return [instalments, asReleased(books, contribution, pot, today)];
  });
});

/** What a partner pays in by instalments from a source into a pool; undefined where it has agreed to nothing there. */
export function instalmentsOf(
  books: Books,
  where: Pick<ContributionStanding, 'partner' | 'source' | 'pool'>,
): ContributionStanding | undefined {
  return contributionStandings(books).find(
    ({ kind, ...one }) =>
      kind === 'instalments' && one.partner === where.partner && one.source === where.source && one.pool === where.pool,
  );
}

/** What a contribution has planned for performance: it is due only as it is released. */
function potOf({ agreement, plan }: Books, { partner, source, pool }: Contribution): Pence {
  const heading = agreement.performanceRule?.heading;
  return heading === undefined ? 0n : plan.applied({ schedule: partner, source, pool, heading });
}

/** How much of every contribution is due by instalments as at the quarter end, in percent. */
export function duePercent({ agreement, asAt, stage }: Books): Decimal {
  const today = dayOf({ asAt, stage }, agreement.year) ?? '';
  return total(agreement.instalments.filter(({ due }) => due <= today).map(({ percent }) => percent));
}

/** What of an amount is due where so many percent of it are: parts of a penny wait for what falls due next. */
export function duePartOf(amountPence: Pence, percent: Decimal): Pence {
  return truncated(times(whole(amountPence), partOf(percent)));
}

interface Earned {
  /** By the quarter in which it is paid. */
  readonly payments: readonly { readonly quarter: Quarter; readonly amountPence: Pence }[];
  readonly retainedPence: Pence | undefined;
}

const nothingEarned: Earned = { payments: [], retainedPence: 0n };

/** What a contribution has earned: its part of its partner's pot, which nearly always has one source. */
function earnedOf(books: Books, contribution: Contribution): Earned {
  const { partner } = contribution;
  const own = performanceOf(books).find((one) => one.partner === partner);
  if (own === undefined) return nothingEarned;
  const weights = books.agreement.contributions
    .filter((one) => one.partner === partner)
    .map((one) => ({ code: sourceKey(one), weight: larger(0n, potOf(books, one)) }));
  const partOf = (pence: Pence) =>
    splitByWeights(pence, weights).find(({ code }) => code === sourceKey(contribution))?.amountPence ?? 0n;
  return {
    payments: own.quarters.flatMap(({ paidIn, payment }) =>
      payment === undefined ? [] : [{ quarter: paidIn, amountPence: partOf(payment.amount) }],
    ),
    retainedPence: own.totals.retained && partOf(own.totals.retained.amount),
  };
}

function sourceKey({ partner, source, pool }: Contribution): string {
  return [partner, source, pool].join('\0');
}

/** What came in by the day; undefined where it is not known. */
function receiptsOf(
  books: Books,
  contribution: Contribution,
  kind: ContributionStanding['kind'],
  today: IsoDate,
): DayReceipt[] | undefined {
  if (!isKnown(books, 'contributions')) return undefined;
  const { agreement, receipts } = books;
  const performance = agreement.performanceRule?.heading;
  return receipts.upTo(
    today,
    (key) =>
      sourceKey({ ...contribution, ...key }) === sourceKey(contribution) &&
      (key.purpose !== '' && key.purpose === performance) === (kind === 'performance'),
  );
}

function byInstalments(
  books: Books,
  contribution: Contribution,
  agreedPence: Pence,
  today: IsoDate,
): ContributionStanding {
  const { agreement } = books;
  const received = receiptsOf(books, contribution, 'instalments', today);
  const inOrder = [...agreement.instalments].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  let upTo = nil;
  let before: Pence = 0n;
  const instalments = inOrder.map((instalment) => {
    upTo = upTo.plus(instalment.percent);
    const upToPence = duePartOf(agreedPence, upTo);
    const amountPence = upToPence - before;
    before = upToPence;
    return standing(instalment, { amountPence, upToPence }, received, today);
  });
  const duePence = sum(instalments.filter(({ due }) => due <= today).map(({ amountPence }) => amountPence));
  const { partner, source, pool } = contribution;
  return {
    partner,
    source,
    pool,
    kind: 'instalments',
    agreedPence,
    duePence,
    ...against(duePence, received),
    instalments,
  };
}

/** What was received of what is due, and what is outstanding; neither where it is not known what came. */
function against(
  duePence: Pence,
  received: readonly DayReceipt[] | undefined,
): Pick<ContributionStanding, 'receivedPence' | 'outstandingPence'> {
  if (received === undefined) return { receivedPence: undefined, outstandingPence: undefined };
  const receivedPence = sum(received.map(({ amountPence }) => amountPence));
  return { receivedPence, outstandingPence: duePence - receivedPence };
}

/** What is given in kind is due as it is recorded: there is no instalment of it to be late with. */
function inKind(books: Books, contribution: Contribution, today: IsoDate): ContributionStanding {
  const { partner, source, pool, amountPence: agreedPence } = contribution;
  const all = (['instalments', 'performance'] as const).map((kind) => receiptsOf(books, contribution, kind, today));
  const come = all.flatMap((receipts) => receipts ?? []);
  const receivedPence = all.includes(undefined) ? undefined : sum(come.map(({ amountPence }) => amountPence));
  const outstandingPence = receivedPence === undefined ? undefined : 0n;
  const sums = { agreedPence, duePence: receivedPence, receivedPence, outstandingPence };
  return { partner, source, pool, kind: 'instalments', ...sums, instalments: [] };
}

/** An instalment is paid on the day from which receipts cover it and all before it. */
function standing(
  { quarter, due }: Pick<Instalment, 'quarter' | 'due'>,
  { amountPence, upToPence }: { readonly amountPence: Pence; readonly upToPence: Pence },
  received: readonly DayReceipt[] | undefined,
  today: IsoDate,
): InstalmentStanding {
  const common = { quarter, due, amountPence };
  if (received === undefined) return { ...common, status: due <= today ? 'not-known' : 'not-yet-due' };
  let total: Pence = 0n;
  let paidOn: IsoDate | undefined;
  for (const { date, amountPence: receivedPence } of received) {
    total += receivedPence;
    if (total < upToPence) paidOn = undefined;
    else paidOn ??= date;
  }
  if (amountPence <= 0n) return { ...common, status: due <= today ? 'paid' : 'not-yet-due' };
  if (paidOn !== undefined) {
    if (paidOn <= due) return { ...common, status: 'paid', paidOn };
    return { ...common, status: 'paid-late', paidOn, daysLate: daysBetween(due, paidOn) };
  }
  if (due > today) return { ...common, status: 'not-yet-due' };
  return { ...common, status: 'outstanding', daysLate: daysBetween(due, today) };
}

/** Performance money is due as it is released: each payment by the end of the quarter in which it is paid. */
function asReleased(
  books: Books,
  contribution: Contribution,
  agreedPence: Pence,
  today: IsoDate,
): ContributionStanding {
  const { year } = books.agreement;
  const { partner, source, pool } = contribution;
  const { payments, retainedPence } = earnedOf(books, contribution);
  const received = receiptsOf(books, contribution, 'performance', today);
  let upToPence: Pence = 0n;
  const instalments = payments.map(({ quarter, amountPence }) => {
    upToPence += amountPence;
    const due = lastDayOf(quarter, year);
    return standing({ quarter, due }, { amountPence, upToPence }, received, today);
  });
  const duePence = upToPence;
  const sums = { agreedPence, duePence, ...against(duePence, received), retainedPence };
  return { partner, source, pool, kind: 'performance', ...sums, instalments };
}
