import type { Money } from '../figures/books.js';
import { type Count, Figure, type Term } from '../figures/figure.js';
import { balances, incomes, minus, plus, turned } from '../figures/terms.js';
import { alignedOf } from './aligned.js';
import { dayOf } from './as-at.js';
import type { Books } from './check.js';
import { contributedFigures } from './contributed.js';
import { type ContributionLine, isReleased, labelsOf, rulesOf } from './contribution-line.js';
import { earnedBy, potOf } from './earned.js';
import { asReleased, byInstalments, type InstalmentStanding } from './instalments.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';
import { isWaiting, performanceOf } from './performance.js';

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
  /** Due and not received; negative is paid ahead, or of performance money to be returned. */
  readonly outstanding: Money | undefined;
  /** Performance money paid in above what was earned: paid ahead of nothing. Undefined where there is none. */
  readonly toReturn?: Money | undefined;
  /** Of performance money, not earned to date: no arrears. Undefined where nothing is reported. */
  readonly retained?: Money | undefined;
  /** Of the oldest instalment that is outstanding. */
  readonly daysLate?: Count;
  readonly instalments: readonly InstalmentStanding[];
}

/** What is due, received and outstanding as at the quarter end; nothing where the fund has a plan only. */
export const contributionStandings = oncePer((books: Books): readonly ContributionStanding[] => {
  const { agreement } = books;
  const today = dayOf(books, agreement.year);
  if (today === undefined) return [];
  return agreement.contributions.flatMap((contribution) => {
    const inKind = agreement.sources.get(contribution.source)?.inKind ?? false;
    const line = { books, contribution, inKind, today } as const;
    const instalments: ContributionLine = { ...line, kind: 'instalments' };
    const performance: ContributionLine = { ...line, kind: 'performance' };
    const isReleased = potOf(books, contribution).length > 0 || isPerformancePaid(performance);
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

function standingOf(line: ContributionLine): ContributionStanding {
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
    ...(kind === 'performance' && { retained: retainedOf(line), toReturn: toReturnOf(line, dueToDate, received) }),
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

function agreedOf(line: ContributionLine): Money {
  const { books, contribution, kind, inKind } = line;
  const pot = balances(potOf(books, contribution));
  const aligned = balances(alignedOf(books, 'plan', contribution));
  const plan = contributedFigures(books).get(contribution)?.plan;
  const whole = plan === undefined ? [] : plus(plan);
  return Figure.money({
    what: `${labelsOf(line).money}: for the year`,
    how:
      kind === 'performance'
        ? 'what its schedule plans for performance'
        : `agreed, without what is planned for performance${aligned.length === 0 ? '' : ' or aligned'}`,
    rule: rulesOf(line).rule,
    terms: kind === 'performance' ? pot : inKind ? whole : [...whole, ...turned([...pot, ...aligned])],
  });
}

/** Whether it has paid in performance money, planned or not. */
function isPerformancePaid({ books, contribution: { partner, source, pool } }: ContributionLine): boolean {
  if (!isKnown(books, 'contributions')) return false;
  const accounts = books.actual.list('income', { partner, source, pool });
  return accounts.some(({ account }) => isReleased(books, account.purpose));
}

function receivedOf(line: ContributionLine): Money {
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

/** Performance money that came and was not earned (R3); while admissions are not reported it may be earned yet. */
function toReturnOf(line: ContributionLine, due: Money | undefined, received: Money | undefined): Money | undefined {
  const pot = performanceOf(line.books).find(({ partner }) => partner === line.contribution.partner);
  if (due === undefined || received === undefined || pot === undefined || isWaiting(pot)) return undefined;
  if (received.amount <= due.amount) return undefined;
  return Figure.money({
    what: `${labelsOf(line).money}: paid in above what was earned, to be returned`,
    how: 'received − earned',
    rule: rulesOf(line).released,
    terms: [...plus(received), ...minus(due)],
  });
}

/** Performance money that is not earned is not due: it is no arrears. Undefined where nothing is reported. */
function retainedOf(line: ContributionLine): Money | undefined {
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
