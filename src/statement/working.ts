import type { Standing } from '../diagnostics/place-text.js';
import type { TracedRow } from './trace-schema.js';

/** Some rows of ledgers, the largest first, and how much the others are. */
export interface WorkingRows {
  readonly rows: readonly TracedRow[];
  readonly more?: string;
}

/** What a figure is made of, one line of it. */
export interface WorkingTerm {
  /** How it counts; an input of a formula has no sign. */
  readonly sign: '+' | '-' | 'input';
  readonly what: string;
  readonly amount: string;
  /** Its own working; a page may have no room for it. */
  readonly id: string;
  /** Where it is stated. */
  readonly at?: Standing;
  /** Of an account, how many rows it has. */
  readonly rowCount?: number;
}

/** How a figure comes about: what it is, its formula in words, its rule and clause, its terms, and at the leaves the rows. */
export interface Working {
  /** Follows from its name alone, so that a link to it works next quarter. */
  readonly id: string;
  /** Absent of a step that no statement prints. */
  readonly name?: string | undefined;
  readonly what: string;
  readonly amount: string;
  readonly how: string;
  readonly rule?: { readonly id: string; readonly clause: string } | undefined;
  readonly at?: Standing | undefined;
  readonly terms: readonly WorkingTerm[];
  /** How many terms of nil are left out. */
  readonly nilTerms: number;
  /** Terms left out because there are many: what is shown and they come to the figure. */
  readonly smaller?: string | undefined;
  readonly rows?: WorkingRows | undefined;
  /** What it is a part of. */
  readonly partOf: readonly { readonly id: string; readonly what: string }[];
}

/** The workings of a page: those that come first belong to the figures that it shows. */
export interface WorkingsOfPage {
  readonly list: readonly Working[];
  /** In which working a figure answers, by its name: one that repeats another answers there. */
  readonly ids: ReadonlyMap<string, string>;
}
