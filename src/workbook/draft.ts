import { type SheetCell, type SheetRow, wordCell } from './model.js';
import type { Reference } from './references.js';

/** A cell, or what makes it when every figure has its place. */
export type DraftCell = SheetCell | (() => SheetCell) | undefined;

const mostFrozen = 8;

/** A sheet whose cells have their places, and not all of their formulas yet. */
export class DraftSheet {
  readonly name: string;
  readonly #rows: (readonly DraftCell[])[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /** How many rows and columns stay where they are when it is moved. */
  frozen: { readonly rows: number; readonly columns: number } = { rows: 0, columns: 0 };

  /** How wide its columns are, where its cells do not say it. */
  widths: readonly number[] | undefined;

  /** How many rows there are: where the next one will stand. */
  get length(): number {
    return this.#rows.length;
  }

  /** Adds a row below the others, and says where it stands. */
  add(...cells: readonly DraftCell[]): number {
    return this.#rows.push(cells) - 1;
  }

  /** Adds what the sheet is and how to read it. */
  begin(title: string, ...notes: readonly string[]): void {
    this.add(wordCell(title, 'title'));
    for (const note of notes) this.add(wordCell(note, 'note'));
    this.add();
  }

  /** The header of the one table that a sheet has; it stays where it is, but far down, where it would leave no room below. */
  header(...headers: readonly string[]): number {
    if (this.length < mostFrozen) this.frozen = { rows: this.length + 1, columns: 1 };
    return this.add(...headers.map((header) => (header === '' ? undefined : wordCell(header, 'header'))));
  }

  /** A cell of it. */
  at(column: number, row = this.length): Reference {
    return { sheet: this.name, column, row };
  }

  /** Its rows with all formulas; making one may add rows, here too. */
  finished(): SheetRow[] {
    const rows: SheetRow[] = [];
    for (let at = 0; at < this.#rows.length; at += 1) {
      rows.push((this.#rows[at] ?? []).map((cell) => (typeof cell === 'function' ? cell() : cell)));
    }
    return rows;
  }
}
