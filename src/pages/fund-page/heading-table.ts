import type { Money } from '../../figures/books.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Headlines } from '../../statement/headlines.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { BookColumns } from '../reconciliation-tables.js';

/** Each heading: plan, to date and forecast, and its over- or underspend. */
export function headingTable(
  { flowOfFunds, varianceTotals }: Reconciliation,
  { byHeading }: Headlines,
  books: BookColumns,
): CellTable {
  const { applications, totals } = flowOfFunds;
  const lines = [...byHeading, ...varianceTotals.outside];
  const varianceOf = (code: string) => lines.find(({ heading }) => heading === code)?.variance;
  const isKnown = varianceTotals.withOutside.variance !== undefined;
  const row = (label: string, by: string, line: (typeof totals)['applications'], variance: Money | undefined): Row => ({
    cells: [
      words(label),
      words(by),
      money(line.plan),
      ...(books.hasActual ? [money(line.actual)] : []),
      ...(books.hasForecast ? [money(line.forecast)] : []),
      ...(isKnown ? [money(variance)] : []),
    ],
  });
  return {
    title: 'By heading',
    columns: [
      wordColumn('', undefined, 'Heading'),
      wordColumn('Applied by'),
      figureColumn('Plan £'),
      ...(books.hasActual ? [figureColumn(books.actual)] : []),
      ...(books.hasForecast ? [figureColumn(books.forecast)] : []),
      ...(isKnown ? [figureColumn('Variance £')] : []),
    ],
    rows: [
      ...applications.map((line) => row(line.label, line.appliedByLabel, line, varianceOf(line.code))),
      { ...row('All', '', totals.applications, varianceTotals.withOutside.variance), emphasis: 'total' },
    ],
    notes: [],
  };
}
