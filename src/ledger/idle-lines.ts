import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { damageOf } from './excel-damage.js';
import type { PassedOver } from './passed-over.js';
import { firstFilled } from './total-row.js';

/** What a line without an amount is, by its cells that are not blank; undefined where it is a row. */
function idleKind(filled: readonly string[]): 'note' | 'filler' | undefined {
  if (filled.length > 0 && filled.every((cell) => damageOf(cell, false) === 'error')) return 'filler';
  const [only = ''] = filled;
  if (filled.length !== 1 || isRowInCell(only)) return undefined;
  return /\p{L}/u.test(only) && /\s|:$/.test(only) ? 'note' : undefined;
}

/** Whether a cell holds a whole row, such as one that was quoted before its line was filled up with blank cells. */
export function isRowInCell(cell: string): boolean {
  if (!/\d/.test(cell)) return false;
  return (
    /^(?:[^,;|~^\t]*[,;|~^\t]){4}/.test(cell) ||
    // Words have a blank behind a comma, and the cells of a row have none.
    /^(?:[^,;|~^\t]*[,;|~^\t](?! )){3}/.test(cell) ||
    /^(?:[^,;|~^\t]*[,;|~^\t]){2}.*\d\.\d\d(?![\d.])/.test(cell)
  );
}

/** Days, times, years of these decades, and how many rows or pages there are, which are no money. */
const noMoney =
  /\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?|\b20[1-3]\d(?:[-/]\d{2}(?:\d{2})?)?\b(?!\.\d)|\b[\d,]+ (?:rows?|records?|lines?|transactions?|pages?)\b/gi;
/** An amount of money in words: `£5`, `1,500`, `12.50`, `45000`, `45k`, `GBP 5`, `-7`. */
const moneyInWords = /£|\b(?:GBP|EUR|USD)\b|\d{3}|\d[.,]\d|\d\s?(?:k|m|mn|bn)\b|\d \d{3}|(?:^|\s)-\d/i;

/** Whether words have an amount of money in them; a day, a time, a year or a count of rows is none. */
function speaksOfMoney(text: string): boolean {
  return moneyInWords.test(text.replace(noMoney, ' '));
}

/** Whether a line of one cell is a note; one with what separates cells, or with figures of money, may be rows. */
function isAlone(fields: readonly string[]): boolean {
  const [text = ''] = fields;
  return fields.length === 1 && idleKind([text]) === 'note' && !/[,;|\t]|\d[.,]\d\d(?![\d.])|£/.test(text);
}

/** Whether a line holds no row and no money, in a ledger with amounts. */
export function isIdle(fields: readonly string[], amounts: readonly number[]): boolean {
  if (amounts.length > 0 && isAlone(fields)) return true;
  const isWithoutAmount = amounts.length > 0 && amounts.every((index) => fields[index]?.trim() === '');
  return isWithoutAmount && idleKind(firstFilled(fields, amounts)) !== undefined;
}

interface RecordFacts {
  readonly filled: readonly string[];
  readonly hasAmount: boolean;
  readonly line: number;
}

/** The lines of a file that hold no row and no money: blank ones, notes, and formulas that were filled down too far. */
export class IdleLines {
  readonly #blank: number[] = [];
  readonly #fillers: number[] = [];
  readonly #headers = new Map<'again' | 'ruled', number[]>();
  readonly #notes: { readonly line: number; readonly text: string }[] = [];

  blank(line: number): void {
    this.#blank.push(line);
  }

  /** The header again, or a line of dashes below it. */
  header(what: 'again' | 'ruled', line: number): void {
    this.#headers.set(what, [...(this.#headers.get(what) ?? []), line]);
  }

  /** Whether a line of one cell is a note: it is counted then and passed over. */
  takesAlone(fields: readonly string[], line: number): boolean {
    return isAlone(fields) && this.takes(fields, line);
  }

  /** Whether a line without an amount is idle, by its cells that are not blank: it is counted then and passed over. */
  takes(filled: readonly string[], line: number): boolean {
    const [text = ''] = filled;
    const kind = idleKind(filled);
    if (kind === 'filler') this.#fillers.push(line);
    if (kind === 'note') this.#notes.push({ line, text });
    return kind !== undefined;
  }

  /** Whether a record is idle, by its cells that hold words or codes and whether it has an amount. */
  takesRow(fields: readonly string[], { filled, hasAmount, line }: RecordFacts): boolean {
    if (hasAmount && filled.length > 0) return false;
    const cells = fields.filter((field) => field.trim() !== '');
    // Money in a column that is not read is no note’s: its row lacks the amount that is.
    if (!hasAmount) return cells.length === filled.length && this.takes(filled, line);
    // The column of the amounts is the first of some exports, so that a note may stand there.
    const [only = '', ...others] = cells;
    const isNote = others.length === 0 && /^\p{L}/u.test(only.trim()) && !speaksOfMoney(only);
    return isNote && this.takes([only], line);
  }

  /** The lines of each sort. */
  get passedOver(): PassedOver[] {
    const [note] = this.#notes;
    return [
      ...[...this.#headers].flatMap(([what, lines]) => sortOf(what, lines)),
      ...sortOf('blank', this.#blank),
      ...sortOf(
        'note',
        this.#notes.map(({ line }) => line),
        note && inOneLine(note.text),
      ),
      ...sortOf('filler', this.#fillers),
    ];
  }

  /** Names the notes that speak of money: all others are only counted. */
  reportAll(file: string, report: Report): void {
    for (const { line, text } of this.#notes) {
      if (!speaksOfMoney(text)) continue;
      report(diagnose('BCF3043', { text: inOneLine(text) }, { place: { file, line } }));
    }
  }
}

function inOneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ');
}

function sortOf(what: PassedOver['what'], lines: readonly number[], text?: string): PassedOver[] {
  const [line] = lines;
  return line === undefined ? [] : [{ what, lines: lines.length, line, ...(text !== undefined && { text }) }];
}
