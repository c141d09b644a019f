import type { Header } from '../ledger/header.js';
import { isIdle } from '../ledger/idle-lines.js';
import { isLeftOut } from '../ledger/left-out.js';
import { fieldsOf } from '../ledger/raw-rows.js';
import { saidRow } from '../ledger/said-row.js';
import { isTotalRow, ownColumns } from '../ledger/total-row.js';
import { amountsIn, type Layout, type RowsUnder } from './layout.js';

const separator = ',';

/**
 * The rows of a described export as what they say: that is what a close closes, so that the map and the entry that read
 * them are closed with them (R7).
 */
export function asSaid(header: Header, separatorOfFile: string): RowsUnder {
  const { kind, columns, places, said = [], amounts, unit } = header;
  const own = ownColumns(kind, places);
  const isNoRow = (fields: readonly string[]) =>
    fields.every((field) => field.trim() === '') ||
    isTotalRow(fields, { amounts, own }) ||
    isIdle(fields, amounts) ||
    isLeftOut(fields, header);
  return {
    layout: { kind, columns, amounts: amountsIn(kind, columns), separator, unit },
    asSaid: (text) => {
      const fields = fieldsOf(text, separatorOfFile);
      return isNoRow(fields) ? undefined : csvLine(saidRow(said, fields).texts);
    },
  };
}

/** The header of rows that are what they say: our columns, in their order. */
export function headerSaid({ columns }: Layout): string {
  return csvLine([...columns.keys()]);
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator);
}
