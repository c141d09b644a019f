import type { ClosedPart, ClosedRow } from './closed-rows.js';
import { isSameLayout, type Layout } from './layout.js';
import type { Link } from './link.js';

/** How many lines of its file the closed rows are read beyond the last that was met. */
const linesAhead = 5_000;

/**
 * The closed rows of a file beside those of today, which pass in their order, by their text, as far as text decides: where
 * they would be read now as they were. Both stand in nearly the same order, so that only closed rows that are soon to come
 * or were not met are kept; the more rows of today are new to it, the further it looks ahead.
 */
export class ClosedBeside {
  readonly #parts: ReadonlyMap<Link, PartAhead>;
  /** Rows that were read, and not yet looked at. */
  #read: ClosedRow[] = [];
  readonly #byText = new Map<string, ClosedRow[]>();
  readonly #readOtherwise: ClosedRow[] = [];
  #unmet = 0;

  constructor(parts: readonly ClosedPart[]) {
    this.#parts = new Map(parts.map((part) => [part.link, new PartAhead(part)]));
  }

  /** Reads on, as far ahead as is looked. */
  async readOn(): Promise<void> {
    for (const part of this.#parts.values()) await part.readOn(linesAhead + 2 * this.#unmet, this.#read);
  }

  /** Reads all that is left to read. */
  async readAll(): Promise<void> {
    for (const part of this.#parts.values()) await part.readOn(Number.POSITIVE_INFINITY, this.#read);
  }

  /** A closed row with a text, if there is one more; it is there no longer then. */
  take(text: string, layout: Layout | undefined): ClosedRow | undefined {
    this.#lookAt(layout);
    const alike = this.#byText.get(text);
    const row = alike?.shift();
    if (row === undefined) return undefined;
    if (alike?.length === 0) this.#byText.delete(text);
    this.#parts.get(row.link)?.met(row);
    return row;
  }

  /** A row has passed that no closed row says, as far as they are read. */
  passedOver(): void {
    this.#unmet += 1;
  }

  /** Those that were not taken, in their order. */
  left(): ClosedRow[] {
    return [...this.#read, ...[...this.#byText.values()].flat(), ...this.#readOtherwise].sort(inOrder);
  }

  #lookAt(layout: Layout | undefined): void {
    if (this.#read.length === 0) return;
    for (const row of this.#read) {
      if (layout !== undefined && !isSameLayout(row.layout, layout)) {
        this.#readOtherwise.push(row);
        continue;
      }
      const alike = this.#byText.get(row.text);
      if (alike === undefined) this.#byText.set(row.text, [row]);
      else alike.push(row);
    }
    this.#read = [];
  }
}

/** The rows of a file that one record closed, read as far as they are wanted. */
class PartAhead {
  readonly #pieces: AsyncGenerator<readonly ClosedRow[]>;
  #isAllRead = false;
  #lastRead = 0;
  #lastMet = 0;

  constructor({ read }: ClosedPart) {
    this.#pieces = read();
  }

  met({ line }: ClosedRow): void {
    if (line > this.#lastMet) this.#lastMet = line;
  }

  async readOn(lines: number, into: ClosedRow[]): Promise<void> {
    while (!this.#isAllRead && this.#lastRead - this.#lastMet < lines) {
      const { value: piece, done } = await this.#pieces.next();
      if (done === true) {
        this.#isAllRead = true;
        return;
      }
      for (const row of piece) into.push(row);
      this.#lastRead = piece.at(-1)?.line ?? this.#lastRead;
    }
  }
}

function inOrder(one: ClosedRow, other: ClosedRow): number {
  if (one.line !== other.line) return one.line - other.line;
  return one.link === other.link ? 0 : one.link.file < other.link.file ? -1 : 1;
}
