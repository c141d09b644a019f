import { daysBetween, type IsoDate, lastDayOf, type Quarter } from '../agreement/financial-year.js';
import type { Money } from '../figures/books.js';
import { type Expression, less, nil as none, number, times as product, truncatedTo } from '../figures/expression.js';
import { type Count, Figure } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { coveredDays, type DayReceipt } from '../journal/receipts.js';
import { type Decimal, fractionOf, inFull, nil, total } from '../money/decimal.js';
import { placesOfMoney } from '../money/places.js';
import { dayOf } from './as-at.js';
import type { Books } from './check.js';
import { type ContributionLine, isReleased, labelsOf, rulesOf } from './contribution-line.js';
import { earnedBy } from './earned.js';
import { isKnown } from './known.js';

/** One instalment, and what has become of it by the quarter end. */
export interface InstalmentStanding {
  readonly quarter: Quarter;
  readonly due: IsoDate;
  readonly amount: Money;
  /** `not-known` is due, and nobody knows what was received. */
  readonly status: 'paid' | 'paid-late' | 'outstanding' | 'not-yet-due' | 'not-known';
  /** The day from which receipts cover it and all before it. */
  readonly paidOn?: IsoDate;
  readonly daysLate?: Count;
}

/** How much of every contribution is due by instalments as at the quarter end, in percent. */
export function duePercent({ agreement, asAt, stage }: Books): Decimal {
  const today = dayOf({ asAt, stage }, agreement.year) ?? '';
  return total(agreement.instalments.filter(({ due }) => due <= today).map(({ percent }) => percent));
}

/** What of an amount is due where so many percent of it are: parts of a penny wait for what falls due next. */
export function duePart(amount: Expression, percent: Decimal): Expression {
  return truncatedTo(placesOfMoney, product(amount, number(fractionOf(percent))));
}

/** Each instalment of what is agreed, by its percent of the year; parts of a penny are left to the last. */
export function byInstalments(line: ContributionLine, agreed: Money): InstalmentStanding[] {
  const { label, source } = labelsOf(line);
  const inOrder = [...line.books.agreement.instalments].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  let before = nil;
  const installed = inOrder.map(({ quarter, due, percent }): Installed => {
    const earlier = before;
    const upTo = earlier.plus(percent);
    before = upTo;
    const amount = Figure.money({
      what: `${label}, ${source}: instalment of ${quarter}`,
      how: `${inFull(upTo)}% of what is agreed, less ${inFull(earlier)}% that fell due before; parts of a penny are left to the last`,
      rule: rulesOf(line).rule,
      terms: plus(agreed),
      formula: ([amount = none]) => less(duePart(amount, upTo), duePart(amount, earlier)),
    });
    return { quarter, due, amount };
  });
  return become(line, installed);
}

/** Performance money is due as it is released: each payment by the end of the quarter in which it is paid. */
export function asReleased(line: ContributionLine): InstalmentStanding[] {
  const { books, contribution } = line;
  const { label } = labelsOf(line);
  const earned = earnedBy(books, contribution);
  const installed = (earned?.payments ?? []).flatMap(({ quarter, payment }): Installed[] => {
    const amount = earned?.partOf(payment, {
      what: `${label}: performance payment released in ${quarter}`,
      how: 'what its pot earns in the quarter',
      rule: rulesOf(line).rule,
    });
    return amount === undefined ? [] : [{ quarter, due: lastDayOf(quarter, books.agreement.year), amount }];
  });
  return become(line, installed);
}

type Installed = Pick<InstalmentStanding, 'quarter' | 'due' | 'amount'>;

/** What has become of instalments, in the order in which they fall due. */
function become(line: ContributionLine, installed: readonly Installed[]): InstalmentStanding[] {
  const { books, today } = line;
  if (!isKnown(books, 'contributions')) {
    return installed.map((instalment) => ({
      ...instalment,
      status: instalment.due <= today ? 'not-known' : 'not-yet-due',
    }));
  }
  const days = coveredDays(
    installed.map(({ quarter, amount }) => ({ quarter, amountPence: amount.amount })),
    { marked: (quarter) => receiptsOf(line, quarter), unmarked: receiptsOf(line) },
  );
  return installed.map((instalment, index) => standingOf(line, instalment, days[index]));
}

/** An instalment is paid on the day from which receipts cover it. Where none are declared, none is late (R5). */
function standingOf(line: ContributionLine, instalment: Installed, paidOn: IsoDate | undefined): InstalmentStanding {
  const { books, kind, today } = line;
  const { due, amount } = instalment;
  if (amount.amount <= 0n) return { ...instalment, status: due <= today ? 'paid' : 'not-yet-due' };
  const isDayDeclared = kind === 'performance' || books.agreement.areInstalmentsDeclared;
  const late = isDayDeclared ? { daysLate: daysLate(line, instalment, paidOn) } : {};
  if (paidOn === undefined) {
    return due > today ? { ...instalment, status: 'not-yet-due' } : { ...instalment, status: 'outstanding', ...late };
  }
  if (paidOn <= due || !isDayDeclared) return { ...instalment, status: 'paid', paidOn };
  return { ...instalment, status: 'paid-late', paidOn, ...late };
}

function daysLate(line: ContributionLine, { quarter, due }: Installed, paidOn: IsoDate | undefined): Count {
  const { label, source } = labelsOf(line);
  const until = paidOn === undefined ? 'the end of the quarter' : `${paidOn}, when receipts covered it`;
  const days = BigInt(daysBetween(due, paidOn ?? line.today));
  return new Figure('number', {
    what: `${label}, ${source}: instalment of ${quarter}: days late`,
    how: `from ${due}, when it fell due, to ${until}`,
    rule: rulesOf(line).rule,
    terms: plus(Figure.stated('number', 'days', days)),
  });
}

/** What came in by the day for the instalment that the payer names, or for none. */
function receiptsOf({ books, contribution, kind, today }: ContributionLine, of?: Quarter): DayReceipt[] {
  const { partner, source, pool } = contribution;
  return books.receipts.upTo(
    today,
    (key) =>
      key.partner === partner &&
      key.source === source &&
      key.pool === pool &&
      key.of === of &&
      isReleased(books, key.purpose) === (kind === 'performance'),
  );
}
