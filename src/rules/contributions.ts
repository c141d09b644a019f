import type { Contribution, Instalment } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { daysBetween, type IsoDate, lastDayOf, type Quarter } from '../agreement/financial-year.js';
import type { Money } from '../figures/books.js';
import { type Count, Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, incomes, minus, plus, turned } from '../figures/terms.js';
import { coveredOn, type DayReceipt } from '../journal/receipts.js';
import { type Decimal, fractionOf, inFull, nil, total } from '../money/decimal.js';
import { times, truncated, whole } from '../money/fraction.js';
import type { Pence } from '../money/pence.js';
import { dayOf } from './as-at.js';
import type { Books } from './check.js';
import { contributedFigures } from './contributed.js';
import { earnedBy, potOf } from './earned.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';

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

/** R5: one partner's money from one source, its performance money apart. */
export interface ContributionStanding {
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  readonly kind: 'instalments' | 'performance';
  readonly inKind: boolean;
  /** For the year; of performance, the pot. */
  readonly agreed: Money;
  /** Not known of what is given in kind where it is not known what was. */
  readonly dueToDate: Money | undefined;
  readonly received: Money | undefined;
  /** Due and not received; negative is paid ahead. */
  readonly outstanding: Money | undefined;
  /** Of performance money, not earned to date: no arrears. Undefined where nothing is reported. */
  readonly retained?: Money | undefined;
  /** Of the oldest instalment that is outstanding. */
  readonly daysLate?: Count;
  readonly instalments: readonly InstalmentStanding[];
}

/** A contribution as its figures are made. */
interface Line {
  readonly books: Books;
  readonly contribution: Contribution;
  readonly kind: ContributionStanding['kind'];
  readonly inKind: boolean;
  readonly today: IsoDate;
}

/** What is due, received and outstanding as at the quarter end; nothing where the fund has a plan only. */
export const contributionStandings = oncePer((books: Books): readonly ContributionStanding[] => {
  const { agreement } = books;
  const today = dayOf(books, agreement.year);
  if (today === undefined) return [];
  return agreement.contributions.flatMap((contribution) => {
    const inKind = agreement.sources.get(contribution.source)?.inKind ?? false;
    const line = { books, contribution, inKind, today } as const;
    const instalments: Line = { ...line, kind: 'instalments' };
    const performance: Line = { ...line, kind: 'performance' };
    const isReleased = potOf(books, contribution).length > 0 || (receiptsOf(performance)?.length ?? 0) > 0;
    return inKind || !isReleased ? [standingOf(instalments)] : [standingOf(instalments), standingOf(performance)];
  });
});

/** What a partner pays in by instalments from a source into a pool; undefined where it has agreed to nothing there. */
export function instalmentsOf(
  books: Books,
  where: Pick<ContributionStanding, 'partner' | 'source' | 'pool'>,
): ContributionStanding | undefined {
  return contributionStandings(books).find(
    ({ kind, ...line }) =>
      kind === 'instalments' &&
      line.partner === where.partner &&
      line.source === where.source &&
      line.pool === where.pool,
  );
}

/** How much of every contribution is due by instalments as at the quarter end, in percent. */
export function duePercent({ agreement, asAt, stage }: Books): Decimal {
  const today = dayOf({ asAt, stage }, agreement.year) ?? '';
  return total(agreement.instalments.filter(({ due }) => due <= today).map(({ percent }) => percent));
}

/** What of an amount is due where so many percent of it are: parts of a penny wait for what falls due next. */
export function duePartOf(amountPence: Pence, percent: Decimal): Pence {
  return truncated(times(whole(amountPence), fractionOf(percent)));
}

function labelsOf({ books: { agreement }, contribution, kind }: Line) {
  const label = labelOf(agreement, contribution.partner);
  const source = agreement.sources.get(contribution.source)?.name ?? contribution.source;
  return { label, source, money: `${label}, ${kind === 'performance' ? 'performance money' : source}` };
}

function rulesOf({ books: { agreement } }: Line) {
  const released = agreement.performanceRule && ruleOf('R3', agreement.performanceRule);
  return { rule: ruleOf('R5', agreement.balanceRule), released };
}

function standingOf(line: Line): ContributionStanding {
  const { books, contribution, kind, inKind, today } = line;
  const { partner, source, pool } = contribution;
  const { money } = labelsOf(line);
  const { rule } = rulesOf(line);
  const agreed = agreedOf(line);
  const received = isKnown(books, 'contributions') ? receivedOf(line) : undefined;
  const instalments = inKind ? [] : kind === 'instalments' ? byInstalments(line, agreed) : asReleased(line);
  const due = instalments.filter((instalment) => kind === 'performance' || instalment.due <= today);
  const figure = (what: string, how: string, terms: readonly Term[]) =>
    Figure.money({ what: `${money}: ${what}`, how, rule, terms });
  const dueToDate = inKind
    ? received && figure('due to date', 'in kind: due as it is recorded', plus(received))
    : figure('due to date', 'the instalments that have fallen due, added up', plus(...due.map(({ amount }) => amount)));
  const oldest = instalments.find(({ status }) => status === 'outstanding')?.daysLate;
  return {
    partner,
    source,
    pool,
    kind,
    inKind,
    agreed,
    dueToDate,
    received,
    outstanding:
      dueToDate &&
      received &&
      figure('outstanding; negative is paid ahead', 'due − received', [...plus(dueToDate), ...minus(received)]),
    ...(kind === 'performance' && { retained: retainedOf(line) }),
    ...(oldest && {
      daysLate: new Figure('number', {
        what: `${money}: days that its oldest outstanding instalment is late`,
        how: 'as of that instalment',
        rule,
        terms: plus(oldest),
      }),
    }),
    instalments,
  };
}

