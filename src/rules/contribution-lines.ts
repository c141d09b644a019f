import { labelOf } from '../agreement/bodies.js';
import { fenceOfSource, pooledPurposeOf } from '../agreement/tied-money.js';
import { Figure, type Term } from '../figures/figure.js';
import { incomes, plus } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from './check.js';
import { isReleased } from './contribution-line.js';
import type { ContributionStanding } from './contributions.js';
import { duePartOf, duePercent } from './instalments.js';
import { type KeyedMoney, settledLines } from './settled-lines.js';

/** What is open of a contribution; performance money to be returned is a variance. */
interface ContributionOpen extends KeyedMoney {
  readonly kind: 'contributions' | 'variance';
}

/** What has not come of a contribution, or came ahead, by what it is tied to; negative is owed by its payer (R5). */
export function contributionLines(books: Books, standing: ContributionStanding): ContributionOpen[] {
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
