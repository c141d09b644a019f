import { labelOf } from '../agreement/bodies.js';
import type { OpeningKind } from '../agreement/opening-kinds.js';
import { fenceOfSource, pooledPurposeOf } from '../agreement/tied-money.js';
import { Figure, type Term } from '../figures/figure.js';
import { incomes, plus } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import { type Pence, sum } from '../money/pence.js';
import { type AllottedLine, untiedSourceOf } from './allotted-lines.js';
import type { Books } from './check.js';
import { isReleased } from './contribution-line.js';
import type { ContributionStanding } from './contributions.js';
import { duePartOf, duePercent } from './instalments.js';
import { type KeyedMoney, type MoneyKey, settledLines } from './settled-lines.js';

/**
 * What is between a body and a pool (R5), seen from the body: positive is held for it or owed to it, negative is owed by it.
 * What stands so at the year end is what the next year begins with. A purpose of '' is of no heading.
 */
export interface ClosingLine extends KeyedMoney {
  readonly pool: string;
  readonly body: string;
  readonly kind: OpeningKind;
  readonly isOfEarlierYear: boolean;
  /** What is spent above an allotment is drawn ahead until the year has ended. */
  readonly state: 'held' | 'owed' | 'drawn-ahead';
}

/** A body in a pool, and what its lines are made of. */
export interface BodyInPool {
  readonly pool: string;
  readonly partner: string;
  readonly contributions: readonly ContributionStanding[];
  readonly allotted: readonly AllottedLine[];
  readonly settled: readonly BalanceOf<'settled'>[];
  readonly broughtForward: readonly BalanceOf<'brought-forward'>[];
}

/**
 * What is between a body and a pool, line by line and nothing set off: contributions due and not come, or paid ahead; what
 * is allotted and not spent, which is a balance where it is kept for it and a variance where it is owed back; what is spent
 * above that; and what is still to be settled of earlier years. They add up to what it has of the pool’s cash.
 */
export function closingLines(books: Books, body: BodyInPool): ClosingLine[] {
  const contributions = body.contributions.flatMap((standing) => ofContribution(books, standing));
  const earlier = (['contributions', 'variance'] as const).flatMap((kind) => ofEarlierYears(books, body, kind));
  const ofBody = (isOfEarlierYear: boolean) => (line: Line) => ({
    ...line,
    pool: body.pool,
    body: body.partner,
    isOfEarlierYear,
  });
  return [...[...contributions, ...ofThisYear(books, body)].map(ofBody(false)), ...earlier.map(ofBody(true))];
}

type Line = Omit<ClosingLine, 'pool' | 'body' | 'isOfEarlierYear'>;

/** What is unspent, and what is overspent, less what settled it. */
function ofThisYear(books: Books, { pool, partner, allotted, settled }: BodyInPool): Line[] {
  const { agreement, asAt } = books;
  const isOver = asAt === 'Q4';
  const isOwedBack = isOver && agreement.balanceRule.unspent === 'owed-back';
  // Fenced money that is unspent is kept for its purpose (R2), whatever was paid back.
  const isKept = ({ isFenced, left }: AllottedLine) => isFenced && left.amount > 0n;
  const kept = allotted.filter(isKept).map((line) => keyed(books, pool, line));
  const { open, over } = settledLines(
    allotted.filter((line) => !isKept(line)).map((line) => keyed(books, pool, line)),
    settling(settled.filter(({ account }) => account.year === '')),
    {
      what: `${labelOf(agreement, partner)}: unspent, or spent above the allotment, less what settled it`,
      how: 'gross, line by line',
    },
  );
  return [
    ...kept.map((line): Line => ({ ...line, kind: 'balance', state: 'held' })),
    ...open.map((line): Line => {
      if (line.amount.amount < 0n) return { ...line, kind: 'variance', state: isOver ? 'owed' : 'drawn-ahead' };
      return isOwedBack ? { ...line, kind: 'variance', state: 'owed' } : { ...line, kind: 'balance', state: 'held' };
    }),
    ...over.map((line): Line => ({ ...line, kind: 'variance', state: 'owed' })),
  ];
}

/** Where a line stands. What is due in a pool for a heading of another, as a virement may leave it, is tied to nothing there. */
function keyed({ agreement }: Books, pool: string, { schedule, source, heading, left }: AllottedLine): KeyedMoney {
  const purpose = pooledPurposeOf(agreement, { source, heading });
  const tied = agreement.headings.get(purpose);
  if (tied === undefined || tied.pool === pool) return { schedule, source, purpose, amount: left };
  return { schedule, source: untiedSourceOf(agreement, { schedule, nature: tied.nature }), purpose: '', amount: left };
}

