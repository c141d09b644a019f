import { columnsOf } from '../agreement/ledger-kinds.js';
import type { LedgerHead } from './closable-rows.js';
import type { ClosedFile } from './closed-rows.js';
import { isSameLayout } from './layout.js';
import type { Difference } from './saying.js';

/** The closed rows of a file that say the same and are written another way, as they are found. */
export class Rewriting {
  #rows = 0;
  #notes = 0;
  readonly #columns = new Set<string>();
  #hasOther = false;
  readonly #elsewhere = new Map<string, number>();

  /** Takes a row that stands in its file still. */
  take({ columns, hasOtherNote }: Difference): void {
    this.#rows += 1;
    if (hasOtherNote) this.#notes += 1;
    if (columns.length === 0 && !hasOtherNote) this.#hasOther = true;
    for (const column of columns) this.#columns.add(column);
  }

  /** Takes a row that stands in another file of its kind. */
  takeElsewhere(file: string): void {
    this.#elsewhere.set(file, (this.#elsewhere.get(file) ?? 0) + 1);
  }

  get movedAway(): number {
    return [...this.#elsewhere.values()].reduce((sum, rows) => sum + rows, 0);
  }

  /** How many rows are written another way, and in what; those of a file whose form has changed are all of them. */
  of(closed: ClosedFile, head: LedgerHead | undefined, rowsThere: number): { rows: number; how: string[] } {
    const form = head === undefined ? [] : formDifferences(closed, head);
    const how = [
      ...columnsOf(closed.kind).filter((column) => this.#columns.has(column)),
      ...(this.#notes === 0 ? [] : [`the words of ${this.#notes} note${this.#notes === 1 ? '' : 's'}`]),
      ...(this.#hasOther && form.length === 0 ? ['quotation marks, spaces, or where cells stand'] : []),
      ...form,
      ...[...this.#elsewhere].map(([file, rows]) => `${rows} now in ${file}`),
    ];
    return { rows: (form.length > 0 ? rowsThere : this.#rows) + this.movedAway, how };
  }
}

function formDifferences({ header, layout, form }: ClosedFile, head: LedgerHead): string[] {
  const isOtherLayout = head.layout !== undefined && !isSameLayout(layout, head.layout);
  const isOtherEncoding = form.encoding !== head.form.encoding || form.hasMark !== head.form.hasMark;
  return [
    ...(onOneLineEnd(header) === onOneLineEnd(head.header) && !isOtherLayout ? [] : ['the header']),
    ...(isOtherEncoding ? ['the encoding'] : []),
    ...(form.lineEnd === head.form.lineEnd ? [] : ['the line ends']),
  ];
}

/** A header of several lines, as it has an `sep=` line before it, whatever its line ends. */
function onOneLineEnd(header: string): string {
  return header.replace(/\r\n/g, '\n');
}
