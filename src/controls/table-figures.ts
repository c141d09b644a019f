import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { PublishedTable, TableRow } from '../ledger/published-table.js';
import { asFraction, parseDecimal, placesFor } from '../money/decimal.js';
import { type Fraction, whole } from '../money/fraction.js';
import { parseAmount } from '../money/parse-amount.js';
import { placesOfMoney } from '../money/places.js';
import type { FigureUnit } from './figure.js';
import { type Columns, type Filter, fits } from './parse-figure.js';

/** A number that stands in a published table. */
export interface TableCell {
  /** In hundredths, and with how many decimals it is stated. */
  readonly amount: Fraction;
  readonly places: number;
  readonly line: number;
  /** What the row is called, and the column. */
  readonly column: string;
}

/** What the figures of a table are in. */
export function unitOf({ unit }: PublishedTable): FigureUnit {
  return unit === 'percent' || unit === 'number' ? unit : 'money';
}

/** The rows that filters pick, all where there are none. Columns that are not there, and no row at all, are reported. */
export function rowsOf(
  table: PublishedTable,
  filters: readonly Filter[],
  place: Place | undefined,
  report: Report,
): readonly TableRow[] | undefined {
  let rows = table.rows;
  for (const filter of filters) {
    const index = columnOf(table, filter.key, place, report);
    if (index === undefined) return undefined;
    const before = rows;
    rows = rows.filter(({ cells }) => fits(filter, cells[index] ?? ''));
    // An exclusion that excludes nothing is a misspelling too.
    if (filter.isExcluded ? rows.length < before.length && rows.length > 0 : rows.length > 0) continue;
    const there = [...new Set(before.map(({ cells }) => cells[index] ?? ''))].filter((cell) => cell !== '');
    const args = { what: `row of ${table.code} with ${filter.key}`, found: filter.value };
    report(diagnose('BCF3505', { ...args, meant: near(filter.value, there), allowed: listed(there) }, { place }));
    return undefined;
  }
  return rows;
}

/** Where the columns stand that are named, from the first to the last. */
export function columnsOf(
  table: PublishedTable,
  { first, last }: Columns,
  place: Place | undefined,
  report: Report,
): readonly number[] | undefined {
  const from = columnOf(table, first, place, report);
  const to = first === last ? from : columnOf(table, last, place, report);
  if (from === undefined || to === undefined) return undefined;
  if (to < from) {
    const args = { what: `column of ${table.code} from ${first} on`, found: last, meant: '' };
    report(diagnose('BCF3505', { ...args, allowed: listed(table.columns.slice(from)) }, { place }));
    return undefined;
  }
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The numbers in some cells of a table; blank cells have none. What is no number is reported where it stands. */
export function numbersIn(
  table: PublishedTable,
  rows: readonly TableRow[],
  columns: readonly number[],
  report: Report,
): readonly TableCell[] | undefined {
  const numbers: TableCell[] = [];
  let isRead = true;
  for (const { line, cells } of rows) {
    for (const index of columns) {
      const text = cells[index] ?? '';
      if (text === '') continue;
      const number = numberIn(table, text);
      const column = `${cells.find((cell) => cell !== '') ?? ''}, ${table.columns[index] ?? ''}`;
      if (number !== undefined) numbers.push({ ...number, line, column });
      else {
        isRead = false;
        const name = table.columns[index] ?? '';
        const place = { file: table.file, line, field: { index, name } };
        report(diagnose('BCF3508', { found: text, unit: table.unit }, { place }));
      }
    }
  }
  return isRead ? numbers : undefined;
}

function numberIn({ unit }: PublishedTable, text: string): Pick<TableCell, 'amount' | 'places'> | undefined {
  if (unit !== 'percent' && unit !== 'number') {
    const parsed = parseAmount(text, unit);
    return 'pence' in parsed ? { amount: whole(parsed.pence), places: placesOfMoney } : undefined;
  }
  const parsed = parseDecimal(text.replace(/\s*%$/, ''));
  if ('fault' in parsed) return undefined;
  return { amount: asFraction(parsed.number.times(100)), places: placesFor([parsed.number]) };
}

function columnOf(table: PublishedTable, found: string, place: Place | undefined, report: Report): number | undefined {
  const index = table.columns.findIndex((name) => name.toLowerCase() === found.toLowerCase());
  if (index >= 0) return index;
  const args = { what: `column of ${table.code}`, found, meant: near(found, table.columns) };
  report(diagnose('BCF3505', { ...args, allowed: listed(table.columns) }, { place }));
  return undefined;
}

/** A list of what there is, not longer than a help line bears. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join('; ');
  return names.length > 12 ? `${shown}; …` : shown;
}
