import { inWords } from '../../money/format-money.js';
import { absolute } from '../../money/pence.js';
import { pounds } from '../../money/pounds-text.js';
import {
  type Cell,
  type CellTable,
  figureColumn,
  money,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { Page, Paper } from '../../statement/paper-schema.js';
import type { ScheduleLine } from '../../statement/papers/schedules.js';
import type { FundStatement, Reconciliation } from '../../statement/reconciliation-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { ScheduleGroup } from '../../statement/report-figures-schema.js';
import { appliedTotals, asAtInWords, illustrative, mustAgree } from './paper-parts.js';

type PartnerPart = Reconciliation['byPartner'][number];

/** The reports of all schedules, each on its own page, added into one (Appendix 5). */
export function aggregatePaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, schedules, byHeading, byLocality, totals, scheduleLines } = figures;
  const { fund } = statement;
  const linesOf = (isMeant: (line: ScheduleLine) => boolean) => scheduleLines.filter(isMeant);
  const pages = statement.byPartner.map((partner): Page => {
    const scheduleOfPartner = schedules.find(({ code }) => code === partner.partner);
    const rows = (scheduleOfPartner?.lines ?? []).map((group) => ({
      group,
      lines: linesOf(({ schedule, heading }) => schedule === partner.partner && heading === group.code),
    }));
    return {
      title: partner.label === partner.partner ? partner.label : `${partner.label} (${partner.partner})`,
      paragraphs: [],
      tables: [
        {
          ...linesTable('Its schedule', rows, scheduleOfPartner?.totals ?? { apartBy: [] }, fund),
          notes: notesOf(partner, fund),
        },
      ],
    };
  });
  const applied = appliedTotals(figures);
  for (const book of ['plan', 'actual', 'forecast'] as const) {
    mustAgree(`${book} of all schedules`, totals[book], applied[book]);
  }
  const together = (title: string, rows: readonly Group[]) => linesTable(title, rows, totals, fund);
  const all: Page = {
    title: `All together: ${fund.name}`,
    paragraphs: [
      'The pages before this one, added up. By whose money it is; who pays or holds what is over or under (R4) is in the quarterly report.',
    ],
    tables: [
      together(
        'By heading',
        byHeading.map((group) => ({ group, lines: linesOf(({ heading }) => heading === group.code) })),
      ),
      together(
        'By schedule',
        schedules.map(({ totals: group, code }) => ({ group, lines: linesOf(({ schedule }) => schedule === code) })),
      ),
      together(
        'By locality',
        byLocality.map((group, index) => {
          const partners = statement.byLocality[index]?.partners ?? [];
          return { group, lines: linesOf(({ schedule }) => partners.includes(schedule)) };
        }),
      ),
    ],
  };
  const spent = totals.actual === undefined ? '' : `, ${pounds(totals.actual)} spent to date`;
  return {
    title: `Aggregated report, ${asAtInWords(fund)}`,
    pages: [...pages, all],
    conclusion: `${schedules.length} schedules: plan ${pounds(totals.plan ?? '0.00')}${spent}, as in the flow of funds`,
  };
}

/** Lines of schedules as one row. */
interface Group {
  readonly group: Omit<ScheduleGroup, 'code'>;
  readonly lines: readonly ScheduleLine[];
}

/** Groups of lines, each in a row, and their total; a single line whose plan is worked out is marked. */
function linesTable(
  title: string,
  groups: readonly Group[],
  totals: Omit<Group['group'], 'label'>,
  fund: FundStatement,
): CellTable {
  const all = groups.flatMap(({ lines }) => lines);
  const isVired = all.some(({ virements }) => virements?.isNil === false);
  const row = (label: string, group: typeof totals, lines: readonly ScheduleLine[]): Row => {
    const [only] = lines.length === 1 ? lines : [];
    return {
      cells: [
        words(label),
        money(group.plan),
        words(only?.provenance.plan === 'derived' ? '[d]' : ''),
        ...(isVired ? [money(group.virements)] : []),
        money(group.actual),
        money(group.forecast),
        fund.asAt === undefined ? words('') : outturn(group, fund),
      ],
    };
  };
  return {
    title: `${title}${illustrative(fund)}`,
    columns: [
      wordColumn(''),
      figureColumn('Plan £'),
      { header: '', align: 'left', name: 'plan mark' },
      ...(isVired ? [figureColumn('Virements £')] : []),
      figureColumn('To date £'),
      figureColumn('Forecast £'),
      wordColumn('Outturn against plan and virements', 60),
    ],
    rows: [
      ...groups.map(({ group, lines }) => row(group.label, group, lines)),
      { ...row('Total', totals, all), emphasis: 'total' },
    ],
    notes: [],
  };
}

/** The outturn in words, and of what figures. */
function outturn(group: Omit<Group['group'], 'label'>, fund: FundStatement): Cell {
  const apart = group.apartBy.flatMap(({ amount, met, retained, unspent }) =>
    retained ? [retained, unspent] : [amount, met],
  );
  return speaking(outturnInWords(group, fund), [group.variance, ...apart]);
}

/** As R4 has it: overspend or underspend, and apart from it what was not earned and what grants hold or are over. */
function outturnInWords({ variance, apartBy }: Omit<Group['group'], 'label'>, { asAt }: FundStatement): string {
  const unearned = asAt === 'Q4' ? 'of the pot not spent' : 'not expected to be earned';
  if (variance === undefined || apartBy.some(({ amount }) => amount === undefined)) {
    return 'not known: a forecast is missing';
  }
  const parts = variance.isNil
    ? []
    : [`${variance.amount < 0n ? 'underspend' : 'overspend'} ${inWords(absolute(variance.amount))}`];
  for (const { kind, amount, met, label, retained, unspent } of apartBy) {
    if (retained?.isNil === false) parts.push(`${inWords(retained.amount)} not earned`);
    if (unspent?.isNil === false) {
      const isOver = unspent.amount < 0n;
      parts.push(
        `${inWords(absolute(unspent.amount))} ${isOver ? 'spent above what was earned' : 'earned and not spent'}`,
      );
    }
    if (amount === undefined || amount.isNil || retained !== undefined) continue;
    const size = inWords(absolute(amount.amount));
    const isLess = amount.amount < 0n;
    if (kind === 'performance') parts.push(`${size} ${isLess ? unearned : 'above the pot'}`);
    else parts.push((isLess ? `${size} held for ${label}` : `${size} more than the year’s ${label}`) + metInWords(met));
  }
  return parts.length === 0 ? 'on plan' : parts.join('; ');
}

function metInWords(met: { readonly amount: bigint } | undefined): string {
  return met === undefined ? '' : `, ${inWords(met.amount)} met from what was brought forward`;
}

function notesOf({ contributions, retained }: PartnerPart, { asAt }: FundStatement): string[] {
  const received = contributions.actual === undefined ? '' : `, ${pounds(contributions.actual)} received to date`;
  const notEarned = retained?.actual;
  const outlook = asAt === 'Q4' ? 'retained, and never due' : 'so far; later quarters may still earn it';
  return [
    `Contributes ${pounds(contributions.plan ?? '0.00')}${received}.`,
    ...(notEarned === undefined || notEarned.isNil
      ? []
      : [`Of its performance pot ${pounds(notEarned)} is not earned: ${outlook}.`]),
  ];
}
