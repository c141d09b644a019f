import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { inOrder } from '../diagnostics/collector.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { withExcerpts } from '../fund/excerpts.js';
import type { Fund } from '../fund/fund.js';
import { openFund } from '../fund/open-fund.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { jsonText } from '../render/json.js';
import { plainStyle, type Style } from '../render/style.js';
import { documentOf } from '../statement/document.js';
import type { Envelope } from '../statement/document-schema.js';
import type { ReconciliationCheck } from '../statement/reconciliation-schema.js';
import { deliver } from './deliver.js';
import type { Outcome, World } from './io.js';

const reportFormats = ['text', 'json', 'csv'] as const;

/** The flags that every report takes. */
export const reportFlags = z.object({
  asAt: z.enum(quarters).optional(),
  format: z.enum(reportFormats),
  json: z.boolean().default(false),
  output: z.string().optional(),
  verbose: z.boolean().default(false),
});

export interface ReportOptions extends Omit<z.infer<typeof reportFlags>, 'json'> {
  readonly folder: string;
}

/** Flags as the command line gives them, as plain options. */
export function reportOptions(folder: string, flags: unknown): ReportOptions {
  const { json, format, asAt, output, verbose } = reportFlags.parse(flags);
  return { folder, asAt, format: json ? 'json' : format, output, verbose };
}

/** What makes one report different from another. */
interface Report<F extends string, R> {
  readonly format: F;
  /** What could not be done where the inputs cannot be used: `reconcile`. */
  readonly verb: string;
  /** The statement of a fund; findings of its own alone where it cannot be made. */
  readonly section: (fund: Fund) => { readonly result?: R; readonly diagnostics: readonly Diagnostic[] };
  readonly text: (result: R, envelope: Envelope, style: Style) => string;
  readonly csv: (result: R) => string;
}

/** Opens a fund folder, makes the statement and draws it in the form asked for. */
export async function runReport<F extends string, R extends { readonly checks: readonly ReconciliationCheck[] }>(
  options: ReportOptions,
  world: World,
  { format, verb, section, text, csv }: Report<F, R>,
): Promise<Outcome> {
  const folder = resolve(world.cwd, options.folder);
  const opened = await openFund(folder, options.folder);
  const made = opened.fund && section(opened.fund);
  const found = [...opened.diagnostics, ...(made?.diagnostics ?? [])].sort(inOrder);
  const diagnostics = await withExcerpts(folder, opened.inputs, found);
  const { version } = world;
  const document = documentOf({ format, version, inputs: opened.inputs, result: made?.result, diagnostics });
  const isToFile = options.output !== undefined && options.output !== '-';
  const style = isToFile ? plainStyle : world.stdoutStyle;
  const drawn = (result: R) => (options.format === 'csv' ? csv(result) : text(result, document, style));
  const stdout = options.format === 'json' ? jsonText(document) : document.result ? drawn(document.result) : '';
  const unusable = made?.result === undefined ? `\n${couldNot(verb, document)}\n` : '';
  const stderr = diagnosticsText(diagnostics, world.stderrStyle) + unusable;
  const isTaken = (path: string) => isOfFund(folder, path, opened.inputs);
  return deliver({ stdout, stderr, exitCode: exitCodeFor(diagnostics) }, options.output, world, isTaken);
}

/** Whether a path is an input of the fund or stands where inputs are looked for, by whatever links it is reached. */
async function isOfFund(folder: string, path: string, inputs: readonly { readonly path: string }[]): Promise<boolean> {
  const real = (place: string) => realpath(place).catch(() => place);
  const inFolder = relative(await real(folder), join(await real(dirname(path)), basename(path)));
  const plain = inFolder.replaceAll('\\', '/').toLowerCase();
  const isLedger = plain.startsWith('ledgers/') || /^[^/]+\.(csv|tsv)$/.test(plain);
  return isLedger || plain === 'agreement.yaml' || inputs.some((input) => input.path.toLowerCase() === plain);
}

/** The last line where nothing could be made of the folder. */
function couldNot(verb: string, { counts: { errors }, diagnostics }: Envelope): string {
  const files = new Set(
    diagnostics.flatMap(({ file, severity }) => (severity === 'error' && file !== undefined ? [file] : [])),
  );
  const where = files.size === 0 ? '' : ` in ${files.size} file${files.size === 1 ? '' : 's'}`;
  return `Could not ${verb}: ${errors} error${errors === 1 ? '' : 's'}${where}. Nothing was changed.`;
}
