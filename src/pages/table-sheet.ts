import type { Cell, CellTable } from '../statement/cell-table.js';
import type { Exact, Sheet } from './sheet.js';

/** What a table is beside others in one file: the page that it stands on. */
interface PlacedTable extends CellTable {
  readonly page?: string;
}

/**
 * Tables as one sheet: a row a line, the columns of all of them side by side by their headers, and what kind of line it
 * is, so that totals can be left out. Money is plain pounds and pence; what is not known is blank.
 */
export function tableSheet(tables: readonly PlacedTable[]): Sheet {
  const headers = [...new Set(tables.flatMap(headersOf))];
  const hasPages = tables.some(({ page }) => page !== undefined);
  const rows = tables.flatMap((table) => {
    const own = headersOf(table);
    return table.rows.map(({ cells, emphasis }) => {
      const byHeader = new Map(own.map((header, index) => [header, cells[index]]));
      return [
        ...(hasPages ? [table.page] : []),
        table.title,
        emphasis ?? 'line',
        ...headers.map((header) => shownIn(byHeader.get(header))),
      ];
    });
  });
  return { columns: [...(hasPages ? ['page'] : []), 'table', 'kind', ...headers], rows };
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

function shownIn(cell: Cell | undefined): string | Exact | undefined {
  if (cell === undefined) return undefined;
  if (cell.kind === 'text') return (cell.figure === undefined ? undefined : numberIn(cell.text)) ?? cell.text;
  const exact = cell.kind === 'money' ? cell.pounds : cell.percent;
  return exact === undefined ? undefined : { exact };
}

/** A number as tables print it, `1,234.5` or `(4.00)`, as a number; undefined of words. */
function numberIn(text: string): Exact | undefined {
  const [, bracketed, plain = bracketed] = /^(?:\(([\d,]+(?:\.\d+)?)\)|(-?[\d,]+(?:\.\d+)?))$/.exec(text) ?? [];
  if (plain === undefined) return undefined;
  return { exact: `${bracketed === undefined ? '' : '-'}${plain.replaceAll(',', '')}` };
}
