import { labelOf } from '../agreement/bodies.js';
import { fenceOfSource, pooledPurposeOf } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { added, type Formula } from '../figures/expression.js';
import { Figure, type Term } from '../figures/figure.js';
import { balances, incomes, minus, plus, turned } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import { inFull } from '../money/decimal.js';
import type { Books } from './check.js';
import { isReleased } from './contribution-line.js';
import type { ContributionStanding } from './contributions.js';
import { duePart, duePercent } from './instalments.js';
import { type KeyedMoney, settledLines } from './settled-lines.js';

/** What is open of a contribution; performance money to be returned is a variance. */
interface ContributionOpen extends KeyedMoney {
  readonly kind: 'contributions' | 'variance';
}

/** What has not come of a contribution, or came ahead, by what it is tied to; negative is owed by its payer (R5). */
export function contributionLines(books: Books, standing: ContributionStanding): ContributionOpen[] {
  const { partner, source, dueToDate, outstanding } = standing;
  if (dueToDate === undefined || outstanding === undefined || outstanding.isNil) return [];
  const part = (what: string, terms: readonly Term[], purpose: string): KeyedMoney => ({
    schedule: partner,
    source,
    purpose,
    amount: Figure.money({ what, how: 'by what it is tied to', terms }),
  });
  const due = [...dueByPurpose(books, standing, dueToDate)].map(([purpose, terms]) =>
    part('due to date', turned(terms), purpose),
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
function dueByPurpose(books: Books, standing: ContributionStanding, due: Money): Map<string, readonly Term[]> {
  const { agreement, plan } = books;
  const { partner, source, pool, kind } = standing;
  if (kind === 'performance') return new Map([[agreement.performanceRule?.heading ?? '', plus(due)]]);
  const fence = fenceOfSource(agreement, source);
  if (fence !== undefined) return new Map([[fence.heading, plus(due)]]);
  const planned = new Map<string, BalanceOf<'applied'>[]>();
  for (const balance of plan.list('applied', { schedule: partner, source, pool })) {
    const purpose = pooledPurposeOf(agreement, balance.account);
    if (purpose === '' || isReleased(books, purpose)) continue;
    planned.set(purpose, [...(planned.get(purpose) ?? []), balance]);
  }
  const percent = duePercent(books);
  const tied = [...planned].map(([purpose, ofPurpose]): [string, Money] => {
    const what = `due to date for ${agreement.headings.get(purpose)?.name ?? purpose}`;
    const how = `${inFull(percent)}% of what is planned, as much as is due of the year`;
    const formula: Formula = (amounts) => duePart(added(...amounts), percent);
    return [purpose, Figure.money({ what, how, terms: balances(ofPurpose), formula })];
  });
  const rest = [...plus(due), ...minus(...tied.map(([, amount]) => amount))];
  return new Map([...tied.map(([purpose, amount]): [string, Term[]] => [purpose, plus(amount)]), ['', rest]]);
}
