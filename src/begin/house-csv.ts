import { stringify } from 'csv-stringify/sync';
import { columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';

/** Excel takes a file for UTF-8 only behind this mark; where every character is ASCII it makes no difference. */
const byteOrderMark = '\uFEFF';

/** Rows as a CSV file that Excel opens rightly: UTF-8, commas, the header first. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = stringify([[...header], ...rows.map((row) => [...row])]);
  return /\P{ASCII}/u.test(text) ? byteOrderMark + text : text;
}

/** The header of a kind of ledger by our own names, with the unit of its money. */
export function houseHeader(kind: LedgerKind, more: readonly string[] = []): string[] {
  const { required, amount, moreAmounts = [] } = columnsOf(kind);
  const money: readonly (string | undefined)[] = [amount, ...moreAmounts];
  return [...required, ...more].map((name) => (money.includes(name) ? `${name} (pounds)` : name));
}
