import { limits } from '../files/limits.js';
import { bytesOf, type FileOf, NotReadable } from '../files/open-file.js';
import { type SealRead, SealReader } from './seal.js';

/** A piece of a record: whole lines of rows, of the first, second… list of rows in it, or what stands round the rows. */
export type RecordPart = { readonly rest: string } | { readonly section: number; readonly rows: string };

/** What the bytes of a record showed, when all were read. */
export interface RecordRead extends SealRead {
  /** Whether its line ends are those that bcf wrote, and no mark leads it. */
  readonly isAsWritten: boolean;
}

/**
 * Reads a record in pieces, the rows apart from the rest, so that none is held longer than it is wanted. It goes by the
 * lines in which bcf lays a record out; a text of JSON has no line end inside a value.
 */
export class RecordReading {
  readonly #at: FileOf;
  readonly #seal = new SealReader();
  #isAsWritten = true;

  constructor(at: FileOf) {
    this.#at = at;
  }

  /** What was read; of a record that was read to its end. */
  end(): RecordRead {
    return { ...this.#seal.end(), isAsWritten: this.#isAsWritten };
  }

  async *parts(): AsyncGenerator<RecordPart> {
    const decoder = new TextDecoder();
    const split = new PartSplitter();
    for await (const bytes of this.#plainBytes()) {
      this.#seal.take(bytes);
      yield* split.push(decoder.decode(bytes, { stream: true }));
    }
    yield* split.push(decoder.decode());
    yield* split.finish();
  }

  /**
   * The bytes as bcf wrote them, whatever git or an editor has made of the line ends and the beginning: in JSON a line end
   * stands between values and never in one, so that nothing it says is lost.
   */
  async *#plainBytes(): AsyncGenerator<Buffer> {
    let rest: Buffer = Buffer.alloc(0);
    let isStart = true;
    for await (const chunk of bytesOf(this.#at, limits.recordBytes)) {
      let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (isStart && bytes.length < mark.length) {
        rest = bytes;
        continue;
      }
      if (isStart && bytes.subarray(0, mark.length).equals(mark)) {
        this.#isAsWritten = false;
        bytes = bytes.subarray(mark.length);
      }
      isStart = false;
      const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
      rest = bytes.subarray(end);
      yield this.#onPlainLineEnds(bytes.subarray(0, end));
    }
    yield rest;
  }

  #onPlainLineEnds(bytes: Buffer): Buffer {
    if (!bytes.includes('\r\n')) return bytes;
    this.#isAsWritten = false;
    return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  }
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);
const carriageReturn = 0x0d;

/** The lines between which the rows of ledgers stand, from the outermost in, and what ends each. */
const nested = [
  { begin: '  "closedWith": {', end: '  }' },
  { begin: '    "ledgers": [', end: '    ]' },
  { begin: '        "rows": [', end: '        ]' },
] as const;
const [, , rows] = nested;
const longestLine = 1 << 24;

/** Cuts the text of a record at the lines between which rows stand. */
class PartSplitter {
  /** How many of the lines that lead to rows stand above. */
  #depth = 0;
  #section = -1;
  /** What is not read yet: the beginning of a line. */
  #unread = '';

  *push(piece: string): Generator<RecordPart> {
    const text = this.#unread + piece;
    let from = 0;
    for (let isWhole = true; isWhole; ) {
      const cut = this.#depth < nested.length ? this.#rest(text, from) : this.#rows(text, from);
      if (cut.text !== '') yield cut.isOfRows ? { section: this.#section, rows: cut.text } : { rest: cut.text };
      from += cut.text.length;
      isWhole = cut.isWhole;
    }
    this.#unread = text.slice(from);
    if (this.#unread.length > longestLine) throw new NotReadable('a line of it is longer than any that bcf writes');
  }

  *finish(): Generator<RecordPart> {
    yield* this.push('\n');
  }

  /** The lines up to the next rows, if they are there; else the whole lines that are. */
  #rest(text: string, from: number): Cut {
    let at = from;
    for (let end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', at)) {
      const line = text.slice(at, end);
      at = end + 1;
      if (line === nested[this.#depth]?.begin) this.#depth += 1;
      else if (this.#depth > 0 && isEnd(line, nested[this.#depth - 1]?.end)) this.#depth -= 1;
      if (this.#depth < nested.length) continue;
      this.#section += 1;
      return { text: text.slice(from, at), isOfRows: false, isWhole: true };
    }
    return { text: text.slice(from, at), isOfRows: false, isWhole: false };
  }

  #rows(text: string, from: number): Cut {
    const end = text.startsWith(rows.end, from) ? from : text.indexOf(`\n${rows.end}`, from) + 1;
    const isWhole = end > 0 || text.startsWith(rows.end, from);
    if (isWhole) this.#depth -= 1;
    const to = isWhole ? end : text.lastIndexOf('\n') + 1;
    return { text: text.slice(from, Math.max(from, to)), isOfRows: true, isWhole };
  }
}

interface Cut {
  readonly text: string;
  readonly isOfRows: boolean;
  /** Whether what comes after it is of the other kind. */
  readonly isWhole: boolean;
}

function isEnd(line: string, end: string | undefined): boolean {
  return line === end || line === `${end},`;
}
