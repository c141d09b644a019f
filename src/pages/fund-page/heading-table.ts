import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { BookColumns } from '../reconciliation-tables.js';

/** Each heading: plan, to date and forecast. */
export function headingTable({ flowOfFunds }: Reconciliation, books: BookColumns): CellTable {
  const { applications, totals } = flowOfFunds;
  const row = (label: string, by: string, line: (typeof totals)['applications']): Row => ({
    cells: [
      words(label),
      words(by),
      money(line.plan),
      ...(books.hasActual ? [money(line.actual)] : []),
      ...(books.hasForecast ? [money(line.forecast)] : []),
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
    ],
    rows: [
      ...applications.map((line) => row(line.label, line.appliedByLabel, line)),
      { ...row('All', '', totals.applications), emphasis: 'total' },
    ],
    notes: [],
  };
}
