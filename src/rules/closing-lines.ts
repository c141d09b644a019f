import { labelOf } from '../agreement/bodies.js';
import type { OpeningKind } from '../agreement/opening-kinds.js';
import { pooledPurposeOf } from '../agreement/tied-money.js';
import { Figure } from '../figures/figure.js';
import { incomes, minus } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import { type AllottedLine, untiedSourceOf } from './allotted-lines.js';
import type { Books } from './check.js';
import { isReleased } from './contribution-line.js';
import { contributionLines } from './contribution-lines.js';
import type { ContributionStanding } from './contributions.js';
import type { Handover } from './handovers.js';
import { type KeyedMoney, type MoneyKey, type Settled, settledLines } from './settled-lines.js';

/**
 * What is between a body and a pool (R5), seen from the body: positive is held for it or owed to it, negative is owed by it.
 * What stands so at the year end is what the next year begins with. A purpose of '' is of no heading.
 */
export interface ClosingLine extends KeyedMoney {
  readonly pool: string;
  readonly body: string;
  readonly kind: OpeningKind;
  readonly isOfEarlierYear: boolean;
  /** Whether it is performance money that came and was not earned (R3). */
  readonly isUnearned: boolean;
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
  readonly handovers: readonly Handover[];
}

/**
 * What is between a body and a pool, line by line and nothing set off: contributions due and not come, or paid ahead; what
 * is allotted and not spent, which is a balance where it is kept for it and a variance where it is owed back; what is spent
 * above that; and what is still to be settled of earlier years. They add up to what it has of the pool’s cash.
 */
export function closingLines(books: Books, body: BodyInPool): ClosingLine[] {
  const contributions = body.contributions
    .flatMap((standing) => contributionLines(books, standing))
    .map((line): Line => ({ ...line, state: 'owed', isUnearned: line.kind === 'variance' }));
  const settledOf = (kind: 'contributions' | 'variance') => ofEarlierYears(books, body, kind);
  const [dues, variances] = [settledOf('contributions'), settledOf('variance')];
  // What was paid back beyond the variances of earlier years was paid out of what is kept for the body.
  const isPaidBack = ({ amount }: KeyedMoney) => amount.amount < 0n;
  const earlier = [
    ...asContributions(books, [...dues.open, ...dues.over]),
    ...asOwed('variance', [...variances.open, ...variances.over.filter((line) => !isPaidBack(line))]),
    ...asOwed(
      'handover',
      body.handovers.flatMap((handover) => notHandedOver(books, handover)),
    ),
  ];
  const thisYear = ofThisYear(books, body, variances.over.filter(isPaidBack));
  const ofBody = (isOfEarlierYear: boolean) => (line: Line) => ({
    isUnearned: false,
    ...line,
    pool: body.pool,
    body: body.partner,
    isOfEarlierYear,
  });
  return [...[...contributions, ...thisYear].map(ofBody(false)), ...earlier.map(ofBody(true))];
}

type Line = Omit<ClosingLine, 'pool' | 'body' | 'isOfEarlierYear' | 'isUnearned'> & { readonly isUnearned?: boolean };

function asOwed(kind: OpeningKind, lines: readonly KeyedMoney[]): Line[] {
  return lines.map((line) => ({ ...line, kind, state: 'owed' }));
}

/** What an earlier host still holds is owed by it, whatever it is of (R5). */
function notHandedOver({ agreement }: Books, { body, outstanding }: Handover): KeyedMoney[] {
  if (outstanding.isNil) return [];
  const amount = Figure.money({
    what: `${labelOf(agreement, body)}: owed to it as an earlier host; negative is still held by it`,
    how: 'what it still holds, seen from it',
    terms: minus(outstanding),
  });
  return [{ schedule: body, source: '', purpose: '', amount }];
}

/** Contributions of earlier years; performance money beyond what was owed of them is earned by no year to come (R3). */
function asContributions(books: Books, lines: readonly KeyedMoney[]): Line[] {
  const isUnearned = ({ purpose, amount }: KeyedMoney) => isReleased(books, purpose) && amount.amount > 0n;
  return [
    ...asOwed(
      'contributions',
      lines.filter((line) => !isUnearned(line)),
    ),
    ...asOwed('variance', lines.filter(isUnearned)).map((line) => ({ ...line, isUnearned: true })),
  ];
}

/** What is unspent, and what is overspent, less what settled it and what was paid back beside. */
function ofThisYear(
  books: Books,
  { pool, partner, allotted, settled }: BodyInPool,
  paidBack: readonly KeyedMoney[],
): Line[] {
  const { agreement, asAt } = books;
  const isOver = asAt === 'Q4';
  const isOwedBack = isOver && agreement.balanceRule.unspent === 'owed-back';
  // Fenced money that is unspent is kept for its purpose (R2), whatever was paid back.
  const isKept = ({ isFenced, left }: AllottedLine) => isFenced && left.amount > 0n;
  const kept = allotted.filter(isKept).map((line) => keyed(books, pool, line));
  const { open, over } = settledLines(
    allotted.filter((line) => !isKept(line)).map((line) => keyed(books, pool, line)),
    [...settling(settled.filter(({ account }) => account.year === '')), ...paidBack],
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

/** What settles something, in each place: what was paid in by itself, and what was paid back, with what puts it right. */
function settling(settled: readonly BalanceOf<'settled'>[]): KeyedMoney[] {
  const places = new Map<string, { readonly key: MoneyKey; readonly balances: BalanceOf<'settled'>[] }>();
  for (const balance of settled) {
    const { partner: schedule, source, purpose, side } = balance.account;
    const name = [schedule, source, purpose, side].join('\0');
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
function ofEarlierYears(books: Books, body: BodyInPool, kind: 'contributions' | 'variance'): Settled {
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
  return settledLines(brought, settling(since), {
    what: `${labelOf(books.agreement, body.partner)}: ${kind === 'variance' ? 'variances' : 'contributions'} of earlier years`,
    how: 'brought forward + what settled it since',
  });
}
