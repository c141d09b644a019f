import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';

/** A column of a file that is none of ours, and that the agreement does not set aside. */
export interface UnreadColumn {
  readonly index: number;
  readonly name: string;
}

/** What a cell of signs says. */
export const signs = /^(?:[dc]r?\.?|debit|credit|[+\-–−])$/i;
/** The headers of a column of signs, whatever the words in it: SAP has H and S. */
export const signName =
  /^(?:d ?\/? ?c|dr ?\/? ?cr|debit ?\/? ?credit|s ?\/? ?h|\+ ?\/? ?[-−]|sign)(?: (?:indicator|ind|flag|key))?$/i;
/** What stands around an amount and is none of it: `GBP 300`, `100 CR`. */
const currency = /^(?:gbp|eur|usd)\s*|\s*(?:gbp|[cd]r)\.?$/gi;
const moneyLook = /[£.,()]|^-.|.-$/;
/** What a header of money says. */
export const moneyName = /£|\b(?:debit|credit|amount|vat|net|gross|balance|value|total|paid)\b/i;

interface Seen extends UnreadColumn {
  readonly signs: Set<string>;
  areAmounts: boolean;
  areSigns: boolean;
  looksLikeMoney: boolean;
  sumPence: Pence;
  count: number;
}

const longestSign = 20;

/**
 * Watches the columns that are not read: one that holds nothing but signs says which amounts are credits, and one of
 * nothing but amounts may be money of its own. A column is watched no longer when a cell of it is neither.
 */
export class UnreadColumns {
  readonly #all: readonly UnreadColumn[];
  #watched: Seen[];

  constructor(columns: readonly UnreadColumn[]) {
    this.#all = columns;
    this.#watched = columns.map((column) => ({
      ...column,
      signs: new Set(),
      areAmounts: true,
      areSigns: true,
      looksLikeMoney: moneyName.test(column.name),
      sumPence: 0n,
      count: 0,
    }));
  }

  take(fields: readonly string[]): void {
    if (this.#watched.length > 0) this.#watched = this.#watched.filter((column) => isWorthWatching(column, fields));
  }

  /** Names what was not read; whether money may have been lost by it. */
  reportAll(file: string, line: number, report: Report): boolean {
    const ofSigns = this.#watched.filter(({ areSigns, count }) => areSigns && count > 0);
    const ofAmounts = this.#watched.filter(
      ({ areAmounts, areSigns, looksLikeMoney, count }) => areAmounts && !areSigns && looksLikeMoney && count > 0,
    );
    for (const { index, name, signs: found } of ofSigns) {
      const args = { column: name, found: [...found].sort().join(' and ') };
      report(diagnose('BCF3041', args, { place: { file, line, field: { index, name } } }));
    }
    for (const { index, name, sumPence } of ofAmounts) {
      const args = { column: name, amount: inWords(sumPence) };
      report(diagnose('BCF3042', args, { place: { file, line, field: { index, name } } }));
    }
    const told = new Set([...ofSigns, ...ofAmounts].map(({ index }) => index));
    const rest = this.#all.filter(({ index }) => !told.has(index));
    if (rest.length > 0) {
      const args = { columns: rest.map(({ name }) => `“${name}”`).join(', '), count: rest.length };
      report(diagnose('BCF3007', args, { place: { file, line } }));
    }
    return told.size > 0;
  }
}

function isWorthWatching(column: Seen, fields: readonly string[]): boolean {
  const text = (fields[column.index] ?? '').trim();
  if (text === '') return true;
  if (column.areSigns) {
    column.areSigns = signs.test(text) || (signName.test(column.name.trim()) && text.length <= longestSign);
    if (column.areSigns && column.signs.size < 4) column.signs.add(text);
  }
  if (column.areAmounts) {
    const bare = text.replace(currency, '');
    const parsed = parseAmount(bare, 'pounds');
    column.areAmounts = 'pence' in parsed;
    if ('pence' in parsed) column.sumPence += parsed.pence;
    column.looksLikeMoney ||= bare !== text || moneyLook.test(text);
  }
  column.count += 1;
  return column.areSigns || column.areAmounts;
}
