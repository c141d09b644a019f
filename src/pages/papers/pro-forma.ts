import type { InBooks } from '../../figures/books.js';
import { pounds } from '../../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Paper } from '../../statement/paper-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { appliedTotals, asAtInWords, illustrative, mustAgree } from './paper-parts.js';

const notMapped = 'Not mapped to a line';

/** The financial expenditure pro-forma (Appendix 4): plan value, year to date, outturn, line by line. */
export function proFormaPaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, proForma } = figures;
  const { fund } = statement;
  const { lines, unmapped, notMapped: rest, totals: all, isMappingIllustrative } = proForma;
  const applied = appliedTotals(figures);
  mustAgree('plan of the pro-forma', all.plan, applied.plan);
  mustAgree('year to date of the pro-forma', all.actual, applied.actual);
  mustAgree('outturn of the pro-forma', all.forecast, fund.asAt === 'Q4' ? applied.actual : applied.forecast);
  const mapped = lines.length === 0 ? 'No pro-forma.csv says which scheme belongs to which line.' : '';
  const madeUp = isMappingIllustrative
    ? 'The mapping of schemes to lines is illustrative: the paper does not print one.'
    : '';
  const rows = [
    ...lines.map((line) => lineRow(line.line, line)),
    lineRow(notMapped, rest),
    totalRow('Overall totals', all),
  ];
  return {
    title: `BCF financial expenditure pro-forma, ${asAtInWords(fund)}`,
    pages: [
      {
        title: 'Appendix 4',
        paragraphs: [
          'In pounds and pence, so that it can be added up; the form itself prints £000.',
          ...[mapped, madeUp].filter((text) => text !== ''),
        ],
        tables: [
          {
            title: `Schemes by line${illustrative(fund)}`,
            columns: columnsFor(),
            rows,
            notes: ['A line that nothing is mapped to is left blank.'],
          },
          ...(unmapped.length === 0 ? [] : [unmappedTable(proForma)]),
        ],
      },
    ],
    conclusion: conclusionOf(all, rest),
  };
}

function columnsFor() {
  return [
    wordColumn('Scheme name'),
    figureColumn('Plan value £'),
    figureColumn('Year to date expenditure £'),
    figureColumn('Forecast outturn expenditure £'),
  ];
}

function cellsOf(figures: InBooks) {
  return [money(figures.plan), money(figures.actual), money(figures.forecast)];
}

function lineRow(label: string, figures: InBooks): Row {
  return { cells: [words(label), ...cellsOf(figures)] };
}

function totalRow(label: string, figures: InBooks): Row {
  return { ...lineRow(label, figures), emphasis: 'total' };
}

function unmappedTable({ unmapped, notMapped: rest }: ReportFigures['proForma']): CellTable {
  const schedules = [...new Set(unmapped.map(({ scheduleLabel }) => scheduleLabel))];
  const rows = schedules.flatMap((schedule): Row[] => {
    const ofSchedule = unmapped.filter((unit) => unit.scheduleLabel === schedule);
    const head: Row = { cells: [words(schedule), ...cellsOf({}).map(() => words(''))], emphasis: 'head' };
    return [head, ...ofSchedule.map((unit) => ({ cells: [words(unit.label, 1), ...cellsOf(unit)] }))];
  });
  return {
    title: 'What is not mapped, by schedule',
    columns: columnsFor(),
    rows: [...rows, totalRow(notMapped, rest)],
    notes: ['Map it in pro-forma.csv: line, schedule, scheme, heading.'],
  };
}

function conclusionOf({ plan, actual, forecast }: InBooks, rest: InBooks): string {
  const spent = actual === undefined ? '' : `, ${pounds(actual)} spent to date`;
  const outturn = forecast === undefined ? '' : `, forecast outturn ${pounds(forecast)}`;
  return `Plan ${pounds(plan ?? '0.00')}${spent}${outturn}; ${pounds(rest.plan ?? '0.00')} of the plan not mapped to a line`;
}
