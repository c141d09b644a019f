import { pounds } from '../../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Page, Paper } from '../../statement/paper-schema.js';
import type { Figures, Reconciliation } from '../../statement/reconciliation-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { againstPlan, appliedTotals, asAtInWords, illustrative, mustAgree, sumOfFigures } from './paper-parts.js';

type PartnerPart = Reconciliation['byPartner'][number];

/** The reports of all schedules, each on its own page, added into one (Appendix 5). */
export function aggregatePaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement } = figures;
  const { fund, byPartner, flowOfFunds } = statement;
  const mark = illustrative(fund);
  const pages = byPartner.map((partner): Page => {
    const table = scheduleTable(partner, mark);
    return {
      title: `${partner.label}${partner.label === partner.partner ? '' : ` (${partner.partner})`}`,
      paragraphs: [],
      tables: [table],
    };
  });
  const all = sumOfFigures(byPartner.map(({ applications }) => applications));
  const applied = appliedTotals(figures);
  mustAgree('plan of all schedules', all.plan, applied.plan);
  mustAgree('actual of all schedules', all.actual, applied.actual);
  mustAgree('forecast of all schedules', all.forecast, applied.forecast);
  const together: Page = {
    title: `All together: ${fund.name}`,
    paragraphs: ['The pages before this one, added up.'],
    tables: [
      {
        title: `By heading${mark}`,
        columns: columnsFor(''),
        rows: [
          ...flowOfFunds.applications.map((line) => row(line.label, headingOf(byPartner, line.code))),
          { ...row('Total', all), emphasis: 'total' },
        ],
        notes: [],
      },
      {
        title: `By schedule${mark}`,
        columns: columnsFor(''),
        rows: [
          ...byPartner.map(({ label, applications }) => row(label, applications)),
          { ...row('Total', all), emphasis: 'total' },
        ],
        notes: [],
      },
    ],
  };
  const spent = all.actual === undefined ? '' : `, ${pounds(all.actual)} spent to date`;
  return {
    title: `Aggregated report, ${asAtInWords(fund)}`,
    pages: [...pages, together],
    conclusion: `${byPartner.length} schedules: plan ${pounds(all.plan ?? '0.00')}${spent}, as in the flow of funds`,
  };
}

function scheduleTable({ headings, applications, contributions, retained }: PartnerPart, mark: string): CellTable {
  const notes = [
    `Contributes ${pounds(contributions.plan ?? '0.00')}${contributions.actual === undefined ? '' : `, ${pounds(contributions.actual)} received to date`}.`,
    ...(retained?.actual === undefined || retained.actual === '0.00'
      ? []
      : [`Of its performance pot ${pounds(retained.actual)} is not earned so far: retained, and never paid in.`]),
  ];
  return {
    title: `Its schedule${mark}`,
    columns: columnsFor(''),
    rows: [...headings.map((line) => row(line.label, line)), { ...row('Total', applications), emphasis: 'total' }],
    notes,
  };
}

function columnsFor(label: string) {
  return [
    wordColumn(label),
    figureColumn('Plan £'),
    figureColumn('To date £'),
    figureColumn('Forecast £'),
    figureColumn('Forecast against plan £'),
  ];
}

function row(label: string, { plan, actual, forecast }: Figures): Row {
  return {
    cells: [
      words(label),
      money(plan),
      money(actual),
      money(forecast),
      words(forecast === undefined ? '' : againstPlan(plan, forecast)),
    ],
  };
}

/** A heading over all schedules: the pages added up. */
function headingOf(partners: readonly PartnerPart[], code: string): Figures {
  return sumOfFigures(partners.flatMap(({ headings }) => headings.filter(({ heading }) => heading === code)));
}
