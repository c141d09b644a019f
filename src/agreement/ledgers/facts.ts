/** What the cells of a column hold: a code of the agreement, words that people choose, a day, a number. */
export type Holds =
  | 'body'
  | 'code'
  | 'name'
  | 'day'
  | 'quarter'
  | 'measured-quarter'
  | 'money'
  | 'count'
  | 'provenance'
  | 'accrual'
  | 'opening'
  | 'words'
  | 'note';

type Columns = Readonly<Record<string, Holds>>;

/** All that is known of a kind of ledger. Reading, beginning, closing and telling of it follow from it. */
export interface LedgerFacts {
  /** What its files are called, where the agreement does not say. */
  readonly files: string;
  readonly what: string;
  /** Its columns in their documented order: those that a file must have, and those that it may do without. */
  readonly required: Columns;
  readonly optional: Columns;
  /** Those of the former of which every cell may be blank: a body’s own export may be without them. */
  readonly mayLack: readonly string[];
  /** Those of the former of which constants: may say none: a blank cell means something of its own in them. */
  readonly mayBeNone: readonly string[];
  /** What is to be said of a column beside its name. */
  readonly remarks: Readonly<Record<string, string>>;
  /** The columns that tell a row from the others of its kind. */
  readonly key: readonly string[];
  /**
   * The column whose total may stand at the foot of a file, and columns without which no row is complete: of a total that
   * was filled down one is blank, or says that it is one. Undefined where every row is a row.
   */
  readonly totals: { readonly of: string; readonly filled: readonly string[] } | undefined;
  /**
   * By what a row falls in a quarter: one column holds it. Rows `of-year` are closed with the first quarter (R7). What
   * stands beside the books is read only where it is asked for, and closed by what the file says.
   */
  readonly period: 'day' | 'quarter' | 'measured-quarter' | 'of-year' | 'beside';
  /** The book that its rows are posted to; undefined where they are kept as they are. */
  readonly book: string | undefined;
  /** Whether bodies send it, so that what has not come of it is told. */
  readonly isSent: boolean;
  /** What a new fund has of it. */
  readonly form: Form | undefined;
  /** What the fund of the next year begins with: its rows, a balance of them, an empty form, or nothing. */
  readonly nextYear: CarriedForward | 'balance' | 'form' | 'nothing';
}

/** A file of a new fund: with rows of the made-up agreement and what to do with them, or empty until its rows come. */
interface Form {
  readonly what: string;
  readonly example?: { readonly rows: readonly (readonly string[])[]; readonly toFill: string };
}

/** How rows are carried into the next year. */
export interface CarriedForward {
  readonly what: string;
  /** Rows that are alike in these columns, since their bodies have become one, are added up. */
  readonly mergedBy: readonly string[];
  /** Whether what was stated is marked derived until it is agreed anew. */
  readonly isMarked: boolean;
}
