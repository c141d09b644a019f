import { CsvError, type Info } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { firstLineEnd, type LineEnd } from './first-line-end.js';
import { plainFields } from './plain-fields.js';
import { longestRecord, strictly } from './strictly.js';

/*
 * How records are read
 *
 * csv-parse is the judge of what a record is, and what is wrong with one. It looks at each byte of a file, though, and for
 * nearly all rows there is nothing to judge: they are cells with a separator between them. So a file is read in three ways,
 * of which each hands on what it is not sure of.
 *
 * 1. A plain line. It ends as the first row of the file does, has no other line feed or carriage return, is not longer than
 *    a record may surely be, and each of its cells stands as it is or whole between two quotes, with no quote inside. How
 *    csv-parse reads such a line there are no two ways: it is split here (plain-fields.ts).
 *
 * 2. A row that is any other, such as one with a quote doubled inside a cell or a cell of several lines. Its text is cut
 *    where the number of quotes is even, and csv-parse reads it by itself. Between records csv-parse remembers nothing but
 *    how rows end and on which line it is, so that rows that are whole read alike alone and in their file. It must find no
 *    fault with them; that the cut was made rightly follows from that, for an open quote is one.
 *
 * 3. The rest of a file from the first record on with which csv-parse finds fault, or whose end is not found within the
 *    length of the longest; or once rows of the second sort come so often that it costs more to read each by itself. From
 *    there csv-parse reads the stream to its end (records.ts), as it read all of every file before there was this reader.
 *    After a fault what is a record is a matter of how csv-parse goes on from it, and nobody else knows that. Where a record
 *    is too long it leaves the rest of a piece of the text unread, and takes the end of the piece before for that of the
 *    next: so it is given the pieces as they came, from a record of the piece before on, and the records that were taken
 *    already are passed over.
 *
 * What is then done with a record, and on which line it begins, is the same in all three (record-taker.ts). By what they say
 * of a file the three cannot be told apart: test/ledger/plain-records.test.ts reads all files of the tests by csv-parse
 * alone, too, and compares record by record and fault by fault.
 *
 * csv-parse reads bytes and not text. What stands for no character, half of one of two units, becomes the mark for that on
 * the way; so it does here. A line that is split here holds at most so many characters that no record of it, however many
 * bytes each takes, is above the limit of csv-parse, and no line that may be is split here.
 */

/** Takes records in the order of their file. */
export interface TakesRecords {
  readonly isStopped: boolean;
  /** How many lines stand before the next record. */
  readonly linesBefore: number;
  /** A record of one line. */
  takeLine(fields: readonly string[]): void;
  /** A record that csv-parse has read by itself, and whether it ends on the line on which it begins. */
  takeJudged(fields: readonly string[], isOfOneLine: boolean): void;
}

/** A piece of the text, and which record is the first to begin in it. */
interface Piece {
  readonly text: string;
  first: { readonly at: number; readonly records: number; readonly linesBefore: number } | undefined;
}

/** What is left for csv-parse: pieces of text, how many records of them were taken, and how many lines stand before them. */
export interface LeftToParser {
  readonly pieces: readonly string[];
  readonly taken: number;
  readonly linesBefore: number;
  /** How rows end, once one was read. */
  readonly lineEnd: string | undefined;
}

/** Of three bytes at most each. */
const longestLine = longestRecord >> 2;
/** Half of a character that is written in two units. */
const halves = /\p{Cs}/u;
/** So many rows are read by themselves whatever it costs; and of more than these one in so many. */
const [fewJudged, oneIn] = [64, 8];

/** Reads the plain lines of a text, and what stands between them as long as csv-parse finds no fault with it. */
export class PlainRecords {
  readonly #separator: string;
  readonly #take: TakesRecords;
  #records = 0;
  #judged = 0;
  #lineEnd: LineEnd | undefined;
  /** Pieces from the last on in which a record begins before the first that is not read. */
  #pieces: Piece[] = [];
  /** The text that is not read yet, from the beginning of a record. */
  #unread = '';

  constructor(separator: string, take: TakesRecords) {
    this.#separator = separator;
    this.#take = take;
  }

  /** Reads on as far as a piece goes; false where what is left is for csv-parse. */
  push(text: string): boolean {
    const first = this.#pieces.length === 0 ? { at: 0, records: 0, linesBefore: this.#take.linesBefore } : undefined;
    const piece: Piece = { text: halves.test(text) ? Buffer.from(text).toString() : text, first };
    this.#pieces.push(piece);
    return this.#read(this.#unread + piece.text, piece, false);
  }

  /** Reads what is left; false where that is for csv-parse. */
  finish(): boolean {
    return this.#read(this.#unread, { text: '', first: undefined }, true);
  }

