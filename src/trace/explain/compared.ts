import type { Term } from '../node.js';

/** What a check compares: what was expected, and what is there. */
export interface Compared {
  readonly expected: readonly Term[];
  readonly actual: readonly Term[];
}
