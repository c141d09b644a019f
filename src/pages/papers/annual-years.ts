import { add } from '../../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  type Row,
  type Shown,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { AnnualFigures, QuarterAmounts, QuarterLine } from '../../statement/report-figures-schema.js';
import { illustrative, quarterCells, quarterColumns } from './paper-parts.js';

/** Lines by quarter of a memorandum account, with their total. */
interface Lines {
  readonly lines: readonly QuarterLine[];
  readonly total: QuarterAmounts;
}

/** The column of the year before, where that is shown: what `amount` says of it. */
export function yearBefore({ lastYear }: ReportFigures) {
  return {
    columns: lastYear === undefined ? [] : [figureColumn(`${lastYear.year} £`)],
    cells: (amount: (of: AnnualFigures) => Shown) => (lastYear === undefined ? [] : [money(amount(lastYear))]),
  };
}

/** Of the year before, what several have together for whom one body stands now; of one, its own amount. */
export function together<T>(lines: readonly T[], amountOf: (line: T) => Shown): Shown {
  const known = lines.map(amountOf).filter((amount) => amount !== undefined);
  return known.length < 2 ? known[0] : add(...known);
}

/** Lines by quarter, with their total; beside them the year before, with what only that had. */
export function quartersTable(figures: ReportFigures, title: string, of: (account: AnnualFigures) => Lines): CellTable {
  const { statement, lastYear } = figures;
  const { lines, total } = of(figures);
  const before = yearBefore(figures);
  const codes = new Set(lines.flatMap(({ code }) => figures.formerCodes(code)));
  const gone = (lastYear === undefined ? [] : of(lastYear).lines).filter(
    ({ code, toDate }) => !codes.has(code) && toDate?.isNil === false,
  );
  const blank: QuarterAmounts = { quarters: total.quarters.map(({ quarter }) => ({ quarter })) };
  const rows = [...lines, ...gone.map(({ code, label }) => ({ code, label, ...blank }))].map(
    ({ code, label, ...amounts }): Row => ({
      cells: [
        words(label),
        ...quarterCells(amounts),
        ...before.cells((account) => {
          const former = figures.formerCodes(code);
          return together(
            of(account).lines.filter((line) => former.includes(line.code)),
            ({ toDate }) => toDate,
          );
        }),
      ],
    }),
  );
  const totals = [words('Total'), ...quarterCells(total), ...before.cells((account) => of(account).total.toDate)];
  return {
    title,
    columns: [
      // With six columns of money there is less room for words.
      lastYear === undefined ? wordColumn('') : wordColumn('', 28),
      ...quarterColumns(statement.fund, illustrative(statement.fund)),
      ...before.columns,
    ],
    rows: [...rows, { cells: totals, emphasis: 'total' }],
    notes: [],
  };
}