function agreedOf(line: Line): Money {
  const { books, contribution, kind, inKind } = line;
  const pot = balances(potOf(books, contribution));
  const plan = contributedFigures(books).get(contribution)?.plan;
  const whole = plan === undefined ? [] : plus(plan);
  return Figure.money({
    what: `${labelsOf(line).money}: for the year`,
    how:
      kind === 'performance'
        ? 'what its schedule plans for performance'
        : 'agreed, without what is planned for performance',
    rule: rulesOf(line).rule,
    terms: kind === 'performance' ? pot : inKind ? whole : [...whole, ...turned(pot)],
  });
}

function receivedOf(line: Line): Money {
  const { books, contribution, kind, inKind } = line;
  const { partner, source, pool } = contribution;
  const isMeant = (purpose: string) => inKind || isReleased(books, purpose) === (kind === 'performance');
  const accounts = books.actual.list('income', { partner, source, pool });
  return Figure.money({
    what: `${labelsOf(line).money}: received to date`,
    how: 'the receipts, quarter by quarter',
    rule: rulesOf(line).rule,
    terms: incomes(accounts.filter(({ account }) => isMeant(account.purpose))),
  });
}

/** Performance money that is not earned is not due: it is no arrears. Undefined where nothing is reported. */
function retainedOf(line: Line): Money | undefined {
  const { books, contribution } = line;
  const about = {
    what: `${labelsOf(line).money}: not earned, so not due`,
    how: 'what its pot retains',
    rule: rulesOf(line).released,
  };
  const earned = earnedBy(books, contribution);
  if (earned === undefined) return Figure.money({ ...about, terms: [] });
  return earned.retained && earned.partOf(earned.retained, about);
}

/** What came in by the day; undefined where it is not known. */
function receiptsOf({ books, contribution, kind, today }: Line): DayReceipt[] | undefined {
  if (!isKnown(books, 'contributions')) return undefined;
  const { partner, source, pool } = contribution;
  return books.receipts.upTo(
    today,
    (key) =>
      key.partner === partner &&
      key.source === source &&
      key.pool === pool &&
      isReleased(books, key.purpose) === (kind === 'performance'),
  );
}

/** Whether money is tied to performance. */
function isReleased({ agreement }: Books, purpose: string): boolean {
  return purpose !== '' && purpose === agreement.performanceRule?.heading;
}

/** Each instalment of what is agreed, by its percent of the year; parts of a penny are left to the last. */
function byInstalments(line: Line, agreed: Money): InstalmentStanding[] {
  const { label, source } = labelsOf(line);
  const receipts = receiptsOf(line);
  const inOrder = [...line.books.agreement.instalments].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  let before = nil;
  return inOrder.map((instalment) => {
    const earlier = before;
    const upTo = earlier.plus(instalment.percent);
    before = upTo;
    const amount = Figure.money({
      what: `${label}, ${source}: instalment of ${instalment.quarter}`,
      how: `${inFull(upTo)}% of what is agreed, less ${inFull(earlier)}% that fell due before; parts of a penny are left to the last`,
      rule: rulesOf(line).rule,
      terms: plus(agreed),
      formula: ([pence = 0n]) => duePartOf(pence, upTo) - duePartOf(pence, earlier),
    });
    return become(line, instalment, { amount, upToPence: duePartOf(agreed.amount, upTo), receipts });
  });
}

/** Performance money is due as it is released: each payment by the end of the quarter in which it is paid. */
function asReleased(line: Line): InstalmentStanding[] {
  const { books, contribution } = line;
  const { label } = labelsOf(line);
  const receipts = receiptsOf(line);
  const earned = earnedBy(books, contribution);
  let upToPence: Pence = 0n;
  return (earned?.payments ?? []).flatMap(({ quarter, payment }) => {
    const amount = earned?.partOf(payment, {
      what: `${label}: performance payment released in ${quarter}`,
      how: 'what its pot earns in the quarter',
      rule: rulesOf(line).rule,
    });
    if (amount === undefined) return [];
    upToPence += amount.amount;
    const due = lastDayOf(quarter, books.agreement.year);
    return [become(line, { quarter, due }, { amount, upToPence, receipts })];
  });
}

interface Installed {
  readonly amount: Money;
  readonly upToPence: Pence;
  readonly receipts: readonly DayReceipt[] | undefined;
}

/** What has become of an instalment: it is paid on the day from which receipts cover it and all before it. */
function become(
  line: Line,
  { quarter, due }: Pick<Instalment, 'quarter' | 'due'>,
  { amount, upToPence, receipts }: Installed,
): InstalmentStanding {
  const { today } = line;
  const standing = { quarter, due, amount };
  if (receipts === undefined) return { ...standing, status: due <= today ? 'not-known' : 'not-yet-due' };
  if (amount.amount <= 0n) return { ...standing, status: due <= today ? 'paid' : 'not-yet-due' };
  const paidOn = coveredOn(upToPence, receipts);
  if (paidOn === undefined) {
    if (due > today) return { ...standing, status: 'not-yet-due' };
    return { ...standing, status: 'outstanding', daysLate: daysLate(line, { quarter, due }, undefined) };
  }
  if (paidOn <= due) return { ...standing, status: 'paid', paidOn };
  return { ...standing, status: 'paid-late', paidOn, daysLate: daysLate(line, { quarter, due }, paidOn) };
}

function daysLate(
  line: Line,
  { quarter, due }: Pick<Instalment, 'quarter' | 'due'>,
  paidOn: IsoDate | undefined,
): Count {
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
