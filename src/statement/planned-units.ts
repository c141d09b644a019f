import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { type FigureBooks, schemesBySchedule } from '../controls/fund-figures.js';
import { Figure, type Term } from '../figures/figure.js';
import { balances, minus, plus } from '../figures/terms.js';
import { type BalanceOf, BookView } from '../journal/book-view.js';
import { type Pence, sum } from '../money/pence.js';

/** A part of the plan: a scheme, or what a schedule plans under a heading without one. */
export interface PlannedUnit {
  readonly schedule: string;
  /** '' for none. */
  readonly scheme: string;
  /** What schemes.csv gives the scheme, or the heading itself; '' where no heading is agreed. */
  readonly heading: string;
  readonly name: string;
  readonly pence: Pence;
  /** What it is made of. */
  readonly terms: readonly Term[];
}

/**
 * The plan by scheme: schemes as schemes.csv has them; a schedule without schemes by heading; and where its schemes do
 * not make up a schedule’s plan, the rest. All of it adds up to the plan. Of the second of two funds with its agreement.
 */
export function plannedUnits(books: FigureBooks, second?: Agreement): PlannedUnit[] {
  const { agreement, plan, schemes } = books;
  const listed = new Map<string, BalanceOf<'scheme'>[]>();
  for (const balance of new BookView(books.journal, 'schemes').list('scheme')) {
    const { schedule, scheme } = balance.account;
    const key = [schedule, scheme].join('\0');
    listed.set(key, [...(listed.get(key) ?? []), balance]);
  }
  const own = schemes.map(({ schedule, scheme, heading, name, amountPence }) => ({
    schedule,
    scheme,
    heading,
    name,
    pence: amountPence,
    terms: balances(listed.get([schedule, scheme].join('\0')) ?? [], second),
  }));
  const rest = [...agreement.partners.keys()].flatMap((schedule): PlannedUnit[] => {
    const ofSchedule = schemesBySchedule(books).get(schedule) ?? [];
    const planned = plan.list('applied', { schedule });
    if (ofSchedule.length === 0) {
      return planned.map((balance) => ({
        schedule,
        scheme: '',
        heading: balance.account.heading,
        name: '',
        pence: balance.amountPence,
        terms: balances([balance], second),
      }));
    }
    const pence = plan.applied({ schedule }) - sum(ofSchedule.map(({ amountPence }) => amountPence));
    if (pence === 0n) return [];
    const terms = own.filter((unit) => unit.schedule === schedule).flatMap((unit) => unit.terms);
    const label = labelOf(agreement, schedule);
    return [
      { schedule, scheme: '', heading: '', name: '', pence, terms: restTerms(label, balances(planned, second), terms) },
    ];
  });
  return [...own, ...rest];
}

function restTerms(label: string, planned: readonly Term[], listed: readonly Term[]): Term[] {
  const whole = Figure.money({
    what: `planned on the schedule of ${label}`,
    how: 'its accounts, added up',
    terms: planned,
  });
  const schemes = Figure.money({ what: `the schemes of ${label}`, how: 'as schemes.csv has them', terms: listed });
  return [...plus(whole), ...minus(schemes)];
}
