import { SeenKeys } from './seen-keys.js';

/**
 * What the rows of a file say, each as often as it is said: of rows that are alike to the letter each is another. There
 * may be a million of them.
 */
export class Sayings {
  readonly #keys = new SeenKeys();
  /** How often a saying came, of those that came more than once. */
  readonly #counts = new Map<string, number>();
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  /** Adds what a row says. */
  add(saying: string, line: number): void {
    this.#rows += 1;
    if (this.#keys.add(saying, line) === undefined) return;
    const count = (this.#counts.get(saying) ?? 1) + 1;
    this.#counts.set(saying, count);
  }

  /** How many rows say this. */
  countOf(saying: string): number {
    return this.#counts.get(saying) ?? (this.#keys.get(saying) === undefined ? 0 : 1);
  }

  /** How many of these rows another file has too. */
  sharedWith(other: Sayings): number {
    let shared = 0;
    for (const saying of this.#keys.keys()) shared += Math.min(this.countOf(saying), other.countOf(saying));
    return shared;
  }
}
