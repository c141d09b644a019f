import { labelOf } from '../agreement/bodies.js';
import { ProFormaMapping, type ProFormaRows } from '../figures/pro-forma.js';
import type { BookView } from '../journal/book-view.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { unforecastLines } from '../rules/forecasts.js';
import { toFigures } from './figures.js';
import type { Figures } from './reconciliation-schema.js';

/** The pro-forma of Appendix 4 (R6): plan value, year to date and forecast, line by line. */
export interface ProForma {
  readonly lines: readonly { readonly line: string; readonly figures: Figures }[];
  /** What no line has: by schedule and scheme, or by heading where there is no scheme. */
  readonly unmapped: readonly { readonly label: string; readonly schedule: string; readonly figures: Figures }[];
  readonly isMappingIllustrative: boolean;
}

interface Unit {
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
  plan: Pence;
  actual: Pence;
  forecast: Pence;
}

/** Every pound of the plan, the actuals and the forecast stands on one line, or is shown as not mapped. */
export function proFormaOf(rows: ProFormaRows, books: Books): ProForma {
  const mapping = new ProFormaMapping(rows);
  const units = unitsOf(rows, books);
  const isWhole = new Map<string, boolean>();
  /** A figure needs the forecasts of every schedule that has money in it. */
  const isForecast = (own: readonly Unit[]) =>
    !books.forecast.isEmpty &&
    own.every(({ schedule }) => {
      const known = isWhole.get(schedule) ?? unforecastLines(books, { schedule }).length === 0;
      isWhole.set(schedule, known);
      return known;
    });
  const figuresOf = (own: readonly Unit[]): Figures =>
    toFigures({
      plan: sum(own.map(({ plan }) => plan)),
      actual: books.actual.isEmpty ? undefined : sum(own.map(({ actual }) => actual)),
      forecast: isForecast(own) ? sum(own.map(({ forecast }) => forecast)) : undefined,
    });
  const lineOf = new Map(units.map((unit) => [unit, mapping.lineOf(unit)]));
  return {
    lines: mapping.lines.map((line) => ({
      line,
      figures: figuresOf(units.filter((unit) => lineOf.get(unit) === line)),
    })),
    unmapped: units
      .filter(
        (unit) => lineOf.get(unit) === undefined && (unit.plan !== 0n || unit.actual !== 0n || unit.forecast !== 0n),
      )
      .map((unit) => ({
        label: labelOfUnit(unit, rows, books),
        schedule: labelOf(books.agreement, unit.schedule),
        figures: figuresOf([unit]),
      })),
    isMappingIllustrative: mapping.isIllustrative,
  };
}

function unitsOf({ schemes }: ProFormaRows, books: Books): Unit[] {
  const units = new Map<string, Unit>();
  const unitOf = (schedule: string, scheme: string, heading: string): Unit => {
    // A scheme is one unit, whatever heading it is spent under.
    const key = [schedule, scheme, scheme === '' ? heading : ''].join('\0');
    const unit = units.get(key) ?? { schedule, scheme, heading, plan: 0n, actual: 0n, forecast: 0n };
    units.set(key, unit);
    return unit;
  };
  for (const { schedule, scheme, heading, amountPence } of schemes)
    unitOf(schedule, scheme, heading).plan += amountPence;
  addPlanWithoutSchemes(books, schemes, unitOf);
  for (const book of ['actual', 'forecast'] as const) {
    for (const { account, amountPence } of appliedIn(books[book])) {
      unitOf(account.schedule, account.scheme, account.heading)[book] += amountPence;
    }
  }
  return [...units.values()];
}

function appliedIn(view: BookView) {
  return view.list('applied');
}

/** A schedule without schemes has its plan by heading; where its schemes do not make up its plan, the rest has no line. */
function addPlanWithoutSchemes(
  { agreement, plan }: Books,
  schemes: ProFormaRows['schemes'],
  unitOf: (schedule: string, scheme: string, heading: string) => Unit,
): void {
  for (const schedule of agreement.partners.keys()) {
    const own = schemes.filter((scheme) => scheme.schedule === schedule);
    const planned = plan.list('applied', { schedule });
    if (own.length === 0) {
      for (const { account, amountPence } of planned) unitOf(schedule, '', account.heading).plan += amountPence;
      continue;
    }
    const restPence = plan.applied({ schedule }) - sum(own.map(({ amountPence }) => amountPence));
    if (restPence !== 0n) unitOf(schedule, '', '').plan += restPence;
  }
}

function labelOfUnit({ schedule, scheme, heading }: Unit, { schemes }: ProFormaRows, { agreement }: Books): string {
  if (scheme !== '') {
    const name = schemes.find((row) => row.schedule === schedule && row.scheme === scheme)?.name;
    return name === undefined ? scheme : `${scheme} ${name}`;
  }
  return heading === ''
    ? 'Plan that no scheme makes up'
    : `${agreement.headings.get(heading)?.name ?? heading}, no scheme`;
}
