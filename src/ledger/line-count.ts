/**
 * The lines on which records begin. csv-parse tells the line on which each ends, but counts a CRLF inside quotes as two,
 * so good records are counted by their own line feeds and its count is used only to place faulty ones.
 */
export class LineCount {
  #next: number;
  #lastBegan: number;
  /** How far csv-parse's count runs ahead of the file's lines. */
  #drift: number;

  constructor(linesBefore: number) {
    this.#next = linesBefore + 1;
    this.#lastBegan = linesBefore + 1;
    this.#drift = -linesBefore;
  }

  /** How many lines stand before the next record. */
  get before(): number {
    return this.#next - 1;
  }

  /** Where a record of one line begins. */
  ofLine(): number {
    return this.#go(this.#next, this.#next);
  }

  /** Where a good record begins, whose end csv-parse places on a line. */
  ofRecord(fields: readonly string[], countedEnd: number): number {
    const began = this.#next;
    let end = began;
    for (const field of fields) if (field.includes('\n')) end += field.split('\n').length - 1;
    this.#drift = countedEnd - end;
    return this.#go(began, end);
  }

  /** Where a faulty record begins; a second fault in one that has been told begins where it does. */
  ofFault(countedEnd: number): number {
    const end = countedEnd - this.#drift;
    return end < this.#next ? this.#lastBegan : this.#go(this.#next, end);
  }

  #go(began: number, end: number): number {
    this.#lastBegan = began;
    this.#next = end + 1;
    return began;
  }
}