/** What settles something, in each place: a receipt and what puts it right are one amount. */
function settling(settled: readonly BalanceOf<'settled'>[]): KeyedMoney[] {
  const places = new Map<string, { readonly key: MoneyKey; readonly balances: BalanceOf<'settled'>[] }>();
  for (const balance of settled) {
    const { partner: schedule, source, purpose } = balance.account;
    const name = [schedule, source, purpose].join('\0');
    const place = places.get(name) ?? { key: { schedule, source, purpose }, balances: [] };
    place.balances.push(balance);
    places.set(name, place);
  }
  return [...places.values()].map(({ key, balances }) => ({
    ...key,
    amount: Figure.money({ what: 'settled', how: 'its receipts that say so', terms: incomes(balances) }),
  }));
}

/** What was brought forward of contributions or of variances, less what settled it since. */
function ofEarlierYears(books: Books, body: BodyInPool, kind: 'contributions' | 'variance'): Line[] {
  const brought = body.broughtForward
    .filter(({ account }) => account.kind === kind)
    .map((balance): KeyedMoney => {
      const { partner: schedule, source, purpose } = balance.account;
      const what = kind === 'variance' ? 'variance of last year' : 'contributions of last year';
      const amount = Figure.money({ what, how: 'as it was brought forward', terms: incomes([balance]) });
      return { schedule, source, purpose, amount };
    });
  const since = body.settled.filter(
    ({ account }) => account.year !== '' && (account.of === 'variance') === (kind === 'variance'),
  );
  const { open, over } = settledLines(brought, settling(since), {
    what: `${labelOf(books.agreement, body.partner)}: ${kind === 'variance' ? 'variances' : 'contributions'} of earlier years`,
    how: 'brought forward + what settled it since',
  });
  return [...open, ...over].map((line) => ({ ...line, kind, state: 'owed' }));
}

/** What has not come of a contribution, or came ahead, by what it is tied to. */
function ofContribution(books: Books, standing: ContributionStanding): Line[] {
  const { partner, source, dueToDate, outstanding } = standing;
  if (dueToDate === undefined || outstanding === undefined || outstanding.isNil) return [];
  const part = (what: string, terms: readonly Term[], purpose: string, pence?: Pence): KeyedMoney => ({
    schedule: partner,
    source,
    purpose,
    amount: Figure.money({ what, how: 'by what it is tied to', terms, part: pence }),
  });
  const due = [...dueByPurpose(books, standing, dueToDate.amount)].map(([purpose, pence]) =>
    part('due to date', plus(dueToDate), purpose, -pence),
  );
  const received = [...byPurpose(incomesOf(books, standing))].map(([purpose, balances]) =>
    part('received', incomes(balances), purpose),
  );
  const isTakenBack = ({ amount }: KeyedMoney) => amount.amount < 0n;
  const came = received.filter((line) => !isTakenBack(line));
  const { open, over } = settledLines([...due, ...received.filter(isTakenBack)], came, {
    what: `${labelOf(books.agreement, partner)}: contributions paid ahead; negative is outstanding`,
    how: 'received − due, by what it is tied to',
  });
  // Performance money that came and was not earned is no advance: it is to be returned (R3). The next year earns none of it.
  const isUnearned =
    standing.kind === 'performance' &&
    (books.asAt === 'Q4' || (standing.toReturn !== undefined && !standing.toReturn.isNil));
  const isToReturn = ({ amount }: KeyedMoney) => isUnearned && amount.amount > 0n;
  return [...open, ...over].map((line) => ({
    ...line,
    kind: isToReturn(line) ? 'variance' : 'contributions',
    state: 'owed',
  }));
}

function byPurpose(incomes: readonly BalanceOf<'income'>[]): Map<string, BalanceOf<'income'>[]> {
  const purposes = new Map<string, BalanceOf<'income'>[]>();
  for (const income of incomes)
    purposes.set(income.account.purpose, [...(purposes.get(income.account.purpose) ?? []), income]);
  return purposes;
}

function incomesOf(books: Books, { partner, source, pool, kind }: ContributionStanding): BalanceOf<'income'>[] {
  return books.actual
    .list('income', { partner, source, pool })
    .filter(({ account }) => isReleased(books, account.purpose) === (kind === 'performance'));
}

/** What is due of it, by what the plan ties it to: as much of each as is due of the year. */
function dueByPurpose(books: Books, standing: ContributionStanding, duePence: Pence): Map<string, Pence> {
  const { agreement, plan } = books;
  const { partner, source, pool, kind } = standing;
  if (kind === 'performance') return new Map([[agreement.performanceRule?.heading ?? '', duePence]]);
  const fence = fenceOfSource(agreement, source);
  if (fence !== undefined) return new Map([[fence.heading, duePence]]);
  const planned = new Map<string, Pence>();
  for (const { account, amountPence } of plan.list('applied', { schedule: partner, source, pool })) {
    const purpose = pooledPurposeOf(agreement, account);
    if (purpose === '' || isReleased(books, purpose)) continue;
    planned.set(purpose, (planned.get(purpose) ?? 0n) + amountPence);
  }
  const percent = duePercent(books);
  const due = new Map([...planned].map(([purpose, pence]) => [purpose, duePartOf(pence, percent)]));
  return due.set('', duePence - sum(due.values()));
}
