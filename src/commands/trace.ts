import { resolve } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor, isUsable } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import type { Fund } from '../fund/fund.js';
import { type Extra, openFund } from '../fund/open-fund.js';
import type { Watch } from '../fund/post-rows.js';
import type { Pence } from '../money/pence.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { figureListText } from '../render/figure-list.js';
import { touchedText, traceText } from '../render/trace-text.js';
import { asAtOf, describeFund } from '../statement/common.js';
import type { TouchedResult, TraceResult } from '../statement/trace-schema.js';
import { amountOf, askedFigure, extrasFor } from '../trace/asked-figure.js';
import { explainAll } from '../trace/explain-all.js';
import { PostedRows } from '../trace/posted-rows.js';
import { postingsOf, RowAt, touchedBy } from '../trace/touched.js';
import { cut, depthOf, documentOf, readableDepth, wantRows } from '../trace/tree.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

const ownFlags = z.object({
  from: z.string().optional(),
  depth: z.number().optional(),
  rows: z.number(),
  names: z.boolean().default(false),
});

interface TraceOptions extends ReportOptions, z.infer<typeof ownFlags> {
  readonly figure: string | undefined;
}

/** Flags as the command line gives them, as plain options. With --from, what stands first is the fund folder. */
export function parseTrace(figure: string | undefined, folder: string | undefined, flags: unknown): TraceOptions {
  const own = ownFlags.parse(flags);
  if (own.from === undefined) return { figure, ...reportOptions(folder ?? '.', flags), ...own };
  return { figure: undefined, ...reportOptions(folder ?? figure ?? '.', flags), ...own };
}

/** A figure down to the rows that it is made of, or from a row the figures that it is part of. */
export function runTrace(options: TraceOptions, world: World): Promise<Outcome> {
  const { from } = options;
  if (from !== undefined) {
    return runStatement(options, world, {
      format: 'bcf.touched',
      verb: 'trace',
      isReadTwice: true,
      section: (fund) => touched(options, from, fund, world),
      forms: { text: (result, _envelope, style) => touchedText(result, style) },
    });
  }
  const { figure } = options;
  if (figure === undefined) return Promise.resolve(nothingAsked(world));
  const amountPence = amountOf(figure);
  if (amountPence !== undefined) return whichOf(options, { figure, amountPence }, world);
  return runStatement(options, world, {
    format: 'bcf.trace',
    verb: 'trace',
    isReadTwice: true,
    extras: extrasFor(figure),
    section: (fund) => traced(options, figure, fund, world),
    forms: { text: (result, _envelope, style) => traceText(result, style, options) },
  });
}

interface Made<R> {
  readonly result?: R;
  readonly diagnostics: readonly Diagnostic[];
}

/** The figures that come to an amount; where it is one only, its trace. */
async function whichOf(
  options: TraceOptions,
  { figure, amountPence }: { readonly figure: string; readonly amountPence: Pence },
  world: World,
): Promise<Outcome> {
  let only: string | undefined;
  const list = (own: TraceOptions) =>
    runStatement(own, world, {
      format: 'bcf.figures',
      verb: 'trace',
      section: (fund) => {
        const { all, result } = explainAll(fund, own.asAt);
        const figures = all.ofAmount(amountPence);
        if (figures.length === 0) return { diagnostics: [diagnose('BCF0020', { found: figure, near: '' })] };
        if (figures.length === 1) only = figures[0]?.name;
        return { result: { fund: result.fund, figures }, diagnostics: [] };
      },
      forms: { text: (result, _envelope, style) => figureListText(result, style) },
    });
  const listed = await list({ ...options, output: undefined });
  if (only !== undefined) return runTrace({ ...options, figure: only }, world);
  return options.output === undefined ? listed : list(options);
}

function nothingAsked(world: World): Outcome {
  const fault = diagnose('BCF0025', {});
  return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
}

