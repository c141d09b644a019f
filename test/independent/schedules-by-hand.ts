import { ByHand } from './by-hand.js';
import { carriedByHand } from './carried-by-hand.js';
import { FigureSheet, totalOf } from './figure-sheet.js';
import { headingsOf, isForecast, partnersOf, rowsToDate, sumPence } from './fund-rows.js';
import type { Cell, RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';

/** A heading of a schedule. */
interface ScheduleLine {
  readonly schedule: string;
  readonly heading: string;
  readonly figures: Readonly<Record<'plan' | 'virements' | 'actual' | 'forecast' | 'variance', bigint | undefined>>;
  /** What of it R4 leaves out, where it does. */
  readonly apart: bigint | undefined;
  /** Of a grant’s excess, met from what was brought forward for it. */
  readonly met: bigint;
  /** Of a pot whose year has ended: what was not earned, and what of the rest is not spent. */
  readonly pot: { readonly retained: bigint; readonly unspent: bigint } | undefined;
}

const outside = ['adaptations', 'performance'];

/** The schedules by heading, and all of them by heading, by locality and in total (R6); `fault`: a mistake to make. */
export function schedulesByHand(fund: RuledFund, fault = ''): Digits {
  const sheet = new FigureSheet();
  const lines = linesOf(fund, fault);
  const add = (name: string, own: readonly ScheduleLine[]) => {
    const total = (part: keyof ScheduleLine['figures']) => totalOf(own.map(({ figures }) => figures[part]));
    const figures = { plan: total('plan'), virements: total('virements'), actual: total('actual') };
    sheet.add(name, { ...figures, forecast: total('forecast'), variance: total('variance') });
    for (const heading of outside.filter((code) => own.some((line) => line.heading === code))) {
      const parts = own.filter((line) => line.heading === heading);
      const pots = parts.map(({ pot }) => pot);
      const retained = totalOf(pots.map((pot) => pot?.retained));
      sheet.add(`${name}.apart-by[heading=${heading}]`, {
        // Where the two parts are known they are shown, and not what they come to.
        ...(retained === undefined && { amount: totalOf(parts.map(({ apart }) => apart)) }),
        retained,
        ...(parts.some(({ met }) => met > 0n) && { met: parts.reduce((total, { met }) => total + met, 0n) }),
        unspent: totalOf(pots.map((pot) => pot?.unspent)),
      });
    }
  };
  for (const schedule of partnersOf(fund)) {
    const own = lines.filter((line) => line.schedule === schedule);
    for (const line of own) add(`report.schedules[schedule=${schedule}].lines[heading=${line.heading}]`, [line]);
    add(`report.schedules[schedule=${schedule}].totals`, own);
  }
  for (const code of headingsOf(fund)) {
    add(
      `report.by-heading[heading=${code}]`,
      lines.filter(({ heading }) => heading === code),
    );
  }
  const localityOf = (schedule: string) => fund.ccgs.find(({ code }) => code === schedule)?.locality ?? 'none';
  for (const locality of new Set(partnersOf(fund).map(localityOf))) {
    add(
      `report.by-locality[locality=${locality}]`,
      lines.filter(({ schedule }) => localityOf(schedule) === locality),
    );
  }
  add('report.totals', lines);
  return sheet.all;
}

function linesOf(fund: RuledFund, fault: string): ScheduleLine[] {
  const { cells, forecasts, spending } = fund;
  const { spent } = rowsToDate(fund);
  const byHand = new ByHand(fund);
  const variances = byHand.variances();
  const isYearOfPots = byHand.yearOfPots() !== undefined;
  const pots = new Map(byHand.performance().map(({ partner, totals }) => [partner, totals]));
  return partnersOf(fund).flatMap((schedule) =>
    headingsOf(fund).flatMap((heading) => {
      const isOwn = (line: Pick<Cell, 'schedule' | 'heading'>) =>
        line.schedule === schedule && line.heading === heading;
      const decided = variances.filter(isOwn);
      if (decided.length === 0 && ![...cells, ...spent, ...forecasts].some(isOwn)) return [];
      const plan = sumPence(cells.filter(isOwn));
      const isExpected = isForecast(fund, isOwn) || (fault === 'unforecast-is-nil' && forecasts.length > 0);
      const forecast = isExpected ? sumPence(forecasts.filter(isOwn)) : undefined;
      const isOutside = outside.includes(heading);
      const actual = spending.length > 0 ? sumPence(spent.filter(isOwn)) : undefined;
      const outturn = fund.asAt === 'Q4' && fault !== 'forecast-is-the-outturn' ? actual : forecast;
      const apart = outturn === undefined ? undefined : outturn - plan;
      const variance = isOutside && fault !== 'grants-are-savings' ? 0n : totalOf(decided.map((one) => one.variance));
      const figures = {
        plan,
        virements: fault === 'virements-left-out' ? 0n : totalOf(decided.map(({ virements }) => virements)),
        actual,
        forecast,
        variance: isOutside && fault === 'grants-are-savings' ? apart : variance,
      };
      const { payment = 0n, retained = 0n } = pots.get(schedule) ?? {};
      const unearned = fault === 'unspent-is-not-earned' ? plan - (actual ?? 0n) : retained;
      const pot = { retained: unearned, unspent: payment - (actual ?? 0n) };
      const isPot = heading === 'performance' && isYearOfPots;
      const met = heading === 'adaptations' ? metByHand(fund, schedule, { plan, outturn }) : 0n;
      return [{ schedule, heading, figures, apart: isOutside ? apart : undefined, met, pot: isPot ? pot : undefined }];
    }),
  );
}

/** What is spent of the grant above its plan, up to all that there is of it: agreed, and brought forward. */
function metByHand(
  fund: RuledFund,
  schedule: string,
  { plan, outturn }: { readonly plan: bigint; readonly outturn: bigint | undefined },
): bigint {
  if (outturn === undefined) return 0n;
  const agreed = sumPence(fund.cells.filter((cell) => cell.schedule === schedule && cell.source === 'dfg'));
  const available = agreed + carriedByHand(fund, 'adaptations', (row) => row.partner === schedule, '');
  const most = (outturn < available ? outturn : available) - plan;
  return most > 0n ? most : 0n;
}
