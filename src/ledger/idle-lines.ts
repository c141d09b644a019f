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
  return /^(?:[^,;|\t]*[,;|\t]){4}/.test(cell) || /^(?:[^,;|\t]*[,;|\t]){2}.*\d\.\d\d(?![\d.])/.test(cell);
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

/** The lines of a file that hold no row and no money: blank ones, notes, and formulas that were filled down too far. */
export class IdleLines {
  readonly #file: string;
  readonly #blank: number[] = [];
  readonly #fillers: number[] = [];
  readonly #headers = new Map<'again' | 'ruled', number[]>();
  readonly #notes: { readonly line: number; readonly text: string }[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  blank(line: number): void {
    this.#blank.push(line);
  }

  /** The header again, or a line of dashes below it. */
  header(what: 'again' | 'ruled', line: number): void {
    this.#headers.set(what, [...(this.#headers.get(what) ?? []), line]);
  }

  /** Whether a line of one cell is a note: it is named then and passed over. */
  takesAlone(fields: readonly string[], line: number): boolean {
    return isAlone(fields) && this.takes(fields, line);
  }

  /** Whether a line without an amount is idle, by its cells that are not blank: it is named then and passed over. */
  takes(filled: readonly string[], line: number): boolean {
    const [text = ''] = filled;
    const kind = idleKind(filled);
    if (kind === 'filler') this.#fillers.push(line);
    if (kind === 'note') this.#notes.push({ line, text });
    return kind !== undefined;
  }

  /** How many lines of each sort there were. */
  get passedOver(): PassedOver[] {
    const headers = [...this.#headers].map(([what, { length: lines }]) => ({ what, lines }));
    const [first] = this.#notes;
    return [
      ...headers,
      ...(this.#blank.length === 0 ? [] : [{ what: 'blank' as const, lines: this.#blank.length }]),
      ...(first === undefined
        ? []
        : [{ what: 'note' as const, lines: this.#notes.length, text: plainText(first.text).replace(/\s+/g, ' ') }]),
      ...(this.#fillers.length === 0 ? [] : [{ what: 'filler' as const, lines: this.#fillers.length }]),
    ];
  }

  reportAll(report: Report): void {
    this.#reportLines('BCF3016', this.#blank, report);
    this.#reportLines('BCF3044', this.#fillers, report);
    this.#reportHeaders('the header stands again', this.#headers.get('again') ?? [], report);
    this.#reportHeaders('a line of dashes', this.#headers.get('ruled') ?? [], report);
    for (const { line, text } of this.#notes) {
      const args = { text: plainText(text).replace(/\s+/g, ' ') };
      report(diagnose('BCF3043', args, { place: { file: this.#file, line } }));
    }
  }

  #reportLines(code: 'BCF3016' | 'BCF3044', found: readonly number[], report: Report): void {
    const [first] = found;
    if (first === undefined) return;
    report(
      diagnose(code, { count: found.length, lines: inWords(found) }, { place: { file: this.#file, line: first } }),
    );
  }

  #reportHeaders(what: string, found: readonly number[], report: Report): void {
    const [first] = found;
    if (first === undefined) return;
    report(diagnose('BCF3029', { what, lines: inWords(found) }, { place: { file: this.#file, line: first } }));
  }
}

function inWords(lines: readonly number[]): string {
  return `line${lines.length > 1 ? 's' : ''} ${lines.slice(0, 10).join(', ')}${lines.length > 10 ? ', …' : ''}`;
}
