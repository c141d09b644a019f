import { stringify } from 'csv-stringify/sync';
import type { Cell, CellTable } from '../statement/cell-table.js';
import { harmless } from './harmless.js';

/** What a table is beside others in one file: the page that it stands on. */
interface PlacedTable extends CellTable {
  readonly page?: string;
}

/**
 * Tables as one CSV: a row a line, the columns of all of them side by side by their headers, and what kind of line it
 * is, so that totals can be left out. Money is plain pounds and pence; what is not known is blank.
 */
export function tableCsv(tables: readonly PlacedTable[]): string {
  const headers = [...new Set(tables.flatMap(headersOf))];
  const hasPages = tables.some(({ page }) => page !== undefined);
  const rows = tables.flatMap((table) => {
    const own = headersOf(table);
    return table.rows.map(({ cells, emphasis }) => {
      const byHeader = new Map(own.map((header, index) => [header, cells[index]]));
      return [
        ...(hasPages ? [harmless('', table.page ?? '')] : []),
        harmless('', table.title),
        emphasis ?? 'line',
        ...headers.map((header) => cellOf(byHeader.get(header))),
      ];
    });
  });
  return stringify(rows, {
    header: true,
    columns: [...(hasPages ? ['page'] : []), 'table', 'kind', ...headers.map((header) => harmless('', header))],
    record_delimiter: 'windows',
  });
}

/** The first column without a header or a name holds the labels of its lines. */
function headersOf({ columns }: CellTable): string[] {
  let unnamed = 0;
  return columns.map(({ header, name = header }) => {
    if (name !== '') return name;
    unnamed += 1;
    return unnamed === 1 ? 'line' : `note ${unnamed - 1}`;
  });
}

function cellOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (cell.kind === 'money') return cell.pounds ?? '';
  return cell.kind === 'percent' ? (cell.percent ?? '') : harmless('', cell.text);
}
