import { withoutBlanksRoundQuotes, withoutNuls } from './even-row.js';
import { fieldsOf } from './raw-rows.js';
import { layoutOf } from './separator.js';

const mark = '\ufeff';
/** A byte order mark, as it is and as it looks where UTF-8 was once taken for Windows-1252. */
const leadingMarks = /^(?:\ufeff|ï»¿)+/;
/** DOS ends a text file with it: Ctrl-Z. */
const endOfDosFile = '\u001a';
/** What longer text without the end of a row is, is told by who reads its rows. */
const longest = 1 << 17;

/** Where another file was pasted in, by what shows it, and the line of its first row. */
export interface Seam {
  readonly shownBy: 'line-ends' | 'mark';
  readonly line: number;
}

type OnSeam = (seam: Seam) => void;

/**
 * The text of a CSV file in one form, so that all who read its rows split them alike: rows end as the first does, also
 * where two files were pasted together or a copy doubled the carriage returns; no byte order mark leads a row, no blanks
 * stand round a cell in quotes, no cell is a NUL, and Ctrl-Z does not end it. What is inside quotes stays as it is.
 * Where two files were pasted together is told, the first such place of a file.
 */
export async function* evenText(pieces: AsyncIterable<string>, onSeam?: OnSeam): AsyncGenerator<string> {
  const evener = new Evener();
  for await (const piece of pieces) {
    const text = evener.push(piece);
    if (text !== '') yield text;
  }
  const text = evener.finish();
  if (text !== '') yield text;
  if (evener.seam !== undefined) onSeam?.(evener.seam);
}

class Evener {
  #rest = '';
  #isStart = true;
  #lineEnd: string | undefined;
  #separator = ',';
  /** What tells that a text is not even already, by how its rows end. */
  #uneven = /^/;
  /** The rows before those in hand. */
  #above = '';
  #isGivenUp = false;
  /** How the first row ends, as it stands. */
  #firstEnding = '';
  /** Lines of the even text before those in hand. */
  #linesAbove = 0;
  #seam: (Seam & { readonly isFollowed: boolean }) | undefined;
  /** Excel’s own first line, which may end in another way than the rows. */
  #isBelowSep = false;

  /** Where another file begins; the last row alone may end in another way than the rest. */
  get seam(): Seam | undefined {
    return this.#seam?.isFollowed === true ? this.#seam : undefined;
  }

  push(piece: string): string {
    if (this.#isGivenUp) return piece;
    const text = this.#rest + piece;
    this.#lineEnd ??= this.#firstLineEnd(text);
    const cut = this.#lineEnd === undefined ? 0 : endOfLastRow(text, this.#lineEnd);
    this.#rest = text.slice(cut);
    const even = cut === 0 ? '' : this.#even(text.slice(0, cut));
    return this.#rest.length <= longest ? even : even + this.#longRest();
  }

  /** Rows of a long text without the usual line end: another file may begin there. Where there is none, that is given up. */
  #longRest(): string {
    const cut = endOfLastRow(this.#rest, this.#lineEnd === '\n' ? '\r' : '\n');
    const rest = this.#rest.slice(cut);
    this.#isGivenUp = rest.length > longest;
    const even = cut === 0 ? '' : this.#even(this.#rest.slice(0, cut));
    this.#rest = rest;
    return this.#isGivenUp ? even + rest : even;
  }

  finish(): string {
    if (this.#isGivenUp) return '';
    this.#lineEnd ??= this.#firstLineEnd(`${this.#rest}\n`) ?? '\n';
    return this.#even(withoutDosEnd(this.#rest));
  }

  #firstLineEnd(text: string): string | undefined {
    const ending = lineEndsOutsideQuotes(text).next().value;
    if (ending === undefined || /^\r+$/.test(text.slice(ending.at))) return undefined;
    this.#firstEnding = ending.text;
    const lineEnd = ending.text.length > 2 ? '\r\n' : ending.text;
    const others = { '\n': '\\r', '\r': '\\n' }[lineEnd] ?? '(?<!\\r)\\n|\\r(?!\\n)|\\r\\r';
    this.#uneven = new RegExp(
      `${others}|[${mark}\\0]|(?:^|[,;\\t|\\r\\n])[ \\u00a0]+"|"[ \\u00a0]+(?:[,;\\t|\\r\\n]|$)`,
    );
    return lineEnd;
  }

  #even(text: string): string {
    const rows = this.#isStart ? text.replace(leadingMarks, '') : text;
    if (this.#isStart) {
      this.#separator = layoutOf(rows).separator;
      this.#isBelowSep = /^"?sep=/i.test(rows);
    }
    this.#isStart = false;
    if (this.#seam !== undefined && isFilled(rows)) this.#seam = { ...this.#seam, isFollowed: true };
    const even = this.#uneven.test(rows) ? this.#rowByRow(rows) : rows;
    this.#above = even;
    this.#linesAbove += linesIn(even);
    return even;
  }

