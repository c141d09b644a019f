import { columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { plainText } from '../diagnostics/plain-text.js';
import { isPlainNumber } from '../money/plain-amount.js';

/** What a line is that is no row: the header again, another header, a line of dashes, or cells in single quotes. */
export type HeaderLine = 'again' | 'other' | 'ruled' | 'single-quoted';

/** Tells the lines of an export that have to do with its header from its rows. */
export class HeaderLines {
  readonly #header: readonly string[];
  readonly #names: ReadonlySet<string>;
  /** A column in which rows have figures, and headers mostly words. */
  readonly #told: number | undefined;
  readonly #headerTold: string;

  constructor(header: readonly string[], kind: LedgerKind, told?: number) {
    this.#header = plainly(header);
    this.#names = new Set([...this.#header, ...columnsOf(kind)].filter((name) => name !== ''));
    this.#told = told;
    this.#headerTold = this.#header[this.#told ?? 0] ?? '';
  }

  /** Whether a line is passed over. */
  isNoRow(fields: readonly string[]): boolean {
    const what = this.whatIs(fields);
    return what === 'again' || what === 'ruled';
  }

  /** What a line is; undefined where it is a row, as nearly all are. */
  whatIs(fields: readonly string[]): HeaderLine | undefined {
    if (this.#told !== undefined) {
      const text = fields[this.#told] ?? '';
      if (isPlainNumber(text) && text !== this.#headerTold) return undefined;
      if (/\d/.test(text) && !text.trimEnd().endsWith("'") && plain(text) !== this.#headerTold) return undefined;
    }
    if (isRuled(fields)) return 'ruled';
    if (isSingleQuoted(fields)) return 'single-quoted';
    const cells = plainly(fields);
    if (cells.length >= this.#header.length && this.#header.every((name, index) => name === cells[index]))
      return 'again';
    const filled = cells.filter((cell) => cell !== '');
    const named = filled.filter((cell) => this.#names.has(cell));
    return named.length > 2 && named.length * 2 > filled.length ? 'other' : undefined;
  }
}

/** Whether a line is drawn of dashes, as some exports have one below their header. One dash alone is nil. */
function isRuled(fields: readonly string[]): boolean {
  let longest = 0;
  for (const field of fields) {
    const text = field.trim();
    if (text !== '' && !/^[-=_–—]+$/.test(text)) return false;
    longest = Math.max(longest, text.length);
  }
  return longest > 2;
}

/** Whether each cell of a line that has any stands in single quotes. */
export function isSingleQuoted(fields: readonly string[]): boolean {
  const filled = fields.map((field) => field.trim()).filter((field) => field !== '');
  return filled.length > 1 && filled.every((field) => field.length > 1 && /^'[\s\S]*'$/.test(field));
}

/** The names of a line up to the last. */
function plainly(fields: readonly string[]): readonly string[] {
  const cells = fields.map(plain);
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function plain(field: string): string {
  return plainText(field)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
}
