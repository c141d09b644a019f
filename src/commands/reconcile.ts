import { resolve } from 'node:path';
import { z } from 'zod';
import { type Quarter, quarters } from '../agreement/financial-year.js';
import { inOrder } from '../diagnostics/collector.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { withExcerpts } from '../fund/excerpts.js';
import { openFund } from '../fund/open-fund.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { jsonText } from '../render/json.js';
import { reconciliationCsv } from '../render/reconciliation-csv.js';
import { reconciliationText } from '../render/reconciliation-text.js';
import { plainStyle, type Style } from '../render/style.js';
import { reconciliationDocument } from '../statement/document.js';
import type { ReconciliationDocument } from '../statement/document-schema.js';
import { reconcile } from '../statement/reconcile.js';
import { deliver } from './deliver.js';
import type { Outcome, World } from './io.js';

const reconcileFormats = ['text', 'json', 'csv'] as const;

interface ReconcileOptions {
  readonly folder: string;
  readonly asAt: Quarter | undefined;
  readonly format: (typeof reconcileFormats)[number];
  readonly output: string | undefined;
  readonly verbose: boolean;
}

const flagsSchema = z.object({
  asAt: z.enum(quarters).optional(),
  format: z.enum(reconcileFormats),
  json: z.boolean().default(false),
  output: z.string().optional(),
  verbose: z.boolean().default(false),
});

/** Flags as the command line gives them, as plain options. */
export function parseReconcile(folder: string, flags: unknown): ReconcileOptions {
  const { json, format, asAt, output, verbose } = flagsSchema.parse(flags);
  return { folder, asAt, format: json ? 'json' : format, output, verbose };
}

/** Reconciles a fund folder and draws the statement in the form asked for. */
export async function runReconcile(options: ReconcileOptions, world: World): Promise<Outcome> {
  const folder = resolve(world.cwd, options.folder);
  const opened = await openFund(folder, options.folder);
  const reconciled = opened.fund && reconcile(opened.fund, options.asAt);
  const found = [...opened.diagnostics, ...(reconciled?.diagnostics ?? [])].sort(inOrder);
  const diagnostics = await withExcerpts(folder, opened.inputs, found);
  const document = reconciliationDocument({
    version: world.version,
    inputs: opened.inputs,
    ...(reconciled && { result: reconciled.result }),
    diagnostics,
  });
  const isToFile = options.output !== undefined && options.output !== '-';
  const stdout = draw(document, options, isToFile ? plainStyle : world.stdoutStyle);
  const unusable = reconciled === undefined ? `\n${couldNot(document)}\n` : '';
  const stderr = diagnosticsText(diagnostics, world.stderrStyle) + unusable;
  return deliver({ stdout, stderr, exitCode: exitCodeFor(diagnostics) }, options.output, world);
}

function draw(document: ReconciliationDocument, { format, verbose }: ReconcileOptions, style: Style): string {
  if (format === 'json') return jsonText(document);
  if (document.result === undefined) return '';
  return format === 'csv' ? reconciliationCsv(document.result) : reconciliationText(document, style, { verbose });
}

/** The last line where nothing could be reconciled. */
function couldNot({ counts: { errors }, diagnostics }: ReconciliationDocument): string {
  const files = new Set(
    diagnostics.flatMap(({ file, severity }) => (severity === 'error' && file !== undefined ? [file] : [])),
  );
  const where = files.size === 0 ? '' : ` in ${files.size} file${files.size === 1 ? '' : 's'}`;
  return `Could not reconcile: ${errors} error${errors === 1 ? '' : 's'}${where}. Nothing was changed.`;
}