async function traced(options: TraceOptions, figure: string, fund: Fund, world: World): Promise<Made<TraceResult>> {
  const { asAt, depth: asked, rows: limit } = options;
  const { node, diagnostics } = askedFigure(figure, fund, asAt);
  if (node === undefined) return { diagnostics };
  const deepest = depthOf(node);
  const depth = Math.min(asked ?? readableDepth(node, deepest, limit), deepest);
  const tree = cut(node, depth);
  const rows = new PostedRows(limit);
  wantRows(tree, rows);
  const faults = await readAgain(options, fund, rows.watch, world, extrasFor(figure));
  if (faults.length > 0) return { diagnostics: faults };
  const result = {
    fund: describeFund({ agreement: fund.agreement, asAt: asAtOf(fund, asAt) }),
    asked: figure,
    depth,
    deepest,
    trace: documentOf(tree, rows),
  };
  return { result, diagnostics: [] };
}

async function touched(options: TraceOptions, from: string, fund: Fund, world: World): Promise<Made<TouchedResult>> {
  const match = /^(.+?):(\d{1,9})$/.exec(from.trim());
  const [, path = '', digits = ''] = match ?? [];
  if (match === null) return { diagnostics: [diagnose('BCF0022', { found: from })] };
  const file = fileOf(path, fund);
  if (file === undefined) {
    const meant = near(
      path,
      fund.inputs.map((input) => input.path),
    );
    return { diagnostics: [diagnose('BCF0023', { found: path, meant })] };
  }
  const at = { file, line: Number(digits) };
  const row = new RowAt(at.file, at.line);
  const faults = await readAgain(options, fund, row.watch, world, []);
  if (faults.length > 0) return { diagnostics: faults };
  if (row.found === undefined) return { diagnostics: [diagnose('BCF0024', at)] };
  const explained = explainAll(fund, options.asAt);
  const figures = touchedBy(explained, row.found, at);
  const result = {
    fund: explained.result.fund,
    row: { ...at, kind: row.found.kind, text: row.text },
    postings: postingsOf(row.found),
    figures,
    message: inWords(figures.length, row.found.entry?.quarter, explained.result.fund.asAt),
  };
  return { result, diagnostics: [] };
}

function inWords(count: number, quarter: string | undefined, asAt: string | undefined): string {
  if (count > 0)
    return `${count} figure${count === 1 ? '' : 's'} ${count === 1 ? 'has' : 'have'} this row in ${count === 1 ? 'it' : 'them'}`;
  const isLater = quarter !== undefined && asAt !== undefined && quarter > asAt;
  return isLater ? `No figure as at ${asAt} has this row in it: it is of ${quarter}` : 'No figure has this row in it';
}

/** The ledger that a path means: as seen from the fund folder, or by its name where one file only has it. */
function fileOf(path: string, { inputs }: Fund): string | undefined {
  const plain = path.replaceAll('\\', '/').replace(/^\.\//, '').toLowerCase();
  const paths = inputs.map((input) => input.path);
  const exact = paths.find((own) => own.toLowerCase() === plain);
  const ending = paths.filter(
    (own) => own.toLowerCase().endsWith(`/${plain}`) || plain.endsWith(`/${own.toLowerCase()}`),
  );
  return exact ?? (ending.length === 1 ? ending[0] : undefined);
}

/** The second reading: its rows pass, and are compared with each other; says what is wrong, and what has changed. */
async function readAgain(
  { folder }: TraceOptions,
  fund: Fund,
  watch: Watch,
  world: World,
  extras: readonly Extra[],
): Promise<Diagnostic[]> {
  const { inputs, diagnostics } = await openFund(resolve(world.cwd, folder), folder, extras, watch);
  if (!isUsable(diagnostics)) return diagnostics.filter((one) => !isUsable([one]));
  const hashes = new Map(inputs.map(({ path, sha256 }) => [path, sha256]));
  const reason = 'it changed while it was being read: run the command again when nobody is saving it';
  return fund.inputs
    .filter(({ path, sha256 }) => hashes.get(path) !== sha256)
    .map(({ path: file }) => diagnose('BCF3019', { reason }, { place: { file } }));
}
