import type { Agreement } from '../agreement/agreement.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { DamagedCells } from '../ledger/damages.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import { type PublishedTable, readPublishedTable, type TableFindings } from '../ledger/published-table.js';
import { reasonOf } from './system-error.js';

/** Where nobody is told what is wrong with a table. */
function unheard(): TableFindings {
  return { report: () => undefined, damaged: new DamagedCells() };
}

interface ReadTables {
  readonly tables: ReadonlyMap<string, PublishedTable>;
  readonly inputs: readonly LedgerInput[];
}

/** Reads the published tables that the agreement declares. One that cannot be opened is reported where it is declared. */
export async function readTables(
  folder: string,
  agreement: Agreement,
  findings: TableFindings = unheard(),
): Promise<ReadTables> {
  const { report } = findings;
  const tables = new Map<string, PublishedTable>();
  const inputs: LedgerInput[] = [];
  for (const declared of agreement.tables.values()) {
    try {
      const { table, input } = await readPublishedTable(declared, folder, findings);
      inputs.push(input);
      if (table === undefined) continue;
      tables.set(declared.code, table);
      reportMissingPartners(table, report);
    } catch (error) {
      const args = { file: declared.file, reason: reasonOf(error) };
      report(diagnose('BCF3501', args, { place: declared.place }));
    }
  }
  return { tables, inputs };
}

/** Says where a table calls no header and no cell what the agreement says it calls a partner. */
function reportMissingPartners(table: PublishedTable, report: Report): void {
  const { code, columns, rows, partners, partnerPlaces } = table;
  const texts = [...new Set([...columns, ...rows.flatMap(({ cells }) => cells)])].filter((text) => text !== '');
  const known = new Set(texts.map((text) => text.toLowerCase()));
  for (const [partner, label] of partners) {
    if (known.has(label.toLowerCase())) continue;
    const args = { table: code, partner, label, meant: near(label, texts) };
    report(diagnose('BCF3510', args, { place: partnerPlaces.get(partner) }));
  }
}
