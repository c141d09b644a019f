import { stringify } from 'csv-stringify/sync';
import type { Sheet } from '../pages/sheet.js';
import { harmless } from './harmless.js';

/** A sheet as CSV: numbers exact and without separators; words that a spreadsheet would take for a formula harmless. */
export function sheetCsv({ columns, rows }: Sheet): string {
  const texts = rows.map((row) => row.map((value = '') => (typeof value === 'string' ? harmless(value) : value.exact)));
  return stringify(texts, { header: true, columns: columns.map(harmless), record_delimiter: 'windows' });
}
