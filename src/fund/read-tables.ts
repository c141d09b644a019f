import { join } from 'node:path';
import type { Agreement } from '../agreement/agreement.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { type PublishedTable, readPublishedTable } from '../ledger/published-table.js';
import type { LedgerInput } from '../ledger/read-ledger.js';
import { reasonOf } from './system-error.js';

interface ReadTables {
  readonly tables: ReadonlyMap<string, PublishedTable>;
  readonly inputs: readonly LedgerInput[];
}

/** Reads the published tables that the agreement declares. One that cannot be opened is reported where it is declared. */
export async function readTables(folder: string, agreement: Agreement, report: Report): Promise<ReadTables> {
  const tables = new Map<string, PublishedTable>();
  const inputs: LedgerInput[] = [];
  for (const declared of agreement.tables.values()) {
    try {
      const { table, input } = await readPublishedTable(declared, join(folder, declared.file), report);
      inputs.push(input);
      if (table !== undefined) tables.set(declared.code, table);
    } catch (error) {
      const args = { file: declared.file, reason: reasonOf(error) };
      report(diagnose('BCF3501', args, { place: declared.place }));
    }
  }
  return { tables, inputs };
}
