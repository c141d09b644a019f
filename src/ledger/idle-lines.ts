import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { damageOf } from './excel-damage.js';
import { firstFilled } from './total-row.js';

/** What a line without an amount is, by its cells that are not blank; undefined where it is a row. */
function idleKind(filled: readonly string[]): 'note' | 'filler' | undefined {
  if (filled.length > 0 && filled.every((cell) => damageOf(cell, false) === 'error')) return 'filler';
  const [only = ''] = filled;
  return filled.length === 1 && /\p{L}/u.test(only) && /\s|:$/.test(only) ? 'note' : undefined;
}

/** Whether a line holds no row and no money, in a ledger with amounts. */
export function isIdle(fields: readonly string[], amounts: readonly number[]): boolean {
  const isWithoutAmount = amounts.length > 0 && amounts.every((index) => fields[index]?.trim() === '');
  return isWithoutAmount && idleKind(firstFilled(fields, amounts)) !== undefined;
}

/** The lines of a file that hold no row and no money: blank ones, notes, and formulas that were filled down too far. */
export class IdleLines {
  readonly #file: string;
  readonly #blank: number[] = [];
  readonly #fillers: number[] = [];
  readonly #notes: { readonly line: number; readonly text: string }[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  blank(line: number): void {
    this.#blank.push(line);
  }

  /** Whether a line without an amount is idle, by its cells that are not blank: it is named then and passed over. */
  takes(filled: readonly string[], line: number): boolean {
    const [text = ''] = filled;
    const kind = idleKind(filled);
    if (kind === 'filler') this.#fillers.push(line);
    if (kind === 'note') this.#notes.push({ line, text });
    return kind !== undefined;
  }

  reportAll(report: Report): void {
    this.#reportLines('BCF3016', this.#blank, report);
    this.#reportLines('BCF3044', this.#fillers, report);
    for (const { line, text } of this.#notes) {
      const args = { text: plainText(text).replace(/\s+/g, ' ') };
      report(diagnose('BCF3043', args, { place: { file: this.#file, line } }));
    }
  }

  #reportLines(code: 'BCF3016' | 'BCF3044', found: readonly number[], report: Report): void {
    const [first] = found;
    if (first === undefined) return;
    const lines = `line${found.length > 1 ? 's' : ''} ${found.slice(0, 10).join(', ')}${found.length > 10 ? ', …' : ''}`;
    report(diagnose(code, { count: found.length, lines }, { place: { file: this.#file, line: first } }));
  }
}
