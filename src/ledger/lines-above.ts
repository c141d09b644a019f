import { columnsHolding } from '../agreement/ledger-kinds.js';
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { lineWord } from '../diagnostics/place-text.js';
import { plainText } from '../diagnostics/plain-text.js';
import { parseAmount } from '../money/parse-amount.js';
import { dayFormOf } from './day-forms.js';
import { type Header, type HeaderLine, mayBeHeader, readHeader } from './header.js';
import type { PassedOver } from './passed-over.js';
import { linesToHeader } from './separator.js';

const longestShown = 60;

/**
 * The lines of a file above its header: what the report is called, when it was run. The header is the first line that has the
 * columns, or the line that the agreement declares.
 */
export class LinesAbove {
  readonly #lines: HeaderLine[] = [];

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  get isFull(): boolean {
    return this.#lines.length >= linesToHeader(this.#declared);
  }

  get #declared(): number | undefined {
    return this.#lines[0]?.entry.headerLine;
  }

  /** The header, where a line is one; other lines stand above it. */
  headerOf(line: HeaderLine): Header | undefined {
    const header = mayBeHeader(line) ? readHeader(line, () => undefined) : undefined;
    if (header === undefined) this.#lines.push(line);
    return header;
  }

  /** The lines, where a header stands below them, and what the first of them says. */
  get passedOver(): PassedOver[] {
    const [first] = this.#lines;
    return first === undefined
      ? []
      : [{ what: 'above', lines: this.#lines.length, line: first.line, text: shownOf(first) }];
  }

  /** Names those that are rows by the header below them, and those that speak of a day and of money; whether all are none. */
  reportRows(header: Header, line: number, report: Report): boolean {
    const days = columnsHolding(header.kind, 'day').flatMap((name) => header.places.get(name) ?? []);
    const isRow = ({ fields }: HeaderLine) =>
      days.some((index) => isDay(fields[index])) && header.amounts.some((index) => isMoney(fields[index]));
    const isLikeOne = ({ fields }: HeaderLine) =>
      fields.some(isDay) && fields.some(isMoneyToThePenny) && fields.filter((field) => field.trim() !== '').length > 2;
    const rows = this.#lines.filter(isRow);
    const others = this.#lines.filter((above) => isLikeOne(above) && !rows.includes(above));
    for (const [code, found] of [['BCF3052', rows] as const, ['BCF3053', others] as const]) {
      const [first] = found;
      if (first === undefined) continue;
      const args = { rows: found.length, header: line, text: shownOf(first) };
      report(diagnose(code, args, { place: { file: first.file, line: first.line } }));
    }
    return rows.length === 0;
  }

  /** Says why none of them can be the header, on a sheet or in a file of text. */
  reportFault(sheet: string | undefined, report: Report): void {
    const declared = this.#declared;
    if (declared === undefined) this.#reportLikeliest(report);
    else this.#reportDeclared(declared, lineWord(sheet), report);
  }

  /** Says what is wrong with the line that is declared, or on which the header is. */
  #reportDeclared(declared: number, word: 'line' | 'row', report: Report): void {
    const there = this.#lines.find(mayBeHeader);
    const usable = this.#lines.find((line) => line !== there && readHeader(line, () => undefined) !== undefined);
    if (there !== undefined && usable === undefined) readHeader(there, report);
    else {
      const place = { file: this.#lines[0]?.file ?? '', ...(usable && { line: usable.line }) };
      report(diagnose('BCF3079', { declared, found: usable?.line ?? 0, word }, { place }));
    }
  }

  /** Says what is wrong with the line that has most of the columns, or with the first. */
  #reportLikeliest(report: Report): void {
    let fewest: Diagnostic[] | undefined;
    for (const line of this.#lines) {
      const faults: Diagnostic[] = [];
      readHeader(line, (fault) => faults.push(fault));
      const isLikely = !faults.some(({ code }) => code === 'BCF3022');
      if (fewest === undefined || (isLikely && (isNone(fewest) || faults.length < fewest.length))) fewest = faults;
    }
    for (const fault of fewest ?? []) report(fault);
  }
}

function isDay(text = ''): boolean {
  return dayFormOf(text.trim()).kind === 'days';
}

function isMoney(text = ''): boolean {
  return /\d/.test(text) && 'pence' in parseAmount(text, 'pounds');
}

function isMoneyToThePenny(text: string): boolean {
  return /\d\.\d\d\b/.test(text) && isMoney(text);
}

function shownOf({ fields }: HeaderLine): string {
  const words = fields.map((field) => plainText(field).trim()).filter((field) => field !== '');
  const text = words.join(' ').replace(/\s+/g, ' ');
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function isNone(faults: readonly Diagnostic[]): boolean {
  return faults.some(({ code }) => code === 'BCF3022');
}
