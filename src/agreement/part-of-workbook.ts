import type { PartOfWorkbook } from './exports.js';
import type { PartDocument } from './schema-ledgers.js';

/** What is read of a workbook, where anything is said of it. */
export function partOf({ sheet, range }: PartDocument): { readonly part?: PartOfWorkbook } {
  if (sheet === undefined && range === undefined) return {};
  return { part: { ...(sheet !== undefined && { sheet }), ...(range !== undefined && { range }) } };
}
