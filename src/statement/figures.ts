import type { InBooks } from '../figures/books.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import type { Provenances, TextFigures } from './reconciliation-schema.js';

/** Plan, actual to date and forecast in pence; undefined where not known. */
export interface PenceFigures {
  readonly plan: Pence;
  readonly actual: Pence | undefined;
  readonly forecast: Pence | undefined;
}

/** Figures as documents carry them: what is not known is left out. */
export function toFigures({ plan, actual, forecast }: PenceFigures): TextFigures {
  return {
    plan: toPounds(plan),
    ...(actual !== undefined && { actual: toPounds(actual) }),
    ...(forecast !== undefined && { forecast: toPounds(forecast) }),
  };
}

/** What kind of figures the actuals and forecasts of a fund are; the plan's is given. */
export function provenancesOf({ agreement }: Books, plan: Provenances['plan'], figures: InBooks): Provenances {
  const booked = agreement.provenance === 'illustrative' ? 'illustrative' : 'ledger';
  return {
    ...(plan && { plan }),
    ...(figures.actual && { actual: booked }),
    ...(figures.forecast && { forecast: booked }),
  };
}
