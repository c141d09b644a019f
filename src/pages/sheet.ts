/** A number of a sheet, exact, and never taken for words. */
export interface Exact {
  readonly exact: string;
}

/** What a spreadsheet or a program takes up: a header, and under it one row a line; what is not known is blank. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | Exact | undefined)[])[];
}
