import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { type FigureBooks, schemesBySchedule } from '../controls/fund-figures.js';
import { Figure, type Term } from '../figures/figure.js';
import { balances, minus, plus, sumOfTerms } from '../figures/terms.js';
import { type BalanceOf, BookView } from '../journal/book-view.js';

/** A part of the plan: a scheme, or what a schedule plans under a heading without one. */
export interface PlannedUnit {
  readonly schedule: string;
  /** '' for none. */
  readonly scheme: string;
  /** What schemes.csv gives the scheme, or the heading itself; '' where no heading is agreed. */
  readonly heading: string;
  readonly name: string;
  /** What it is made of: its rows or accounts, or what is left of a schedule’s plan. */
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
  const units = schemes.map(({ schedule, scheme, heading, name }) => ({
    schedule,
    scheme,
    heading,
    name,
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
        terms: balances([balance], second),
      }));
    }
    const terms = units.filter((unit) => unit.schedule === schedule).flatMap((unit) => unit.terms);
    const left = restTerms(labelOf(agreement, schedule), balances(planned, second), terms);
    return sumOfTerms(left) === 0n ? [] : [{ schedule, scheme: '', heading: '', name: '', terms: left }];
  });
  return [...units, ...rest];
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
