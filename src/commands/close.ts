import { resolve } from 'node:path';
import * as z from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { type CloseOutcome, closeFund } from '../closes/close.js';
import { entryOf } from '../closes/entry-of.js';
import type { CloseRequest } from '../closes/order.js';
import { inOrder } from '../diagnostics/collector.js';
import { exitCodeFor, exitCodes } from '../diagnostics/exit-code.js';
import { withExcerpts } from '../fund/excerpts.js';
import { gitAttributesFile, whyGitAttributes } from '../fund/git-attributes.js';
import { closingText } from '../render/closing-text.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { jsonText } from '../render/json.js';
import type { ClosingResult } from '../statement/closes-schema.js';
import { documentOf } from '../statement/document.js';
import type { Outcome, World } from './io.js';
import { couldNot } from './print.js';

const whats = z.enum([...quarters, 'year']);

const ownFlags = z.object({
  by: z.string(),
  on: z.string(),
  withDifferences: z.string().optional(),
  reopen: z.string().optional(),
  json: z.boolean().default(false),
});

interface CloseOptions extends CloseRequest {
  readonly folder: string;
  readonly json: boolean;
}

/** Flags as the command line gives them, as plain options. */
export function parseClose(what: string, folder: string, flags: unknown): CloseOptions {
  const { by, on, withDifferences, reopen, json } = ownFlags.parse(flags);
  return { what: whats.parse(what), folder, by, on, withDifferences, reopen, json };
}

/** Closes a quarter or the year, or reopens it. */
export async function runClose(options: CloseOptions, world: World): Promise<Outcome> {
  const { cwd, version } = world;
  const folder = resolve(cwd, options.folder);
  const outcome = await closeFund({ folder, shownAs: options.folder, version }, options);
  const { opened, written, refusal, lineEnds } = outcome;
  const warnings = outcome.diagnostics.filter((diagnostic) => diagnostic.class === 'warning').length;
  const all = [...outcome.diagnostics, ...(typeof lineEnds === 'object' ? [lineEnds] : [])];
  const diagnostics = (await withExcerpts(folder, opened.inputs, all)).sort(inOrder);
  const result = resultOf(outcome, warnings);
  const document = documentOf({ format: 'bcf.closing', version, inputs: opened.inputs, result, diagnostics });
  const verb = options.reopen === undefined ? 'close' : 'reopen';
  const lastLine =
    written !== undefined ? '' : `\n${refusal === undefined ? couldNot(verb, document) : `Not closed: ${refusal}`}\n`;
  const text = result === undefined ? '' : closingText(result, world.stdoutStyle);
  return {
    stdout: options.json ? jsonText(document) : text,
    stderr: diagnosticsText(diagnostics, world.stderrStyle) + lastLine,
    exitCode: written === undefined ? exitCodeFor(diagnostics) || exitCodes.finding : exitCodes.clean,
  };
}

function resultOf({ written, lineEnds }: CloseOutcome, warnings: number): ClosingResult | undefined {
  if (written === undefined) return undefined;
  const { rows, files } = written;
  const { fund, year, closedWith } = written.record;
  return {
    fund: { name: fund, year },
    record: entryOf(written),
    rows,
    files,
    alsoWritten: lineEnds === 'written' ? [{ file: gitAttributesFile, why: whyGitAttributes }] : [],
    conclusion: closedWith?.conclusion ?? '',
    ...asClosed('planned', 'flow-of-funds.totals.sources.plan', closedWith?.figures),
    ...asClosed('plannedApplied', 'flow-of-funds.totals.applications.plan', closedWith?.figures),
    ...asClosed('broughtForward', 'fund-balance.brought-forward', closedWith?.figures),
    ...asClosed('received', 'fund-balance.received', closedWith?.figures),
    ...asClosed('applied', 'fund-balance.applied', closedWith?.figures),
    ...asClosed('balance', 'fund-balance.balance', closedWith?.figures),
    warnings,
  };
}

/** A figure of the statement as it was closed, by its name. */
function asClosed<K extends string>(
  key: K,
  figure: string,
  figures: readonly (readonly [name: string, unit: string, amount: string])[] = [],
): { readonly [P in K]?: string } {
  const part: { [P in K]?: string } = {};
  const closed = figures.find(([name]) => name === figure);
  if (closed !== undefined) part[key] = closed[2];
  return part;
}
