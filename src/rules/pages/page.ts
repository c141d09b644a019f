import type { Agreement } from '../../agreement/agreement.js';

/** A worked case as it is printed: what is given, and what comes of it. */
export interface WorkedCase {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What `bcf explain R5` prints of a rule. */
export interface RulePage {
  /** The rule in a line. */
  readonly title: string;
  /** Why the rule is there, in a paragraph for a finance officer. */
  readonly explain: string;
  readonly formula: readonly string[];
  /** Where it is laid down, in words. */
  readonly laidDownIn: string;
  /** The rules of an agreement that lay it down, with their clauses; absent where no agreement does. */
  readonly declaredIn?: (agreement: Agreement) => readonly { readonly id: string; readonly clause: string }[];
  /** What all its cases are given. */
  readonly given: string;
  /** The cases of the agreement’s own terms, where there is one; else of those that are usual. */
  readonly casesFor: (agreement: Agreement | undefined) => readonly WorkedCase[];
  /** The commands that show it. */
  readonly shownBy: readonly string[];
}

/** Words and amounts in two columns, the amounts right-aligned. */
export function inColumns(rows: readonly (readonly [words: string, amount: string])[]): string[] {
  const wordsWidth = Math.max(...rows.map(([words]) => words.length));
  const amountWidth = Math.max(...rows.map(([, amount]) => amount.length));
  return rows.map(([words, amount]) => `${words.padEnd(wordsWidth)}  ${amount.padStart(amountWidth)}`);
}
