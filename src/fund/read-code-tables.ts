import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import type { CodeMap } from '../agreement/exports.js';
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
  for (const [first, ...others] of sharedTables(entry)) {
    if (first === undefined) continue;
    const { table: file, part, place } = first;
    try {
      const read = await readCodeTable(
        { at: { folder, file, part }, maps: [first, ...others], entry, agreement },
        report,
      );
      inputs.push(read.input);
      for (const [column, table] of read.tables) tables.set(column, table);
    } catch (error) {
      report(diagnose('BCF3069', { file, reason: reasonOf(error) }, { place }));
    }
  }
  return { tables, inputs };
}

/** The maps of an entry, those together that name one table. */
function sharedTables({ maps }: LedgerEntry): CodeMap[][] {
  const byTable = new Map<string, CodeMap[]>();
  for (const map of maps) {
    const key = [map.table, map.part?.sheet, map.part?.range].join('\0');
    byTable.set(key, [...(byTable.get(key) ?? []), map]);
  }
  return [...byTable.values()];
}
