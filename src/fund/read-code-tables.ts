import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { CodeTable, CodeTables } from '../ledger/code-table.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import { readCodeTable } from '../ledger/read-code-table.js';
import { reasonOf } from './system-error.js';

/** The tables of codes of one entry, and what was read for them. */
export interface ReadCodeTables {
  readonly tables: CodeTables;
  readonly inputs: readonly LedgerInput[];
}

/** Reads the tables of codes that an entry of the agreement declares. One that cannot be opened is reported where it is declared. */
export async function readCodeTables(
  folder: string,
  entry: LedgerEntry,
  agreement: Agreement,
  report: Report,
): Promise<ReadCodeTables> {
  const tables = new Map<string, CodeTable>();
  const inputs: LedgerInput[] = [];
  for (const map of entry.maps) {
    try {
      const read = await readCodeTable(
        { at: { folder, file: map.table, part: map.part }, map, entry, agreement },
        report,
      );
      inputs.push(read.input);
      if (read.table !== undefined) tables.set(map.column, read.table);
    } catch (error) {
      const args = { file: map.table, reason: reasonOf(error) };
      report(diagnose('BCF3069', args, { place: map.place }));
    }
  }
  return { tables, inputs };
}
