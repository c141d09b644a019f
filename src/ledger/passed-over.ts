import type { Pence } from '../money/pence.js';

/** What a line of a file may be that is no row of its ledger. */
export const passedOverSorts = ['above', 'again', 'ruled', 'blank', 'note', 'filler', 'total', 'left-out'] as const;

/** The lines of a file that are no rows of its ledger, of one sort. */
export interface PassedOver {
  readonly what: (typeof passedOverSorts)[number];
  readonly lines: number;
  /** What they say: a title, a note, the word for which the agreement leaves them out. */
  readonly text?: string;
  /** What their amounts add up to; absent of lines that have none. */
  readonly amountPence?: Pence;
}
