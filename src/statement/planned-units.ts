import { type FigureBooks, schemesBySchedule } from '../controls/fund-figures.js';
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
}

/**
 * The plan by scheme: schemes as schemes.csv has them; a schedule without schemes by heading; and where its schemes do
 * not make up a schedule’s plan, the rest. All of it adds up to the plan.
 */
export function plannedUnits(books: FigureBooks): PlannedUnit[] {
  const { agreement, plan, schemes } = books;
  const own = schemes.map(({ schedule, scheme, heading, name, amountPence }) => ({
    schedule,
    scheme,
    heading,
    name,
    pence: amountPence,
  }));
  const rest = [...agreement.partners.keys()].flatMap((schedule): PlannedUnit[] => {
    const listed = schemesBySchedule(books).get(schedule) ?? [];
    if (listed.length === 0) {
      return plan.list('applied', { schedule }).map(({ account, amountPence }) => ({
        schedule,
        scheme: '',
        heading: account.heading,
        name: '',
        pence: amountPence,
      }));
    }
    const pence = plan.applied({ schedule }) - sum(listed.map(({ amountPence }) => amountPence));
    return pence === 0n ? [] : [{ schedule, scheme: '', heading: '', name: '', pence }];
  });
  return [...own, ...rest];
}
