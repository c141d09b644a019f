import { addKnown, pounds, unsigned } from '../../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Page, Paper } from '../../statement/paper-schema.js';
import type { FundStatement, Reconciliation } from '../../statement/reconciliation-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { ScheduleLine } from '../../statement/schedule-lines.js';
import { appliedTotals, asAtInWords, illustrative, mustAgree, sumOfFigures } from './paper-parts.js';

type PartnerPart = Reconciliation['byPartner'][number];

/** The reports of all schedules, each on its own page, added into one (Appendix 5). */
export function aggregatePaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, scheduleLines } = figures;
  const { fund, byPartner, byLocality, flowOfFunds } = statement;
  const table = (
    title: string,
    groups: readonly (readonly [string, readonly ScheduleLine[]])[],
    notes: string[] = [],
  ) => linesTable(`${title}${illustrative(fund)}`, groups, fund, notes);
  const pages = byPartner.map((partner): Page => {
    const own = scheduleLines.filter(({ schedule }) => schedule === partner.partner);
    const groups = own.map((line): [string, ScheduleLine[]] => [line.label, [line]]);
    return {
      title: partner.label === partner.partner ? partner.label : `${partner.label} (${partner.partner})`,
      paragraphs: [],
      tables: [table('Its schedule', groups, notesOf(partner, fund))],
    };
  });
  const all = sumOfFigures(scheduleLines);
  const applied = appliedTotals(figures);
  for (const book of ['plan', 'actual', 'forecast'] as const) {
    mustAgree(`${book} of all schedules`, all[book], applied[book]);
  }
  const of = (isMeant: (line: ScheduleLine) => boolean) => scheduleLines.filter(isMeant);
  const together: Page = {
    title: `All together: ${fund.name}`,
    paragraphs: [
      'The pages before this one, added up. By whose money it is; who pays or holds what is over or under (R4) is in the quarterly report.',
    ],
    tables: [
      table(
        'By heading',
        flowOfFunds.applications.map(({ code, label }) => [label, of(({ heading }) => heading === code)]),
      ),
      table(
        'By schedule',
        byPartner.map(({ label, partner }) => [label, of(({ schedule }) => schedule === partner)]),
      ),
      table(
        'By locality',
        byLocality.map(({ label, partners }) => [label, of(({ schedule }) => partners.includes(schedule))]),
      ),
    ],
  };
  const spent = all.actual === undefined ? '' : `, ${pounds(all.actual)} spent to date`;
  return {
    title: `Aggregated report, ${asAtInWords(fund)}`,
    pages: [...pages, together],
    conclusion: `${byPartner.length} schedules: plan ${pounds(all.plan ?? '0.00')}${spent}, as in the flow of funds`,
  };
}

/** Groups of lines, each in a row, and their total; a single line whose plan is worked out is marked. */
function linesTable(
  title: string,
  groups: readonly (readonly [string, readonly ScheduleLine[]])[],
  { asAt }: FundStatement,
  notes: readonly string[],
): CellTable {
  const all = groups.flatMap(([, lines]) => lines);
  const isVired = all.some(({ virements }) => virements !== '0.00');
  const row = (label: string, lines: readonly ScheduleLine[]): Row => {
    const { plan, actual, forecast } = sumOfFigures(lines);
    const [only] = lines.length === 1 ? lines : [];
    return {
      cells: [
        words(label),
        money(plan),
        words(only?.provenance.plan === 'derived' ? '[d]' : ''),
        ...(isVired ? [money(addKnown(lines.map(({ virements }) => virements)))] : []),
        money(actual),
        money(forecast),
        words(asAt === undefined ? '' : outturnInWords(lines)),
      ],
    };
  };
  return {
    title,
    columns: [
      wordColumn(''),
      figureColumn('Plan £'),
      { header: '', align: 'left', name: 'plan mark' },
      ...(isVired ? [figureColumn('Virements £')] : []),
      figureColumn('To date £'),
      figureColumn('Forecast £'),
      wordColumn('Outturn against plan and virements', 60),
    ],
    rows: [...groups.map(([label, lines]) => row(label, lines)), { ...row('Total', all), emphasis: 'total' }],
    notes: [...notes],
  };
}

/** As R4 has it: overspend or underspend, and apart from it what was not earned and what grants hold or are over. */
function outturnInWords(lines: readonly ScheduleLine[]): string {
  const variance = addKnown(lines.map((line) => line.variance));
  const known = lines.every(({ apart }) => apart !== undefined);
  if (variance === undefined || !known) return 'not known: a forecast is missing';
  const parts =
    variance === '0.00'
      ? []
      : [`${variance.startsWith('-') ? 'underspend' : 'overspend'} ${pounds(unsigned(variance))}`];
  for (const { kind, apart = '0.00', label } of summedByHeading(lines)) {
    const size = pounds(unsigned(apart));
    if (apart === '0.00') continue;
    if (kind === 'performance')
      parts.push(`${size} ${apart.startsWith('-') ? 'not expected to be earned' : 'above the pot'}`);
    else parts.push(apart.startsWith('-') ? `${size} held for ${label}` : `${size} more than the year’s ${label}`);
  }
  return parts.length === 0 ? 'on plan' : parts.join('; ');
}

/** What is apart, heading by heading: one grant’s excess is not another’s saving. */
function summedByHeading(lines: readonly ScheduleLine[]): Pick<ScheduleLine, 'kind' | 'apart' | 'label'>[] {
  return [...new Set(lines.map(({ heading }) => heading))].map((heading) => {
    const own = lines.filter((line) => line.heading === heading);
    return { kind: own[0]?.kind, label: own[0]?.label ?? heading, apart: addKnown(own.map(({ apart }) => apart)) };
  });
}

function notesOf({ contributions, retained }: PartnerPart, { asAt }: FundStatement): string[] {
  const received = contributions.actual === undefined ? '' : `, ${pounds(contributions.actual)} received to date`;
  const notEarned = retained?.actual ?? '0.00';
  const outlook = asAt === 'Q4' ? 'retained, and never paid in' : 'so far; later quarters may still earn it';
  return [
    `Contributes ${pounds(contributions.plan ?? '0.00')}${received}.`,
    ...(notEarned === '0.00' ? [] : [`Of its performance pot ${pounds(notEarned)} is not earned: ${outlook}.`]),
  ];
}