  get left(): LeftToParser {
    const { at, records, linesBefore } = this.#pieces[0]?.first ?? { at: 0, records: 0, linesBefore: 0 };
    const pieces = this.#pieces.map(({ text }, index) => (index === 0 ? text.slice(at) : text));
    const lineEnd = this.#records > 0 ? this.#lineEnd : undefined;
    return { pieces, taken: this.#records - records, linesBefore, lineEnd };
  }

  #read(text: string, piece: Piece, isLast: boolean): boolean {
    this.#lineEnd ??= firstLineEnd(text, isLast);
    if (this.#lineEnd === undefined) {
      this.#unread = text;
      return !isLast && text.length <= longestRecord;
    }
    const { read, isSure } = this.#readLines(text, piece, { lineEnd: this.#lineEnd, isLast });
    this.#unread = text.slice(read);
    this.#forget();
    return isSure;
  }

  /** Forgets pieces that csv-parse need not see. */
  #forget(): void {
    let rest = this.#unread.length;
    let next = this.#pieces.length;
    while (rest > 0 && next > 0) {
      next -= 1;
      rest -= this.#pieces[next]?.text.length ?? 0;
    }
    const before = this.#pieces.findLastIndex(({ first }, index) => index < next && first !== undefined);
    if (before > 0) this.#pieces = this.#pieces.slice(before);
  }

  /** How far a text was read, and whether what is behind that is no more than the beginning of a record. */
  #readLines(
    text: string,
    piece: Piece,
    { lineEnd, isLast }: { readonly lineEnd: LineEnd; readonly isLast: boolean },
  ): { read: number; isSure: boolean } {
    const pieceBegins = text.length - piece.text.length;
    let from = 0;
    let carriageReturn = text.indexOf('\r');
    while (from < text.length && !this.#take.isStopped) {
      if (piece.first === undefined && from >= pieceBegins) {
        piece.first = { at: from - pieceBegins, records: this.#records, linesBefore: this.#take.linesBefore };
      }
      const lineFeed = text.indexOf('\n', from);
      if (lineFeed < 0 && !isLast) return { read: from, isSure: text.length - from <= longestRecord };
      if (carriageReturn >= 0 && carriageReturn < from) carriageReturn = text.indexOf('\r', from);
      const to = lineFeed < 0 ? text.length : lineFeed + 1 - lineEnd.length;
      const hasOther = carriageReturn >= 0 && carriageReturn < to;
      const isEnded = lineFeed < 0 || lineEnd === '\n' || carriageReturn === to;
      const isPlain = from <= to && !hasOther && isEnded && to - from <= longestLine;
      const fields = isPlain ? plainFields(text, from, to, this.#separator) : undefined;
      if (fields !== undefined) {
        this.#records += 1;
        this.#take.takeLine(fields);
        from = lineFeed < 0 ? text.length : lineFeed + 1;
        continue;
      }
      const end = endOfRow(text, from, lineEnd);
      if (end === undefined && !isLast) return { read: from, isSure: text.length - from <= longestRecord };
      if (!this.#isJudged(text.slice(from, end), lineEnd)) return { read: from, isSure: false };
      from = end ?? text.length;
    }
    return { read: from, isSure: true };
  }

  /** Whether csv-parse finds no fault with some rows, which are taken then. */
  #isJudged(rows: string, lineEnd: string): boolean {
    this.#judged += 1;
    const costs = this.#judged > fewJudged && this.#judged * oneIn > this.#records;
    const records = costs || rows.length > longestRecord ? undefined : recordsOf(rows, this.#separator, lineEnd);
    if (records === undefined) return false;
    this.#records += records.length;
    let lastEnd = 0;
    for (const { fields, endsOn } of records) {
      this.#take.takeJudged(fields, endsOn === lastEnd + 1);
      lastEnd = endsOn;
    }
    return true;
  }
}

/** Where the row ends that begins there and may have quotes: behind the first line end with an even number before it. */
function endOfRow(text: string, from: number, lineEnd: string): number | undefined {
  let isQuoted = false;
  let quote = text.indexOf('"', from);
  for (let end = text.indexOf(lineEnd, from); end >= 0; end = text.indexOf(lineEnd, end + lineEnd.length)) {
    for (; quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1)) isQuoted = !isQuoted;
    if (!isQuoted) return end + lineEnd.length;
    if (end - from > longestRecord) return undefined;
  }
  return undefined;
}

interface Judged {
  readonly fields: readonly string[];
  /** Its last line, as csv-parse counts. */
  readonly endsOn: number;
}

/** What csv-parse reads; undefined where it finds fault. */
function recordsOf(rows: string, separator: string, lineEnd: string): readonly Judged[] | undefined {
  const ends: number[] = [];
  const on_record = (fields: string[], { lines }: Info): string[] => {
    ends.push(lines);
    return fields;
  };
  try {
    const records = parse(rows, { ...strictly(separator), record_delimiter: lineEnd, on_record });
    return records.map((fields, index) => ({ fields, endsOn: ends[index] ?? 0 }));
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
