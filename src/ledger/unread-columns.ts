import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import { HeaderNames } from './header-names.js';
import { UnreadCells } from './unread-cells.js';

/** A column of a file that is none of ours, and that the agreement does not set aside. */
export interface UnreadColumn {
  readonly index: number;
  readonly name: string;
  /** What the agreement says for every row, in the column of ours that is called so. */
  readonly constant?: { readonly column: string; readonly text: string };
}

/** The columns of a file that nobody reads, each with the constant that the agreement declares in its place. */
export function unreadOf(
  { unread, names }: { readonly unread: readonly UnreadColumn[]; readonly names: readonly string[] },
  constants: ReadonlyMap<string, string>,
): UnreadColumn[] {
  const header = new HeaderNames(names);
  const declared = new Map(
    [...constants].flatMap(([column, text]) =>
      header.placesOf(column, false).map((index) => [index, { column, text }]),
    ),
  );
  return unread.map((column) => {
    const constant = declared.get(column.index);
    return constant === undefined ? column : { ...column, constant };
  });
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
  #watched: Seen[];
  readonly #cells: ReadonlyMap<UnreadColumn, UnreadCells>;

  constructor(columns: readonly UnreadColumn[]) {
    this.#cells = new Map(columns.map((column) => [column, new UnreadCells(column.constant?.text)]));
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
    for (const [{ index }, cells] of this.#cells) cells.take(fields[index] ?? '');
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
    this.#reportRest({ file, line }, told, report);
    return told.size > 0;
  }

  /** Names what is in the columns that are none of money: one that says otherwise than a constant by itself. */
  #reportRest(
    place: { readonly file: string; readonly line: number },
    told: ReadonlySet<number>,
    report: Report,
  ): void {
    const rest: string[] = [];
    for (const [{ index, name, constant }, cells] of this.#cells) {
      if (told.has(index)) continue;
      if (constant === undefined || cells.areNone) {
        rest.push(`“${name}” (${constant === undefined ? cells.texts : constant.text})`);
        continue;
      }
      const args = { found: name, column: constant.column, constant: constant.text, rows: cells.rows };
      report(diagnose('BCF3078', args, { place: { ...place, field: { index, name } } }));
    }
    if (rest.length === 0) return;
    report(diagnose('BCF3007', { columns: rest.join(', '), count: rest.length }, { place }));
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