  #rowByRow(text: string): string {
    const lineEnd = this.#lineEnd ?? '\n';
    const rows: string[] = [];
    let parts: string[] = [];
    let from = 0;
    for (const { at, text: ending } of lineEndsOutsideQuotes(text)) {
      parts.push(text.slice(from, at));
      from = at + ending.length;
      if (ending !== lineEnd && ending.length === 1) {
        parts.push(ending);
        continue;
      }
      const ended = this.#rowsOf(parts, rows.findLast(isFilled));
      const isOther = ended.filter(isFilled).length > 1 || ending !== this.#firstEnding;
      if (isOther && this.#seam === undefined && !this.#isBelowSep) {
        this.#noteSeam('line-ends', rows, [...ended.slice(1), text.slice(from)].some(isFilled));
      }
      rows.push(...ended);
      parts = [];
    }
    parts.push(text.slice(from));
    const last = this.#rowsOf(parts, rows.findLast(isFilled));
    if (last.length > 1 && this.#seam === undefined && !this.#isBelowSep)
      this.#noteSeam('line-ends', rows, last.slice(1).some(isFilled));
    rows.push(...last);
    const marked = rows.findIndex((row) => row.startsWith(mark));
    if (marked >= 0) this.#noteSeam('mark', rows.slice(0, marked), true);
    return rows.map((row) => this.#evenRow(row)).join(lineEnd);
  }

  /** Notes that another file begins below some rows of the text in hand; the first that is shown stays. */
  #noteSeam(shownBy: Seam['shownBy'], rowsAbove: readonly string[], isFollowed: boolean): void {
    const line = this.#linesAbove + 1 + rowsAbove.reduce((lines, row) => lines + 1 + linesIn(row), 0);
    if (this.#seam === undefined || line < this.#seam.line) this.#seam = { shownBy, line, isFollowed };
  }

  /**
   * The rows of what stands between two line ends of the usual kind, given in parts with line ends of another between them.
   * Those end rows too where the parts are rows, as the one above shows, and the whole is none; else they are in a cell.
   */
  #rowsOf(parts: readonly string[], rowAbove: string | undefined): readonly string[] {
    const whole = parts.join('');
    if (parts.length === 1) return [whole];
    const fields = (row: string): number => fieldsOf(row, this.#separator).length;
    const above = fields(rowAbove ?? lastRowOf(this.#above));
    const rows = parts.filter((_, index) => index % 2 === 0);
    if (!rows.slice(1).some(isFilled)) return rows;
    return fields(whole) !== above && rows.some((row) => fields(row) === above) ? rows : [whole];
  }

  #evenRow(row: string): string {
    const unmarked = row.startsWith(mark) ? row.replace(/^\ufeff+/, '') : row;
    return withoutBlanksRoundQuotes(withoutNuls(unmarked, this.#separator), this.#separator);
  }
}

interface LineEnd {
  readonly at: number;
  readonly text: string;
}

function* lineEndsOutsideQuotes(text: string): Generator<LineEnd, undefined> {
  let isQuoted = false;
  for (const { 0: found, index } of text.matchAll(/"|\r+\n|\n|\r/g)) {
    if (found === '"') isQuoted = !isQuoted;
    else if (!isQuoted) yield { at: index, text: found };
  }
  return undefined;
}

/** Where the last row ends that surely ends in a text, 0 where none does. The last character may be half a line end. */
function endOfLastRow(text: string, lineEnd: string): number {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  let quote = text.lastIndexOf('"');
  let end = text.slice(0, -1).lastIndexOf(lineEnd);
  if (lineEnd !== '\r' && text.endsWith(lineEnd)) end = text.length - lineEnd.length;
  while (end >= 0) {
    for (; quote > end; quotes -= 1) quote = lastBefore(text, '"', quote);
    if (quotes % 2 === 0) return end + lineEnd.length;
    end = lastBefore(text, lineEnd, quote);
  }
  return 0;
}

function lastBefore(text: string, wanted: string, before: number): number {
  return before <= 0 ? -1 : text.lastIndexOf(wanted, before - 1);
}

function lastRowOf(rows: string): string {
  let from = 0;
  let row = '';
  for (const { at, text } of lineEndsOutsideQuotes(rows)) {
    if (isFilled(rows.slice(from, at))) row = rows.slice(from, at);
    from = at + text.length;
  }
  return row;
}

/** How many lines end in a text. */
function linesIn(text: string): number {
  const end = text.includes('\n') ? '\n' : '\r';
  let lines = 0;
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) lines += 1;
  return lines;
}

function isFilled(row: string): boolean {
  return row.trim() !== '';
}

function withoutDosEnd(text: string): string {
  let end = text.length;
  while (end > 0 && [endOfDosFile, '\0', '\r', '\n', ' '].includes(text[end - 1] ?? '')) end -= 1;
  const at = text.indexOf(endOfDosFile, end);
  return at < 0 ? text : text.slice(0, at);
}
