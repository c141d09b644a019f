import { reasonOf } from '../fund/system-error.js';
import type { Link } from './link.js';
import { type RecordedRow, rowsIn } from './read-record.js';
import { type RecordPart, RecordReading } from './record-parts.js';

/** Reads the rows that a record closed, once where they are asked for in the order in which they stand in it. */
export class RecordRows {
  readonly #folder: string;
  readonly #link: Link;
  #reading: { readonly record: RecordReading; readonly parts: AsyncGenerator<RecordPart> } | undefined;
  /** A part that was read already. */
  #ahead: RecordPart | undefined;
  /** The first list of rows that is not behind. */
  #next = 0;
  #isAsItWas = true;

  constructor(folder: string, link: Link) {
    this.#folder = folder;
    this.#link = link;
  }

  /** The rows of one of its lists, in pieces. */
  async *of(section: number): AsyncGenerator<readonly RecordedRow[]> {
    if (section < this.#next) await this.isAsItWas();
    this.#next = section + 1;
    let isBegun = false;
    for (let part = await this.#take(); part !== undefined; part = await this.#take()) {
      if ('rest' in part) {
        if (isBegun) return;
      } else if (part.section > section) {
        this.#ahead = part;
        return;
      } else if (part.section === section) {
        isBegun = true;
        yield rowsIn(part.rows) ?? [];
      }
    }
  }

  /** Whether the record, which is read to its end, is what it was when it was held against its seal. */
  async isAsItWas(): Promise<boolean> {
    if (this.#reading === undefined) return this.#isAsItWas;
    for (let part = await this.#take(); part !== undefined; part = await this.#take());
    this.#isAsItWas &&= this.#reading.record.end().sha256 === this.#link.sha256;
    this.#reading = undefined;
    this.#next = 0;
    return this.#isAsItWas;
  }

  async #take(): Promise<RecordPart | undefined> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead !== undefined) return ahead;
    this.#reading ??= this.#begun();
    try {
      const { value, done } = await this.#reading.parts.next();
      return done === true ? undefined : value;
    } catch (error) {
      reasonOf(error);
      this.#isAsItWas = false;
      return undefined;
    }
  }

  #begun(): { readonly record: RecordReading; readonly parts: AsyncGenerator<RecordPart> } {
    const record = new RecordReading({ folder: this.#folder, file: this.#link.file });
    return { record, parts: record.parts() };
  }
}
