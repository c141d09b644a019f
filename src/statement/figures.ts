import { fromPounds, toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import type { Figures, Provenances } from './reconciliation-schema.js';

/** Plan, actual to date and forecast in pence; undefined where not known. */
export interface PenceFigures {
  readonly plan: Pence;
  readonly actual: Pence | undefined;
  readonly forecast: Pence | undefined;
}

/** Figures as documents carry them: what is not known is left out. */
export function toFigures({ plan, actual, forecast }: PenceFigures): Figures {
  return {
    plan: toPounds(plan),
    ...(actual !== undefined && { actual: toPounds(actual) }),
    ...(forecast !== undefined && { forecast: toPounds(forecast) }),
  };
}

/** One book's figure as text, or undefined. */
export function figurePence(figures: Figures, book: keyof Figures): Pence | undefined {
  const text = figures[book];
  return text === undefined ? undefined : fromPounds(text);
}

/** The total, book by book; not known where any part is not known. */
export function addFigures(parts: readonly Figures[]): Figures {
  return toFigures({
    plan: sum(parts.map((part) => figurePence(part, 'plan') ?? 0n)),
    actual: knownSum(parts.map((part) => figurePence(part, 'actual'))),
    forecast: knownSum(parts.map((part) => figurePence(part, 'forecast'))),
  });
}

/** One less another, book by book; not known where either is not known. */
export function subtractFigures(one: Figures, other: Figures): Figures {
  const difference = (book: keyof Figures): Pence | undefined => {
    const a = figurePence(one, book);
    const b = figurePence(other, book);
    return a === undefined || b === undefined ? undefined : a - b;
  };
  return toFigures({ plan: difference('plan') ?? 0n, actual: difference('actual'), forecast: difference('forecast') });
}

/** What kind of figures the actuals and forecasts of a fund are; the plan's is given. */
export function provenancesOf(books: Books, plan: Provenances['plan'], figures: Figures): Provenances {
  const booked = books.agreement.provenance === 'illustrative' ? 'illustrative' : 'ledger';
  return {
    ...(plan && { plan }),
    ...(figures.actual !== undefined && { actual: booked }),
    ...(figures.forecast !== undefined && { forecast: booked }),
  };
}

function knownSum(parts: readonly (Pence | undefined)[]): Pence | undefined {
  let total = 0n;
  for (const part of parts) {
    if (part === undefined) return undefined;
    total += part;
  }
  return parts.length === 0 ? undefined : total;
}
