/**
 * Numbers the lines of each document in the order of a file, so that rows with one reference are told apart: the second
 * row of 510001 is 510001/2. What a row says (R7) is without it, since a line that comes later may stand above.
 */
export class DocumentLines {
  readonly #counts = new Map<string, number>();

  /** The reference of the next line of a document; '' stays blank. */
  numbered(reference: string): string {
    if (reference === '') return '';
    const count = (this.#counts.get(reference) ?? 0) + 1;
    this.#counts.set(reference, count);
    return `${reference}/${count}`;
  }
}
