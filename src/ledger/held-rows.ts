import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Pence } from '../money/pence.js';
import type { Cells } from './cells.js';

/** A row that stands in another file too, as far as its reference says. */
export interface HeldRow {
  readonly line: number;
  readonly amountPence: Pence;
  /** What is wrong with it, unless its file repeats the other. */
  readonly fault: Diagnostic;
}

/** Rows of one file that were seen before in another. */
export interface HeldOfFile {
  readonly file: string;
  readonly other: string;
  readonly rows: HeldRow[];
}

/**
 * Rows that are not posted because another file had them first. Whether the one file repeats the other, as an export of the
 * year to date does, or a row is wrong, is known when both are read.
 */
export class HeldRows {
  #byFiles = new Map<string, HeldOfFile>();
  #last: { readonly file: string; readonly line: number; readonly amountPence: Pence } | undefined;

  /** Holds a row back. */
  hold(cells: Cells, other: string, fault: Diagnostic): void {
    const { file, line, moneyPence: amountPence } = cells;
    const key = `${file}\0${other}`;
    const held = this.#byFiles.get(key) ?? { file, other, rows: [] };
    held.rows.push({ line, amountPence, fault });
    this.#last = { file, line, amountPence };
    this.#byFiles.set(key, held);
  }

  /** The amount of the row that was held last, if it is this one. */
  amountOf({ line, file }: Cells): Pence | undefined {
    return this.#last?.line === line && this.#last.file === file ? this.#last.amountPence : undefined;
  }

  /** All that is held, by the file and the other; nothing is held afterwards. */
  release(): HeldOfFile[] {
    const held = [...this.#byFiles.values()];
    this.#byFiles = new Map();
    return held;
  }
}
