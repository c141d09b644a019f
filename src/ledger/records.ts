import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Options, Parser } from 'csv-parse';
import { type LeftToParser, PlainRecords } from './plain-records.js';
import { type RecordHandlers, RecordTaker } from './record-taker.js';
import { hasHeader, layoutOf, type Separator } from './separator.js';
import { longestRecord, strictly } from './strictly.js';

/**
 * Streams the records of a CSV text: plain lines are split at once, all others and what is wrong with them is csv-parse’s to
 * say (plain-records.ts). A faulty record is handed to `onFault` and the reading goes on, so that one run shows every fault.
 * Handlers run as each record is read, in file order. Gives what separates the fields.
 */
export async function readRecords(text: AsyncIterable<string>, handlers: RecordHandlers): Promise<Separator> {
  const pieces = text[Symbol.asyncIterator]();
  const held = await beginningOf(pieces);
  const { separator, linesBefore, charactersBefore } = layoutOf(held.join(''));
  const taker = new RecordTaker(handlers, separator, linesBefore);
  const plain = new PlainRecords(separator, taker);
  try {
    const all = from(without(held, charactersBefore), pieces);
    let isSure = true;
    while (isSure && !taker.isStopped) {
      const piece = await all.next();
      if (piece.done === true) {
        if (plain.finish()) return separator;
        break;
      }
      isSure = plain.push(piece.value);
    }
    if (!taker.isStopped) await readByParser(plain.left, all, { separator, taker });
    return separator;
  } finally {
    await pieces.return?.();
  }
}

/** Streams the rest of a text through csv-parse (options on_skip and skip_records_with_error). */
async function readByParser(
  left: LeftToParser,
  pieces: AsyncIterator<string>,
  { separator, taker }: { readonly separator: string; readonly taker: RecordTaker },
): Promise<void> {
  async function* rest(): AsyncGenerator<string> {
    yield* left.pieces;
    for (let piece = await pieces.next(); !piece.done && !taker.isStopped; piece = await pieces.next()) {
      yield piece.value;
    }
  }
  taker.beginParser(left);
  const options = optionsFor(separator, left.lineEnd, (error) => taker.takeFault(error));
  const parser = new RecordParser(options, (fields, endsOn) => taker.take(fields, endsOn));
  try {
    await pipeline(Readable.from(rest()), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_MAX_RECORD_SIZE') throw error;
    taker.takeTooLong(error);
  }
}

/** Strict reading, by which a faulty record is handed over and the next is read; rows may be longer than their header. */
function optionsFor(separator: string, lineEnd: string | undefined, onFault: (error: CsvError) => void): Options {
  return {
    ...strictly(separator),
    ...(lineEnd !== undefined && { record_delimiter: lineEnd }),
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) onFault(error);
      return undefined;
    },
  };
}

/** The pieces of a text as they come, as far as its header is among them. */
async function beginningOf(pieces: AsyncIterator<string>): Promise<string[]> {
  const held: string[] = [];
  let start = '';
  while (!hasHeader(start) && start.length < longestRecord) {
    const piece = await pieces.next();
    if (piece.done) break;
    held.push(piece.value);
    start += piece.value;
  }
  return held;
}

/** Pieces without the first characters of their text. */
function without(pieces: readonly string[], characters: number): string[] {
  let left = characters;
  return pieces.map((piece) => {
    const rest = piece.slice(left);
    left = Math.max(0, left - piece.length);
    return rest;
  });
}

async function* from(held: readonly string[], pieces: AsyncIterator<string>): AsyncGenerator<string> {
  yield* held;
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value;
}

/**
 * Hands each record over as it is parsed, and the line that it ends on. The parser’s own `on_record` is not for this: it
 * describes the parser’s state to each record anew, and these descriptions are most of what a million rows leave behind.
 */
class RecordParser extends Parser {
  readonly #take: (fields: readonly string[], endsOn: number) => void;

  constructor(options: Options, take: (fields: readonly string[], endsOn: number) => void) {
    super(options);
    this.#take = take;
  }

  override push(record: unknown): boolean {
    if (!Array.isArray(record)) return super.push(record);
    if (this.destroyed) return false;
    try {
      this.#take(record, this.info.lines);
    } catch (error) {
      // What a handler throws ends the reading, and is thrown by it.
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return true;
  }
}
