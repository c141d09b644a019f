import { FigureSheet } from './figure-sheet.js';
import { isForecast, partnersOf, rowsToDate, sumPence } from './fund-rows.js';
import type { Forecast, RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';

/** What stands on one line: a scheme of a schedule, or a heading of it without one; '' for none. */
interface Unit {
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
  plan: bigint;
  actual: bigint;
  forecast: bigint;
}

/** Plan, actual and forecast by the lines of the pro-forma (R6, Appendix 4); `fault`: a mistake to make. */
export function proFormaByHand(fund: RuledFund, fault = ''): Digits {
  const sheet = new FigureSheet();
  const root = 'report.pro-forma';
  const units = unitsOf(fund, fault);
  const isSpent = fund.spending.length > 0;
  const isOver = fund.asAt === 'Q4' && fault !== 'forecast-is-the-outturn';
  const isWhole = (own: readonly Unit[]) =>
    fund.forecasts.length > 0 &&
    own.every(({ schedule }) => isForecast(fund, (cell) => cell.schedule === schedule) || fault === 'part-for-whole');
  const sum = (own: readonly Unit[], part: 'plan' | 'actual' | 'forecast') =>
    own.reduce((total, unit) => total + unit[part], 0n);
  const add = (name: string, own: readonly Unit[]) =>
    sheet.add(`${root}.${name}`, {
      plan: sum(own, 'plan'),
      actual: isSpent ? sum(own, 'actual') : undefined,
      forecast: (isOver ? isSpent : isWhole(own)) ? sum(own, 'forecast') : undefined,
    });
  const mapping = (fund.proForma ?? []).filter(({ scheme, heading }) => scheme !== '' || heading !== '');
  for (const line of new Set(mapping.map((mapped) => mapped.line))) {
    add(
      `lines[line=${line}]`,
      units.filter((unit) => lineOf(fund, unit, fault) === line),
    );
  }
  const isNil = ({ plan, actual, forecast }: Unit) => plan === 0n && actual === 0n && forecast === 0n;
  const unmapped = units.filter((unit) => lineOf(fund, unit, fault) === undefined && !isNil(unit));
  for (const unit of unmapped) {
    const { schedule, scheme, heading } = unit;
    add(`unmapped[schedule=${schedule};scheme=${scheme || 'none'};heading=${heading || 'none'}]`, [unit]);
  }
  add('not-mapped', unmapped);
  add('totals', [...units.filter((unit) => lineOf(fund, unit, fault) !== undefined), ...unmapped]);
  return sheet.all;
}

function lineOf({ proForma = [], schemes = [] }: RuledFund, unit: Unit, fault: string): string | undefined {
  const { schedule, scheme } = unit;
  const own = proForma.find((row) => scheme !== '' && row.schedule === schedule && row.scheme === scheme);
  const isOwn = (one: { readonly schedule: string; readonly scheme: string }) =>
    one.schedule === schedule && one.scheme === scheme;
  const heading = scheme === '' ? unit.heading : (schemes.find(isOwn)?.heading ?? '');
  const byHeading = proForma.filter((row) => heading !== '' && row.scheme === '' && row.heading === heading);
  const ofSchedule = byHeading.find((row) => row.schedule === schedule && fault !== 'schedule-has-no-say');
  return (own ?? ofSchedule ?? byHeading.find((row) => row.schedule === ''))?.line;
}

function unitsOf(fund: RuledFund, fault: string): Unit[] {
  const { cells, schemes = [], forecasts } = fund;
  const units = new Map<string, Unit>();
  const unitOf = ({ schedule, scheme = '', heading }: Pick<Forecast, 'schedule' | 'scheme' | 'heading'>): Unit => {
    const key = [schedule, scheme, scheme === '' ? heading : ''].join('/');
    const unit = units.get(key) ?? { schedule, scheme, heading, plan: 0n, actual: 0n, forecast: 0n };
    units.set(key, unit);
    return unit;
  };
  for (const scheme of schemes) unitOf(scheme).plan += scheme.pence;
  for (const schedule of partnersOf(fund)) {
    const planned = cells.filter((cell) => cell.schedule === schedule);
    const own = schemes.filter((scheme) => scheme.schedule === schedule);
    if (own.length === 0) for (const cell of planned) unitOf(cell).plan += cell.pence;
    const rest = own.length === 0 ? 0n : sumPence(planned) - sumPence(own);
    if (rest !== 0n && fault !== 'rest-forgotten') unitOf({ schedule, heading: '' }).plan += rest;
  }
  for (const row of rowsToDate(fund).spent) unitOf(row).actual += row.pence;
  const isOver = fund.asAt === 'Q4' && fault !== 'forecast-is-the-outturn';
  for (const row of isOver ? rowsToDate(fund).spent : forecasts) unitOf(row).forecast += row.pence;
  return [...units.values()];
}
