import { resolve } from 'node:path';
import * as z from 'zod';
import { quarters } from '../agreement/financial-year.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { beancountText } from '../export/beancount.js';
import { BookedRows } from '../export/booked-rows.js';
import { packageDescriptor, packageFiles } from '../export/data-package.js';
import type { Exported } from '../export/exported.js';
import { exportedOf } from '../export/exported.js';
import { hledgerText } from '../export/hledger.js';
import { ledgerText } from '../export/ledger.js';
import { type PlainJournal, plainJournal } from '../export/plain-journal.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { jsonText } from '../render/json.js';
import type { Envelope } from '../statement/document-schema.js';
import type { Outcome, World } from './io.js';
import { runStatement } from './run-statement.js';
import { type PackagePlace, whyNotInto, writePackage } from './write-package.js';

const exportFlags = z.object({
  to: z.enum(['hledger', 'ledger', 'beancount', 'datapackage']),
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

/** A fund's journal for another program, or its books as a data package. */
export async function runExport({ folder, to, asAt, output }: ExportOptions, world: World): Promise<Outcome> {
  if (to !== 'datapackage') {
    const write = writers[to];
    return exported({ folder, asAt, output, endings: journalEndings[to] }, world, (books) =>
      write(plainJournal(books)),
    );
  }
  if (output === undefined || output === '-' || output.trim() === '' || output.includes('\0')) {
    return withFault(nothing, diagnose('BCF0050', {}), world);
  }
  let made: { readonly books: Exported; readonly inputs: Envelope['inputs'] } | undefined;
  const outcome = await exported({ folder, asAt }, world, (books, { inputs }) => {
    made = { books, inputs };
    return '';
  });
  if (made === undefined) return outcome;
  const { books, inputs } = made;
  const place = placeOf(books, {
    fund: resolve(world.cwd, folder),
    shownAs: output,
    folder: resolve(world.cwd, output),
  });
  const fault =
    (await whyNotInto(place)) ??
    (await writePackage(place, packageFiles(books), (files) =>
      jsonText(packageDescriptor(books, files, { version: world.version, inputs })),
    ));
  return fault === undefined ? outcome : withFault(outcome, fault, world);
}

const nothing: Outcome = { stdout: '', stderr: '', exitCode: 0 };

const writers: Readonly<Record<'hledger' | 'ledger' | 'beancount', (journal: PlainJournal) => Iterable<string>>> = {
  hledger: hledgerText,
  ledger: ledgerText,
  beancount: beancountText,
};

/** How the files of each program end. */
const journalEndings: Readonly<Record<keyof typeof writers, readonly string[]>> = {
  hledger: ['journal', 'hledger', 'j', 'txt'],
  ledger: ['journal', 'ledger', 'dat', 'txt'],
  beancount: ['beancount', 'bean', 'txt'],
};

/** Reads the fund and draws its books, as every statement is made and delivered. */
function exported(
  { folder, asAt, output, endings }: Omit<ExportOptions, 'to'> & { readonly endings?: readonly string[] },
  world: World,
  draw: (books: Exported, envelope: Envelope) => Outcome['stdout'],
): Promise<Outcome> {
  const rows = new BookedRows();
  return runStatement('export')(
    { folder, asAt, output, format: 'text', full: false, verbose: false, all: false, names: false },
    world,
    {
      format: 'bcf.export',
      verb: 'export',
      watch: rows.watch,
      section: (fund) => {
        const { exported: books, diagnostics } = exportedOf(fund, rows, asAt);
        return { result: { fund: books.statement.fund, books }, diagnostics };
      },
      ...(endings && { endings }),
      shows: { written: ({ books }, envelope) => draw(books, envelope) },
    },
  );
}

function placeOf({ agreement }: Exported, place: Omit<PackagePlace, 'fundPlaces'>): PackagePlace {
  const tables = [...agreement.tables.values()].flatMap(({ file }) => /^(.*)\//.exec(file)?.[1] ?? []);
  return { ...place, fundPlaces: ['ledgers', 'closes', ...tables] };
}

function withFault(outcome: Outcome, fault: Diagnostic, world: World): Outcome {
  const stderr = outcome.stderr + diagnosticsText([fault], world.stderrStyle);
  return { stdout: '', stderr, exitCode: Math.max(outcome.exitCode, exitCodeFor([fault])) };
}
