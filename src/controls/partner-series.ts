import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { PublishedTable, TableRow } from '../ledger/published-table.js';
import { rowIn } from '../ledger/row-types.js';
import { plus, whole } from '../money/fraction.js';
import { placesOfMoney } from '../money/places.js';
import type { FigureUnit, Making } from './figure.js';
import { type FigureTerm, parseFigure } from './parse-figure.js';
import { digitsOf } from './quantity.js';
import type { FigureSources } from './read-figure.js';
import { columnsOf, numbersIn, rowsOf, type TableCell, unitOf } from './table-figures.js';

/** A number for each of some partners: weights to share by, or a published split. */
export interface PartnerSeries {
  readonly unit: FigureUnit;
  /** With how many decimals its numbers are stated, and two at least. */
  readonly places: number;
  /** By the partner’s code, in the agreement’s order: whole numbers of what the last decimal counts, so money in pence. */
  readonly amounts: ReadonlyMap<string, bigint>;
  /** What each of them is made of: lines of the agreement, or cells of the table. */
  readonly makings: ReadonlyMap<string, readonly Making[]>;
}

/** What partners have agreed to pay in is the one series that needs no table. */
export const contributions = 'contributions';

/**
 * A series that a text names: `contributions`, or a published table that declares what it calls each partner. Where
 * those are column headers, the rows that are picked are read across: `appendix-3[line=Carers]`; where they stand in
 * a column, another column is read down: `apportionment[share_percent]`. What cannot be read is reported.
 */
export function partnerSeries(
  text: string,
  sources: FigureSources,
  place: Place | undefined,
  report: Report,
): PartnerSeries | undefined {
  const { agreement } = sources.books;
  if (text === contributions) {
    const makings = new Map<string, readonly Making[]>();
    for (const { partner, source, amountPence, place } of agreement.contributions) {
      const what = `contribution, ${agreement.sources.get(source)?.name ?? source}`;
      const line = { amount: whole(amountPence), what, at: { file: place.file, line: place.line ?? 1 } };
      makings.set(partner, [...(makings.get(partner) ?? []), line]);
    }
    return { unit: 'money', places: placesOfMoney, amounts: addedUp(makings, placesOfMoney), makings };
  }
  const term = onlyTerm(text, place, report);
  const table = term && tableOf(term, sources, place, report);
  if (term === undefined || table === undefined) return undefined;
  const rows = rowsOf(table, term.filters, place, report);
  if (rows === undefined) return undefined;
  const makings = new Map<string, readonly Making[]>();
  let places = placesOfMoney;
  for (const partner of agreement.partners.keys()) {
    const label = table.partners.get(partner);
    if (label === undefined) continue;
    const cells = cellsFor(label, { table, rows, columns: term.columns }, place, report);
    if (cells === undefined) return undefined;
    places = Math.max(places, ...cells.map((cell) => cell.places));
    makings.set(
      partner,
      cells.map(({ amount, line, column }) => ({ amount, what: column, at: rowIn(table, line) })),
    );
  }
  return { unit: unitOf(table), places, amounts: addedUp(makings, places), makings };
}

function addedUp(makings: ReadonlyMap<string, readonly Making[]>, places: number): Map<string, bigint> {
  return new Map(
    [...makings].map(([partner, parts]) => {
      const amount = parts.reduce((total, part) => plus(total, part.amount), whole(0n));
      return [partner, digitsOf(amount, places)];
    }),
  );
}

function onlyTerm(text: string, place: Place | undefined, report: Report): FigureTerm | undefined {
  const parsed = parseFigure(text);
  const [term, ...more] = 'terms' in parsed ? parsed.terms : [];
  const isPlain = term !== undefined && !term.isNegative && term.factors.length === 0 && term.of === undefined;
  if (isPlain && more.length === 0) return term;
  const problem = 'problem' in parsed ? parsed.problem : 'it is a sum, and a number for each partner is asked for';
  report(diagnose('BCF3504', { found: text, problem }, { place }));
  return undefined;
}

function tableOf(
  { name }: FigureTerm,
  { tables }: FigureSources,
  place: Place | undefined,
  report: Report,
): PublishedTable | undefined {
  const table = tables.get(name);
  if (table === undefined) {
    const known = [contributions, ...tables.keys()];
    const args = { what: 'table or series', found: name, meant: near(name, known), allowed: known.join(', ') };
    report(diagnose('BCF3505', args, { place }));
    return undefined;
  }
  if (table.partners.size > 0) return table;
  report(diagnose('BCF3509', { table: name }, { place }));
  return undefined;
}

/** A part of a table: its rows, and its columns where they are named. */
interface TermOfTable extends Pick<FigureTerm, 'columns'> {
  readonly table: PublishedTable;
  readonly rows: readonly TableRow[];
}

/** The numbers of one partner: across the rows in its own column, or down a column in its own row. */
function cellsFor(
  label: string,
  { table, rows, columns }: TermOfTable,
  place: Place | undefined,
  report: Report,
): readonly TableCell[] | undefined {
  const own = table.columns.findIndex((name) => isSame(name, label));
  const isAcross = own >= 0 && columns === undefined;
  const where = isAcross ? rows : rows.filter(({ cells }) => cells.some((cell) => isSame(cell, label)));
  const indexes = isAcross
    ? [own]
    : columns === undefined
      ? numericColumns(table)
      : columnsOf(table, columns, place, report);
  if (indexes === undefined) return undefined;
  if (indexes.length !== 1) {
    const problem = `say which column of ${table.code} has the numbers: ${table.code}[${table.columns.at(-1) ?? 'column'}]`;
    report(diagnose('BCF3504', { found: table.code, problem }, { place }));
    return undefined;
  }
  const numbers = numbersIn(table, where, indexes, report);
  if (numbers === undefined) return undefined;
  if (numbers.length > 0) return numbers;
  const args = { what: `number in ${table.code} for`, found: label, meant: '', allowed: table.columns.join('; ') };
  report(diagnose('BCF3505', args, { place }));
  return undefined;
}

/** The columns that hold numbers and nothing else. */
function numericColumns(table: PublishedTable): number[] {
  return table.columns.flatMap((_, index) => {
    const cells = table.rows.map(({ cells: row }) => row[index] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => /^[£(\d.,)%-]+$/.test(cell)) ? [index] : [];
  });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
