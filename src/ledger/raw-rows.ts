import { hasHeader, layoutOf, linesToHeader } from './separator.js';

/** A row as it stands in its file, quotes and all, and the line that it begins on. */
export interface RawRow {
  readonly line: number;
  readonly text: string;
}

/** What leads a file: its header as it stands, with Excel's `sep=` line where there is one. */
export interface RawHeader {
  /** The line that it begins on. */
  readonly line: number;
  readonly text: string;
  /** The line of the column names, without a `sep=` line. */
  readonly names: string;
  readonly separator: string;
}

interface RawHandlers {
  readonly onHeader: (header: RawHeader) => void;
  readonly onRow: (row: RawRow) => void;
  /** Whether a line is the header, where lines may stand above it; left out: the first is. */
  readonly isHeader?: (header: RawHeader) => boolean;
  /** The line that it is declared to be on. */
  readonly headerLine?: number | undefined;
}

const longestHeader = 1 << 16;
const longestRow = 1 << 16;

/**
 * Streams the rows of a CSV text without reading their fields. Rows end where csv-parse ends them: at the first line
 * end of the file that stands outside quotes, and from then on at that kind of line end only. Gives that line end, ''
 * where there is none.
 */
export async function readRawRows(text: AsyncIterable<string>, handlers: RawHandlers): Promise<string> {
  let start = '';
  let splitter: RowSplitter | undefined;
  let sought: HeaderSought | undefined;
  const begin = (): RowSplitter => {
    const { separator, linesBefore, charactersBefore } = layoutOf(start);
    const before = start.slice(0, charactersBefore);
    sought = new HeaderSought(handlers, ({ line, text: names }) => ({ line, text: before + names, names, separator }));
    const rows = new RowSplitter(linesBefore + 1, (row) => sought?.take(row));
    rows.push(start.slice(charactersBefore));
    return rows;
  };
  for await (const piece of text) {
    if (splitter !== undefined) splitter.push(piece);
    else {
      start += piece;
      if (hasHeader(start) || start.length > longestHeader) splitter = begin();
    }
  }
  splitter ??= begin();
  splitter.finish();
  sought?.finish();
  return splitter.lineEnd;
}

/** Holds the first rows back until the header is found among them; where none of them is, the first is taken for it. */
class HeaderSought {
  readonly #handlers: RawHandlers;
  readonly #headerOf: (row: RawRow) => RawHeader;
  #above: RawRow[] | undefined = [];
  #filled = 0;

  constructor(handlers: RawHandlers, headerOf: (row: RawRow) => RawHeader) {
    this.#handlers = handlers;
    this.#headerOf = headerOf;
  }

  take(row: RawRow): void {
    const { onHeader, onRow, isHeader = () => true } = this.#handlers;
    if (this.#above === undefined) onRow(row);
    else if (isHeader(this.#headerOf(row))) {
      this.#above = undefined;
      onHeader(this.#headerOf(row));
    } else {
      this.#above.push(row);
      // A blank line above the header is none of those that are looked through, as in the reading of records.
      if (/[^\s,;|"]/.test(row.text)) this.#filled += 1;
      if (this.#filled === linesToHeader(this.#handlers.headerLine)) this.finish();
    }
  }

  finish(): void {
    const [first, ...rest] = this.#above ?? [];
    this.#above = undefined;
    if (first === undefined) return;
    this.#handlers.onHeader(this.#headerOf(first));
    for (const row of rest) this.#handlers.onRow(row);
  }
}

/** Cuts a text that comes in pieces at the line ends outside quotes. */
class RowSplitter {
  readonly #onRow: (row: RawRow) => void;
  #line: number;
  #lineEnd: string | undefined;
  #rest = '';
  /** How far `#rest` is searched already, and whether a quote is open there. */
  #searched = 0;
  #isQuoted = false;
  #linesDropped = 0;

  constructor(firstLine: number, onRow: (row: RawRow) => void) {
    this.#line = firstLine;
    this.#onRow = onRow;
  }

  get lineEnd(): string {
    return this.#lineEnd ?? '';
  }

  push(piece: string): void {
    this.#split(this.#rest + piece, false);
  }

  finish(): void {
    this.#split(this.#rest, true);
    if (this.#rest !== '') this.#take(this.#rest);
    this.#rest = '';
  }

  #split(text: string, isLast: boolean): void {
    let begun = 0;
    let from = this.#searched;
    for (;;) {
      const end = this.#nextLineEnd(text, from, isLast);
      if (end === undefined) break;
      if (isOdd(text, from, end.at)) this.#isQuoted = !this.#isQuoted;
      if (!this.#isQuoted) {
        this.#lineEnd = end.mark;
        this.#take(text.slice(begun, end.at));
        begun = end.at + end.mark.length;
      }
      from = end.at + end.mark.length;
    }
    // The last character may be the first half of a line end.
    const searched = Math.max(from, isLast ? text.length : text.length - 1);
    if (isOdd(text, from, searched)) this.#isQuoted = !this.#isQuoted;
    this.#rest = text.slice(begun);
    this.#searched = searched - begun;
    this.#shorten();
  }

  /** Of a row that is longer than any may be, its beginning is kept, so that a file without line ends is not held whole. */
  #shorten(): void {
    if (this.#searched <= longestRow) return;
    this.#linesDropped += this.#rest.slice(longestRow, this.#searched).split('\n').length - 1;
    this.#rest = this.#rest.slice(0, longestRow) + this.#rest.slice(this.#searched);
    this.#searched = longestRow;
  }

  #nextLineEnd(text: string, from: number, isLast: boolean): { at: number; mark: string } | undefined {
    if (this.#lineEnd !== undefined) {
      const at = text.indexOf(this.#lineEnd, from);
      return at < 0 ? undefined : { at, mark: this.#lineEnd };
    }
    const ends = /\r\n|\n|\r/g;
    ends.lastIndex = from;
    const ending = ends.exec(text);
    const isHalf = ending?.[0] === '\r' && ending.index === text.length - 1 && !isLast;
    return ending === null || isHalf ? undefined : { at: ending.index, mark: ending[0] };
  }

  #take(text: string): void {
    this.#onRow({ line: this.#line, text });
    this.#line += 1 + this.#linesDropped + (text.includes('\n') ? text.split('\n').length - 1 : 0);
    this.#linesDropped = 0;
  }
}

function isOdd(text: string, from: number, to: number): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}

/** The fields of a row, without their quotes. */
export function fieldsOf(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const fields: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === separator && !isQuoted) {
      fields.push(withoutQuotes(text.slice(from, at)));
      from = at + 1;
    }
  }
  return [...fields, withoutQuotes(text.slice(from))];
}

function withoutQuotes(field: string): string {
  const inside = /^"([\s\S]*)"$/.exec(field)?.[1];
  return inside === undefined ? field : inside.replaceAll('""', '"');
}
