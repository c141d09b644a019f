import type { Cells } from '../ledger/cells.js';
import type { CodeTable } from '../ledger/code-table.js';
import { MetLines } from '../ledger/codes-met.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import type { Pence } from '../money/pence.js';

type Named = Pick<CodeTable, 'file' | 'sheet'>;

/** The tables of codes of a fund, as its rows meet their lines. */
export class TablesMet {
  readonly #tables = new Map<string, MetLines>();
  readonly #lost = new Set<string>();

  /** A ledger that is going to be read by its tables. */
  add({ tables }: Pick<LedgerFile, 'tables'>): void {
    for (const table of tables.values()) this.#of(table).add(table);
  }

  /** Takes a row that was read without fault; without an amount one that another file had first. */
  take(cells: Cells, amountPence: Pence | undefined): void {
    const seen = new Set<string>();
    for (const used of cells.usedLines()) {
      const key = `${keyOf(used.table)}\0${used.line.line}`;
      // Two of our columns may go by different codes to one line.
      if (!seen.has(key)) this.#of(used.table).take(cells.kind, used, amountPence);
      seen.add(key);
    }
  }

  /** Nothing is said of tables by which a ledger was not read whole: its other rows may meet any line. */
  lose({ tables }: Pick<LedgerFile, 'tables'>): void {
    for (const table of tables.values()) this.#lost.add(keyOf(table));
  }

  /** An input with what became of its lines, where it is a table of codes. */
  withLines(input: LedgerInput): LedgerInput {
    const key = keyOf({ file: input.path, sheet: input.sheet });
    const met = this.#tables.get(key);
    return met === undefined || this.#lost.has(key) ? input : { ...input, codesMet: met.said() };
  }

  #of(table: Named): MetLines {
    const key = keyOf(table);
    const known = this.#tables.get(key) ?? new MetLines();
    this.#tables.set(key, known);
    return known;
  }
}

function keyOf({ file, sheet }: Named): string {
  return `${file}\0${sheet ?? ''}`;
}
