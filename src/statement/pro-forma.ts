import { labelOf } from '../agreement/bodies.js';
import type { FigureBooks } from '../controls/fund-figures.js';
import { ProFormaMapping, type ProFormaRows } from '../controls/pro-forma.js';
import { type Pence, sum } from '../money/pence.js';
import { totalOf } from '../money/pounds-text.js';
import { unforecastLines } from '../rules/forecasts.js';
import { isKnown } from '../rules/known.js';
import { toFigures } from './figures.js';
import { plannedUnits } from './planned-units.js';
import type { TextFigures } from './reconciliation-schema.js';
import type { NamedReportFigures } from './report-figures-schema.js';

interface Unit {
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
  readonly name: string;
  plan: Pence;
  actual: Pence;
  forecast: Pence;
}

/**
 * The pro-forma of Appendix 4 (R6): plan value, year to date and forecast, line by line. Every pound of the plan, the
 * actuals and the forecast stands on one line, or is shown as not mapped. A line that nothing is mapped to has no
 * figures, which is not nil.
 */
export function proFormaOf(rows: ProFormaRows, books: FigureBooks): NamedReportFigures['proForma'] {
  const mapping = new ProFormaMapping(rows);
  const units = unitsOf(books);
  const isWhole = new Map<string, boolean>();
  /** A figure needs the forecasts of every schedule that has money in it. */
  const isForecast = (own: readonly Unit[]) =>
    !books.forecast.isEmpty &&
    own.every(({ schedule }) => {
      const known = isWhole.get(schedule) ?? unforecastLines(books, { schedule }).length === 0;
      isWhole.set(schedule, known);
      return known;
    });
  const figuresOf = (own: readonly Unit[]): TextFigures =>
    toFigures({
      plan: sum(own.map(({ plan }) => plan)),
      actual: isKnown(books, 'expenditure') ? sum(own.map(({ actual }) => actual)) : undefined,
      forecast: isForecast(own) ? sum(own.map(({ forecast }) => forecast)) : undefined,
    });
  const lineOf = new Map(units.map((unit) => [unit, mapping.lineOf(unit)]));
  const lines = mapping.lines
    .filter((line) => mapping.isMapped(line))
    .map((line) => ({ line, ...figuresOf(units.filter((unit) => lineOf.get(unit) === line)) }));
  const unmapped = units
    .filter(
      (unit) => lineOf.get(unit) === undefined && (unit.plan !== 0n || unit.actual !== 0n || unit.forecast !== 0n),
    )
    .map((unit) => ({
      schedule: unit.schedule,
      scheduleLabel: labelOf(books.agreement, unit.schedule),
      scheme: unit.scheme || undefined,
      heading: unit.heading || undefined,
      label: labelOfUnit(unit, books),
      ...figuresOf([unit]),
    }));
  const notMapped = unmapped.length === 0 ? figuresOf([]) : totalsOf(unmapped);
  return {
    lines: mapping.lines.map((line) => lines.find((mapped) => mapped.line === line) ?? { line }),
    unmapped,
    notMapped,
    totals: totalsOf([...lines, notMapped]),
    isMappingIllustrative: mapping.isIllustrative,
  };
}

/** Not known where any part is not. */
function totalsOf(parts: readonly TextFigures[]): TextFigures {
  return {
    plan: totalOf(parts.map(({ plan }) => plan)),
    actual: totalOf(parts.map(({ actual }) => actual)),
    forecast: totalOf(parts.map(({ forecast }) => forecast)),
  };
}

function unitsOf(books: FigureBooks): Unit[] {
  const units = new Map<string, Unit>();
  const unitOf = (schedule: string, scheme: string, heading: string, name: string): Unit => {
    // A scheme is one unit, whatever heading it is spent under.
    const key = [schedule, scheme, scheme === '' ? heading : ''].join('\0');
    const unit = units.get(key) ?? { schedule, scheme, heading, name, plan: 0n, actual: 0n, forecast: 0n };
    units.set(key, unit);
    return unit;
  };
  for (const { schedule, scheme, heading, name, pence } of plannedUnits(books)) {
    unitOf(schedule, scheme, heading, name).plan += pence;
  }
  for (const book of ['actual', 'forecast'] as const) {
    for (const { account, amountPence } of books[book].list('applied')) {
      unitOf(account.schedule, account.scheme, account.heading, '')[book] += amountPence;
    }
  }
  return [...units.values()];
}

function labelOfUnit({ scheme, heading, name }: Unit, { agreement }: FigureBooks): string {
  if (scheme !== '') return `${scheme} ${name}`.trim();
  const label = agreement.headings.get(heading)?.name;
  return label === undefined ? 'Plan that no scheme makes up' : `${label}, no scheme`;
}
