import { stringify } from 'csv-stringify/sync';
import type { LedgerEntry } from '../agreement/agreement.js';
import { columnsHolding, type LedgerKind } from '../agreement/ledger-kinds.js';

/** Excel takes a file for UTF-8 only behind this mark; where every character is ASCII it makes no difference. */
const byteOrderMark = '\uFEFF';

/** Rows as a CSV file that Excel opens rightly: UTF-8, commas, the header first, or on another line below blank ones. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[], headerLine = 1): string {
  const text = stringify([[...header], ...rows.map((row) => [...row])]);
  return markedText('\n'.repeat(headerLine - 1) + text);
}

/** A text as Excel opens it rightly. */
export function markedText(text: string): string {
  return /\P{ASCII}/u.test(text) ? byteOrderMark + text : text;
}

/** The header of columns as the agreement has it; where it declares no unit of their money, the header does. */
export function headerIn(kind: LedgerKind, columns: readonly string[], entry: LedgerEntry | undefined): string[] {
  const money = columnsHolding(kind, 'money');
  return columns.map((name) => {
    const source = entry?.columns.get(name);
    const header = (source?.kind === 'cell' ? source.header[0] : undefined) ?? name;
    return money.includes(name) && entry?.unit === undefined ? `${header} (pounds)` : header;
  });
}
