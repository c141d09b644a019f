import { pounds, totalOf } from '../../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { Paper } from '../../statement/paper-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { ReturnLine } from '../../statement/report-figures-schema.js';
import { asAtInWords, illustrative, mustAgree } from './paper-parts.js';

const bases: Readonly<Record<ReturnLine['basis'], string>> = { plan: 'Plan', forecast: 'Forecast', actual: 'Actual' };
const sides: Readonly<Record<ReturnLine['side'], string>> = { income: 'Income', expenditure: 'Expenditure' };

/** The income and expenditure block of the national quarterly return. */
export function returnPaper({ statement, returnLines }: ReportFigures): Omit<Paper, 'name'> {
  const { fund, flowOfFunds } = statement;
  for (const { side, basis, quarters, annual } of returnLines) {
    const totals = side === 'income' ? flowOfFunds.totals.sources : flowOfFunds.totals.applications;
    mustAgree(`${basis} ${side}`, annual, totals[basis === 'forecast' && fund.asAt === 'Q4' ? 'actual' : basis]);
    // Of the actuals, a quarter still to come has nothing yet.
    const known = basis === 'actual' ? quarters.filter(({ amount }) => amount !== undefined) : quarters;
    const added = totalOf(known.map(({ amount }) => amount));
    if (annual !== undefined && added !== undefined) mustAgree(`${basis} ${side} by quarter`, added, annual);
  }
  const commented = returnLines.filter(({ comment }) => comment !== '');
  return {
    title: `National quarterly return: income and expenditure, ${asAtInWords(fund)}`,
    pages: [
      {
        title: 'Against the pooled fund',
        paragraphs: [
          `By quarter the plan follows the instalments in which contributions fall due, and performance money its planned release. ${forecastInWords(fund.asAt === 'Q4')}`,
        ],
        tables: [blockTable(returnLines, illustrative(fund)), commentTable(commented), ...belowNilTable(returnLines)],
      },
    ],
    conclusion: conclusionOf(returnLines),
  };
}

function forecastInWords(isOver: boolean): string {
  return isOver
    ? 'In Q4 the forecast is what has happened, as the actual.'
    : 'A forecast is what has happened and, for the quarters to come, the rest of the outturn by the same instalments; what is overdue is expected in the next quarter.';
}

function conclusionOf(lines: readonly ReturnLine[]): string {
  const pooled = lines[0]?.pooled ?? '0.00';
  const differing = lines.filter(({ difference }) => difference?.isNil === false).length;
  const unknown = lines.filter(({ annual }) => annual === undefined).length;
  const also = unknown === 0 ? '' : `; ${unknown} not known`;
  return `Pooled fund ${pounds(pooled)}; ${differing} of ${lines.length} annual totals differ from it, each with its comment${also}`;
}

function blockTable(lines: readonly ReturnLine[], mark: string): CellTable {
  const rows = (['income', 'expenditure'] as const).flatMap((side): Row[] => [
    { cells: [words(sides[side]), ...Array.from({ length: 7 }, () => words(''))], emphasis: 'head' },
    ...lines
      .filter((line) => line.side === side)
      .map(
        (line): Row => ({
          cells: [
            words(bases[line.basis], 1),
            ...line.quarters.map((quarter) => money(quarter.amount)),
            money(line.annual),
            money(line.pooled),
            money(line.difference),
          ],
        }),
      ),
  ]);
  return {
    title: `Plan, forecast and actual by quarter${mark}`,
    columns: [
      wordColumn(''),
      ...['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => figureColumn(`${quarter} £`)),
      figureColumn('Annual total £'),
      figureColumn('Pooled fund £'),
      figureColumn('Difference £'),
    ],
    rows,
    notes: ['Difference: annual total less pooled fund. Blank is not known yet, and not nil.'],
  };
}

/** What the rows of quarters that are below nil say of it, of forecast and actual once; no table where none is. */
function belowNilTable(lines: readonly ReturnLine[]): CellTable[] {
  const actual = lines.filter(({ basis }) => basis === 'actual');
  const rows = actual.flatMap(({ side, basis, quarters }) =>
    quarters.flatMap(({ quarter, amount, words: said }): Row[] =>
      said === undefined
        ? []
        : [
            {
              cells: [words(`${sides[side]}, ${bases[basis].toLowerCase()}, ${quarter}`), money(amount), words(said)],
            },
          ],
    ),
  );
  if (rows.length === 0) return [];
  return [
    {
      title: 'Comments, where a quarter is below nil',
      columns: [wordColumn(''), figureColumn('Amount £'), wordColumn('Comment', 110)],
      rows,
      notes: [],
    },
  ];
}

function commentTable(lines: readonly ReturnLine[]): CellTable {
  return {
    title: 'Comments, where an annual total differs from the pooled fund',
    columns: [wordColumn(''), wordColumn('Comment', 110)],
    rows: lines.map((line) => ({
      cells: [
        words(`${sides[line.side]}, ${bases[line.basis].toLowerCase()}`),
        speaking(line.comment, [line.difference, ...line.parts.map(({ amount }) => amount)]),
      ],
    })),
    notes: [],
  };
}
