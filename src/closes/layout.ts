import type { Agreement } from '../agreement/agreement.js';
import type { FinancialYear } from '../agreement/financial-year.js';
import { factsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { type MeasuredQuarter, measuredQuarters } from '../agreement/measured-quarters.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { Encoding } from '../ledger/encoding.js';
import { separatorOf } from '../ledger/field-span.js';
import type { Unit } from '../money/unit.js';

/** What a file’s cells mean: where its columns stand, how its fields are separated, and the unit of its amounts. */
export interface Layout {
  readonly kind: LedgerKind;
  readonly columns: ReadonlyMap<string, number>;
  /** Where the amount stands of which there may be a total. */
  readonly amounts: readonly number[];
  readonly separator: string;
  readonly unit: Unit;
}

/** How the rows under a header are read. */
export interface RowsUnder {
  readonly layout: Layout;
  /** Where the rows of a described export are meant, what one says in our columns; undefined where it is no row. */
  readonly asSaid?: (text: string) => string | undefined;
}

/** How a file is written, beside its rows. */
export interface Form {
  readonly encoding: Encoding;
  readonly hasMark: boolean;
  /** The end of its first line; '' where it has none. */
  readonly lineEnd: string;
}

/** What tells in which quarter a row falls. */
export interface Calendar {
  readonly year: FinancialYear;
  readonly measured: readonly MeasuredQuarter[];
}

/** The quarters of a year, as its agreement has them; without one, as most have. */
export function calendarOf(year: FinancialYear, agreement: Agreement | undefined): Calendar {
  return { year, measured: measuredQuarters(agreement?.performanceRule, year) };
}

/** The layout of a file as it was when it was closed. */
export function layoutAsClosed({
  kind,
  header,
  columns,
  unit,
}: {
  readonly kind: LedgerKind;
  readonly header: string;
  readonly columns: readonly (readonly [string, number])[];
  readonly unit: Unit;
}): Layout {
  const places = new Map(columns);
  return { kind, columns: places, amounts: amountsIn(kind, places), separator: separatorOf(header), unit };
}

/** Where the amount of a kind of ledger stands, if it has one of which there are totals. */
export function amountsIn(kind: LedgerKind, columns: ReadonlyMap<string, number>): readonly number[] {
  const { totals } = factsOf(kind);
  const index = totals && columns.get(totals.of);
  return index === undefined ? [] : [index];
}

/** Whether two layouts read the same text as the same row. */
export function isSameLayout(one: Layout, other: Layout): boolean {
  return (
    one === other ||
    (one.kind === other.kind &&
      one.separator === other.separator &&
      one.unit === other.unit &&
      one.columns.size === other.columns.size &&
      [...one.columns].every(([column, index]) => other.columns.get(column) === index))
  );
}

/** A cell as the ledgers read it. */
export function cellOf(fields: readonly string[], column: string, { columns }: Layout): string {
  return plainText(fields[columns.get(column) ?? -1] ?? '').trim();
}

/** A measured quarter in its plain form: `Q4 2014/15`. */
export function plainQuarter(cell: string): string {
  return cell.toUpperCase().replace(/\s+/g, ' ');
}
