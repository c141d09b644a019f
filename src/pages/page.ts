import type { CellTable } from '../statement/cell-table.js';
import type { TracedRow } from '../statement/trace-schema.js';

/** What words are: what matters most or least, a verdict, a warning. A form shows it as it can. */
export type Tone = 'strong' | 'faint' | 'good' | 'bad' | 'warn';

/** Words of one tone, or of none. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
  /** The names of the figures that the words speak of. */
  readonly figures?: readonly string[];
}

/** Words that stand on one line, and how many columns further in. */
export interface Line {
  readonly spans: readonly Span[];
  readonly indent?: number;
}

/** A table that has no room for all its columns in a form of fixed pitch: fewer there, and lines below each row. */
interface Narrow {
  readonly table: CellTable;
  /** Of each row in turn, what stands below it. */
  readonly below: readonly (readonly string[])[];
}

/** An amount as it is shown, and beside it what it is. */
export interface AmountLine {
  readonly amount: string;
  readonly text: string;
  /** The name of the figure that it is. */
  readonly figure?: string | undefined;
}

/** An amount, what it is, and below it what it is made of. */
export interface Branch extends AmountLine {
  /** What is said of it, each below the other. */
  readonly asides: readonly string[];
  readonly parts: readonly Branch[];
  /** A row of a file, or the sum of several, which stands on one line. */
  readonly isRow?: true;
  /** The row, of which the words are. */
  readonly row?: TracedRow;
  /** What it is made of stands above, where the same figure came before. */
  readonly isShownAbove?: true | undefined;
  /** Its amount as a sentence says it. */
  readonly inSentence?: string;
  readonly tone?: Tone;
}

/** What stands on a page, one below the other. */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly title: string; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly table: CellTable; readonly narrow?: Narrow }
  | {
      readonly kind: 'amounts';
      readonly title?: string;
      readonly lines: readonly AmountLine[];
      readonly width?: number;
    }
  | { readonly kind: 'tree'; readonly root: Branch }
  /** Lines to be copied as they are, which no form wraps. */
  | { readonly kind: 'verbatim'; readonly title: string; readonly lines: readonly string[] };

/** One page; only a paper’s pages have titles. */
export interface Page {
  readonly title?: string;
  readonly parts: readonly Part[];
}

/** What a report says first: which fund, as at when, whether it is made up, what is to know of it. */
export interface Opening {
  readonly name: string;
  readonly asAt?: string;
  readonly warning?: string;
  readonly note?: string;
}

/** The output of a command, which every form draws. */
export interface Pages {
  /** The title of a paper. */
  readonly title?: string;
  /** Of each fund that it is about, the second against the first. */
  readonly openings: readonly Opening[];
  readonly pages: readonly Page[];
  /** What the marks in it mean. */
  readonly legend: readonly string[];
  /** The last lines, the verdict last. */
  readonly last: readonly Line[];
}

/** What is shown of what is left out where nobody asks. */
export interface Wanted {
  /** Every line and every check. */
  readonly verbose: boolean;
  /** Long lists whole. */
  readonly all: boolean;
}

/** A line of words, of one tone. */
export function line(text: string, tone?: Tone): Line {
  return { spans: [{ text, ...(tone && { tone }) }] };
}

/** Lines that stand by themselves. */
export function lines(...texts: readonly string[]): Part {
  return { kind: 'lines', lines: texts.map((text) => line(text)) };
}

/** Tables, without those that there are none of. */
export function tables(...own: readonly (CellTable | undefined)[]): Part[] {
  return own.flatMap((table) => (table === undefined ? [] : [{ kind: 'table', table }]));
}
