import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { Header } from './header.js';
import { cellOf } from './origins.js';
import type { PassedOver } from './passed-over.js';

/** Whether the agreement leaves a row out. */
export function isLeftOut(fields: readonly string[], { leftOut }: Pick<Header, 'leftOut'>): boolean {
  return leftOut.some(({ index, words }) => words.includes(cellOf(fields, index).toLowerCase()));
}

/** Rows of a file that the agreement leaves out for one word in one column. */
interface LeftOut {
  readonly line: number;
  readonly index: number;
  readonly column: string;
  readonly word: string;
  rows: number;
  amountPence: Pence;
  /** Those of its rows without an amount that can be read. */
  unread: number;
}

/** Counts and adds up the rows of a file that the agreement leaves out, so that none goes in silence. */
export class LeftOutRows {
  readonly #file: string;
  readonly #byWord = new Map<string, LeftOut>();

  constructor(file: string) {
    this.#file = file;
  }

  /** The amount of a row that is left out, nil where it has none; undefined where it is not left out. */
  takes(
    fields: readonly string[],
    { leftOut, names }: Header,
    { line, amountOf }: { readonly line: number; readonly amountOf: () => Pence | undefined },
  ): Pence | undefined {
    for (const { index, words } of leftOut) {
      const word = cellOf(fields, index);
      const key = `${index} ${word.toLowerCase()}`;
      if (!words.includes(word.toLowerCase())) continue;
      const known = this.#byWord.get(key) ?? {
        line,
        index,
        column: names[index] ?? '',
        word,
        rows: 0,
        amountPence: 0n,
        unread: 0,
      };
      known.rows += 1;
      const amountPence = amountOf();
      if (amountPence === undefined) known.unread += 1;
      else known.amountPence += amountPence;
      this.#byWord.set(key, known);
      return amountPence ?? 0n;
    }
    return undefined;
  }

  /** How many rows there were for each word, and what they add up to. */
  get passedOver(): PassedOver[] {
    return [...this.#byWord.values()].map(({ line, column, word, rows, amountPence }) => ({
      what: 'left-out',
      lines: rows,
      line,
      text: `${column}: ${word}`,
      amountPence,
    }));
  }

  reportAll(report: Report): void {
    for (const { line, index, column, word, rows, amountPence, unread } of this.#byWord.values()) {
      const place = { file: this.#file, line, field: { index, name: column } };
      report(diagnose('BCF3060', { column, word, rows, amount: inWords(amountPence), unread }, { place }));
    }
  }
}
