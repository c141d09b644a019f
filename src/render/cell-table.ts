/** One cell of a table, typed, so that every form can draw it in its own way. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly indent?: number }
  /** Pounds and pence as the statement carries them; undefined is not known. */
  | { readonly kind: 'money'; readonly pounds: string | undefined; readonly unit: '£' | '£m' };

export interface Column {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** Text wider than this is wrapped. Money is never cut. */
  readonly width?: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** `total` stands under a line; `head` opens a block. */
  readonly emphasis?: 'head' | 'total';
}

export interface CellTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** A cell of words. */
export function words(text: string, indent = 0): Cell {
  return { kind: 'text', text, indent };
}

/** A cell of money in pounds and pence. */
export function money(pounds: string | undefined): Cell {
  return { kind: 'money', pounds, unit: '£' };
}

/** A cell of money in £m to three places. */
export function millions(pounds: string | undefined): Cell {
  return { kind: 'money', pounds, unit: '£m' };
}
