import type { InBooks } from '../figures/books.js';
import type { Books } from '../rules/check.js';
import type { Provenances } from './reconciliation-schema.js';

/** What kind of figures the actuals and forecasts of a fund are; the plan's is given. */
export function provenancesOf({ agreement }: Books, plan: Provenances['plan'], figures: InBooks): Provenances {
  const booked = agreement.provenance === 'illustrative' ? 'illustrative' : 'ledger';
  return {
    ...(plan && { plan }),
    ...(figures.actual && { actual: booked }),
    ...(figures.forecast && { forecast: booked }),
  };
}
