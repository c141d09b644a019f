import type { Pence } from '../money/pence.js';

/** The lines of a file that are no rows of its ledger, of one sort. */
export interface PassedOver {
  readonly what: 'above' | 'again' | 'ruled' | 'blank' | 'note' | 'filler' | 'total' | 'left-out';
  readonly lines: number;
  /** The first of them. */
  readonly line: number;
  /** What the first of them says: a title, a note; the word for which the agreement leaves them out. */
  readonly text?: string;
  /** What their amounts add up to; absent of lines that have none. */
  readonly amountPence?: Pence;
}
