import type { Place } from '../diagnostics/diagnostic.js';

/** A header as an export may spell it: the first of these that a file has. */
export type Header = readonly string[];

/** Where the cells of one of our columns come from in a body’s own export. */
export type ColumnSource =
  | { readonly kind: 'cell'; readonly header: Header }
  /** The first of these cells that is not blank. */
  | { readonly kind: 'first-filled'; readonly headers: readonly Header[] }
  /** All of these cells together, such as the number of a document and that of its line. */
  | { readonly kind: 'together'; readonly headers: readonly Header[] }
  | AmountSource;

/** Where an amount comes from that is more than one cell, or whose sign is another than ours. */
export type AmountSource =
  | { readonly kind: 'turned'; readonly value: Header }
  /** Debit less credit. */
  | { readonly kind: 'debit-credit'; readonly debit: Header; readonly credit: Header; readonly isTurned: boolean }
  /** A value without a sign, and a cell that says which it is. */
  | {
      readonly kind: 'signed';
      readonly value: Header;
      readonly sign: Header;
      readonly debit: readonly string[];
      readonly credit: readonly string[];
      readonly isTurned: boolean;
    }
  /** A value of which a credit is marked in its own cell, before it or behind: `120.00 CR`. */
  | { readonly kind: 'marked'; readonly value: Header; readonly credit: readonly string[]; readonly isTurned: boolean };

/** What is read of a workbook: a sheet, and of it a block of cells or what has a name in the workbook. */
export interface PartOfWorkbook {
  readonly sheet?: string;
  readonly range?: string;
}

/** A table that turns the codes of an export into ours. */
export interface CodeMap {
  /** Our column under which it is declared. */
  readonly column: string;
  /** The columns of the export that it goes by. */
  readonly by: readonly Header[];
  /** Its file in the fund folder. */
  readonly table: string;
  /** What is read of it, where it is a workbook. */
  readonly part?: PartOfWorkbook;
  readonly place: Place;
}

/** In which order the numbers of a date stand. */
export type DayOrder = 'day-first' | 'month-first' | 'year-first';

/** Rows that an export has and the ledger has not, by the words in one of its columns. */
export interface LeftOut {
  readonly header: Header;
  readonly words: readonly string[];
}

/** How a body’s own export is read, as far as it is another than ours. */
export interface ExportRules {
  /** Our column name to where its cells come from. */
  readonly columns: ReadonlyMap<string, ColumnSource>;
  /** What each row of the file has in one of our columns. */
  readonly constants: ReadonlyMap<string, string>;
  readonly maps: readonly CodeMap[];
  readonly dayOrder?: DayOrder;
  /** Whether a comma stands before the pence. */
  readonly hasDecimalComma?: boolean;
  readonly leftOut: readonly LeftOut[];
  /** What is read of a workbook. */
  readonly part?: PartOfWorkbook;
  /** The line of the file that its header is on; left out: the first that has the columns. */
  readonly headerLine?: number;
  /** Whether rows with one reference are lines of one document, which are told apart by their order in the file. */
  readonly isNumbered?: boolean;
  /** Whether rows have no reference, so that they are told apart by all that they say. */
  readonly isUnreferenced?: boolean;
}

/** A ledger in our own columns. */
export const ourColumns: ExportRules = { columns: new Map(), constants: new Map(), maps: [], leftOut: [] };

/** The headers that a column of ours comes from. */
export function headersOf(source: ColumnSource): readonly Header[] {
  switch (source.kind) {
    case 'cell':
      return [source.header];
    case 'first-filled':
    case 'together':
      return source.headers;
    case 'turned':
    case 'marked':
      return [source.value];
    case 'debit-credit':
      return [source.debit, source.credit];
    case 'signed':
      return [source.value, source.sign];
  }
}
