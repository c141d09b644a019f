import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ourColumns } from '../../src/agreement/exports.js';
import { columnsHolding, columnsOf, type LedgerKind } from '../../src/agreement/ledger-kinds.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { readLedger } from '../../src/ledger/read-ledger.js';
import type { Unit } from '../../src/money/unit.js';
import { temporaryFolder } from '../support/fund-folder.js';
import { passedOverIn } from '../support/passed-over.js';

interface HowWritten {
  readonly kind?: LedgerKind;
  readonly unit?: Unit | undefined;
  /** Our column name to the header that the file uses. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly ignore?: readonly string[];
  readonly hasTotals?: boolean;
}

interface ReadRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly amountPence: bigint | undefined;
}

interface ReadCsv {
  readonly rows: readonly ReadRow[];
  readonly diagnostics: readonly Diagnostic[];
  /** Each diagnostic as `line CODE`, in the order they were reported. */
  readonly faults: readonly string[];
  /** Lines that are no rows, as `lines what file:line`. */
  readonly passedOver: readonly string[];
}

/** The header of an opening ledger, the shortest there is with an amount. */
export const openingHeader = 'pool,heading,partner,amount';

/** Reads one file as a ledger: by default opening balances in pounds. */
export async function readCsv(content: string | Buffer, how: HowWritten = {}): Promise<ReadCsv> {
  const { kind = 'opening', columns = {}, ignore = [], hasTotals = true } = how;
  const unit = 'unit' in how || kind !== 'opening' ? how.unit : 'pounds';
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'ledger.csv'), content);
  const [amount] = columnsHolding(kind, 'money');
  const diagnostics: Diagnostic[] = [];
  const rows: ReadRow[] = [];
  const input = await readLedger(
    {
      folder,
      file: 'ledger.csv',
      tables: new Map(),
      entry: {
        ...ourColumns,
        kind,
        files: 'ledger.csv',
        ...(unit !== undefined && { unit }),
        columns: new Map(Object.entries(columns).map(([name, header]) => [name, { kind: 'cell', header: [header] }])),
        ignore,
        hasTotals,
      },
    },
    (diagnostic) => diagnostics.push(diagnostic),
    (cells) => {
      const amountPence = amount === undefined ? 0n : cells.amount(amount);
      const named = columnsOf(kind).map((name) => [name, cells.optional(name)]);
      rows.push({ line: cells.line, cells: Object.fromEntries(named), amountPence });
      return amountPence;
    },
  );
  const faults = diagnostics.map(({ code, place }) => `${place?.line ?? '-'} ${code}`);
  return { rows, diagnostics, faults, passedOver: passedOverIn([input]) };
}
