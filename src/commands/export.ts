import { z } from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { beancountText } from '../export/beancount.js';
import { BookedRows } from '../export/booked-rows.js';
import { exportedOf } from '../export/exported.js';
import { hledgerText } from '../export/hledger.js';
import { ledgerText } from '../export/ledger.js';
import { type PlainJournal, plainJournal } from '../export/plain-journal.js';
import type { Outcome, World } from './io.js';
import { runStatement } from './run-statement.js';

const exportFlags = z.object({
  to: z.enum(['hledger', 'ledger', 'beancount']),
  asAt: z.enum(quarters).optional(),
  output: z.string().optional(),
});

interface ExportOptions extends z.infer<typeof exportFlags> {
  readonly folder: string;
}

/** Flags as the command line gives them, as plain options. */
export function parseExport(folder: string, flags: unknown): ExportOptions {
  return { folder, ...exportFlags.parse(flags) };
}

const writers: Readonly<Record<ExportOptions['to'], (journal: PlainJournal) => Iterable<string>>> = {
  hledger: hledgerText,
  ledger: ledgerText,
  beancount: beancountText,
};

/** A fund's journal for another program, or its tables as a data package. */
export function runExport({ folder, to, asAt, output }: ExportOptions, world: World): Promise<Outcome> {
  const rows = new BookedRows();
  return runStatement({ folder, asAt, output, format: 'text', verbose: false }, world, {
    format: 'bcf.export',
    verb: 'export',
    watch: rows.watch,
    section: (fund) => {
      const { exported, diagnostics } = exportedOf(fund, rows, asAt);
      return { result: { fund: exported.statement.fund, exported }, diagnostics };
    },
    forms: { text: ({ exported }) => [...writers[to](plainJournal(exported))].join('') },
  });
}
