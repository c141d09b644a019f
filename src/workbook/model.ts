/** How a number of a cell is shown: money in pounds and pence or in £m, whole, in percent, or with the decimals it has. */
export type NumberShape = 'pounds' | 'millions' | 'count' | 'percent' | { readonly decimals: number };

/** What stands in a cell. Numbers are exact text, as documents write them; a formula is without its sign of equality. */
export type Content =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'number'; readonly exact: string; readonly shape: NumberShape }
  | { readonly kind: 'formula'; readonly formula: string; readonly exact: string; readonly shape: NumberShape }
  | { readonly kind: 'verdict'; readonly formula: string; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly sheet: string };

/** What a cell is, which decides how it looks: an input is coloured and may be changed, all else is protected. */
export type Look =
  | 'title'
  | 'heading'
  | 'note'
  | 'prose'
  | 'header'
  | 'head'
  | 'line'
  | 'total'
  | 'input'
  | 'said'
  | 'verdict';

export interface SheetCell {
  readonly content: Content;
  readonly look: Look;
  readonly indent?: number;
  /** Where in its cell it stands; left out: words on the left, numbers on the right. */
  readonly align?: 'right';
}

/** A cell of a sheet; nothing stands in one that is undefined. */
export type SheetRow = readonly (SheetCell | undefined)[];

/** A table of a sheet that a program may be told of: its name, and the rows and columns that it takes up, from nought. */
export interface MarkedTable {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly headers: readonly string[];
}

export interface WorkbookSheet {
  readonly name: string;
  /** How wide each column is, in characters. */
  readonly widths: readonly number[];
  /** How high each row is, in points. */
  readonly heights: readonly number[];
  readonly rows: readonly SheetRow[];
  /** How many rows and columns stay where they are when the sheet is moved. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly isProtected: boolean;
  readonly table?: MarkedTable;
}

/** The rows of a sheet that are printed on each of its pages, from one to another: the header of its table, if it has one. */
export function headerRows({ rows, frozen, table }: WorkbookSheet): { first: number; last: number } | undefined {
  if (table !== undefined) return { first: table.firstRow, last: table.firstRow };
  const last = (frozen?.rows ?? 0) - 1;
  const first = rows.slice(0, last + 1).findIndex((row) => row.some((cell) => cell?.look === 'header'));
  return first === -1 ? undefined : { first, last };
}

/** A name that formulas may call a cell by. */
export interface DefinedName {
  readonly name: string;
  /** `Agreement!$C$7` */
  readonly cell: string;
}

export interface Workbook {
  readonly title: string;
  readonly subject: string;
  /** A publication is larger, and its negative numbers have a minus, as screen readers say them. */
  readonly purpose: 'working' | 'publication';
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly DefinedName[];
}

/** A cell of words. */
export function wordCell(text: string, look: Look = 'line', indent = 0): SheetCell {
  return { content: { kind: 'words', text }, look, ...(indent > 0 && { indent }) };
}

/** A cell of a number that is no formula. */
export function numberCell(exact: string, shape: NumberShape, look: Look = 'line'): SheetCell {
  return { content: { kind: 'number', exact, shape }, look };
}

/** A cell of a formula, with what it comes to. */
export function formulaCell(
  formula: string,
  { exact, shape }: { readonly exact: string; readonly shape: NumberShape },
  look: Look = 'line',
): SheetCell {
  return { content: { kind: 'formula', formula, exact, shape }, look };
}

/** The word of two numbers that are not the same. */
export const differsWord = 'DIFFERS';

/** A cell that says whether two numbers are the same to the penny. */
export function agreesCell(one: string, other: string, places = 2): SheetCell {
  return verdictCell(`IF(ROUND(${one}-${other},${places})=0,"agrees","${differsWord}")`, 'agrees');
}

/** The words of a figure that has another sign than bcf says, or came to nil: bcf would set its lines out anew. */
export const turnedWord = 'TURNED';

/** A cell that says whether a number is what bcf says, or at least of the same sign. */
export function turnsCell(own: string, said: string, places = 2): SheetCell {
  const rounded = `ROUND(${own},${places})`;
  return verdictCell(
    `IF(ROUND(${own}-${said},${places})=0,"agrees",IF(SIGN(${rounded})=SIGN(${said}),"${differsWord}","${turnedWord}"))`,
    'agrees',
  );
}

/** A cell of words that a formula chooses. */
export function verdictCell(formula: string, text: string): SheetCell {
  return { content: { kind: 'verdict', formula, text }, look: 'verdict' };
}
