import { resolve } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { Fund } from '../fund/fund.js';
import { openFund } from '../fund/open-fund.js';
import type { Watch } from '../fund/post-rows.js';
import { touchedText, traceText } from '../render/trace-text.js';
import type { TouchedResult, TraceResult } from '../statement/trace-schema.js';
import { explainAll } from '../trace/explain-all.js';
import { findFigures } from '../trace/find-figure.js';
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
      section: (fund) => touched(options, from, fund, world),
      forms: { text: (result, _envelope, style) => touchedText(result, style) },
    });
  }
  return runStatement(options, world, {
    format: 'bcf.trace',
    verb: 'trace',
    section: (fund) => traced(options, fund, world),
    forms: { text: (result, _envelope, style) => traceText(result, style, options) },
  });
}

interface Made<R> {
  readonly result?: R;
  readonly diagnostics: readonly Diagnostic[];
}

async function traced(options: TraceOptions, fund: Fund, world: World): Promise<Made<TraceResult>> {
  const { figure, asAt, depth: asked, rows: limit } = options;
  if (figure === undefined) return { diagnostics: [diagnose('BCF0025', {})] };
  const explained = explainAll(fund, asAt);
  const { fitting, near: nearby } = findFigures(figure, explained.all.names);
  const [name] = fitting;
  if (name === undefined) {
    return { diagnostics: [diagnose('BCF0020', { found: figure, near: nearby.join(', '), meant: '' })] };
  }
  if (fitting.length > 1) {
    const some = fitting.slice(0, 3).join(', ') + (fitting.length > 3 ? ', …' : '');
    return { diagnostics: [diagnose('BCF0021', { found: figure, count: fitting.length, some })] };
  }
  const node = explained.all.node(name);
  const deepest = depthOf(node);
  const depth = Math.min(asked ?? readableDepth(node, deepest, limit), deepest);
  const tree = cut(node, depth);
  const rows = new PostedRows(limit);
  wantRows(tree, rows);
  const changed = rows.isWanting ? await readAgain(options, fund, rows.watch, world) : [];
  if (changed.length > 0) return { diagnostics: changed };
  const result = { fund: explained.result.fund, asked: figure, depth, deepest, trace: documentOf(tree, rows) };
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
  const changed = await readAgain(options, fund, row.watch, world);
  if (changed.length > 0) return { diagnostics: changed };
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

/** Reads the fund once more, to see its rows pass; says where a file is not what it was. */
async function readAgain({ folder }: TraceOptions, fund: Fund, watch: Watch, world: World): Promise<Diagnostic[]> {
  const { inputs } = await openFund(resolve(world.cwd, folder), folder, [], watch);
  const hashes = new Map(inputs.map(({ path, sha256 }) => [path, sha256]));
  const changed = fund.inputs.filter(({ path, sha256 }) => hashes.get(path) !== sha256).map(({ path }) => path);
  return changed.length === 0 ? [] : [diagnose('BCF0026', { files: changed.join(', ') })];
}
