import * as z from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import type { Fund } from '../fund/fund.js';
import type { Pence } from '../money/pence.js';
import { figureListPages, figureListSheet } from '../pages/figure-list-pages.js';
import { touchedPages, tracePages } from '../pages/trace-pages.js';
import { touchedSheet, traceSheet } from '../pages/trace-sheet.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { describeAsAt } from '../statement/common.js';
import type { NamedFigure } from '../statement/figure-names.js';
import { reportRoot } from '../statement/report-figures-schema.js';
import type { TouchedResult, TraceResult } from '../statement/trace-schema.js';
import { amountOf, askedFigure, extrasFor, isOfTwoFunds } from '../trace/asked-figure.js';
import type { DocumentFigures } from '../trace/document-figures.js';
import { explainPapers, type Traced, withPapers } from '../trace/explain-all.js';
import { documentOf, type Outline, outlineOf, wantRows } from '../trace/outline.js';
import { PostedRows, type RowsOfFunds } from '../trace/posted-rows.js';
import { postingsOf, RowsAt, touchedBy } from '../trace/touched.js';
import { cut, depthOf, readableDepth } from '../trace/tree.js';
import { formAsked } from './forms.js';
import { fileIn } from './gathered.js';
import type { Outcome, World } from './io.js';
import { readAgain, type SecondReading } from './read-again.js';
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
export function parseTrace(
  { figure, folder, against }: Readonly<Record<'figure' | 'folder' | 'against', string | undefined>>,
  flags: unknown,
): TraceOptions {
  const own = ownFlags.parse(flags);
  if (own.from === undefined) return { figure, ...reportOptions(folder ?? '.', flags), ...own, against };
  return { figure: undefined, ...reportOptions(folder ?? figure ?? '.', flags), ...own, against };
}

/** A figure down to the rows that it is made of, or from a row the figures that it is part of. */
export function runTrace(options: TraceOptions, world: World): Promise<Outcome> {
  const { from, against } = options;
  const { figure } = options;
  if (figure?.trim().startsWith(lastYearRoot)) return traceInLastYear(options, figure, world);
  if (against !== undefined && (from !== undefined || !isOfTwoFunds(options.figure ?? ''))) {
    const problem = 'a second fund goes with a figure of bcf diff, and with nothing else';
    return Promise.resolve(refused(diagnose('BCF0002', { problem, command: 'trace' }), world));
  }
  if (from !== undefined) {
    const place = placeOf(from);
    const rows = new RowsAt(place?.line ?? 0);
    let all: DocumentFigures | undefined;
    return runStatement('trace')({ ...options, names: false }, world, {
      format: 'bcf.touched',
      verb: 'trace',
      extras: withPapers,
      watch: rows.watch,
      section: (fund) => {
        if (place === undefined) return { diagnostics: [diagnose('BCF0022', { found: from })] };
        const explained = explainPapers(fund, options.asAt);
        all = explained.all;
        return touched({ ...place, rows }, fund, explained);
      },
      figures: ({ figures }) => all?.named(figures.map(({ name }) => name)) ?? [],
      shows: { pages: touchedPages, sheet: touchedSheet },
    });
  }
  if (figure === undefined || figure.trim() === '') return Promise.resolve(refused(diagnose('BCF0025', {}), world));
  const amountPence = amountOf(figure);
  if (amountPence !== undefined) return whichOf(options, { figure, amountPence }, world);
  return runStatement('trace')(options, world, {
    format: 'bcf.trace',
    verb: 'trace',
    isReadTwice: true,
    extras: extrasFor(figure),
    section: (fund, second) => withRows(outlined(options, figure, [fund, second]), options, world),
    shows: { pages: (result) => tracePages(result, options), sheet: traceSheet },
  });
}

const lastYearRoot = `${reportRoot}.last-year.`;

/** What stands beside this year is last year’s own figure of the same name, at the end of its Q4, made of its rows. */
function traceInLastYear(options: TraceOptions, figure: string, world: World): Promise<Outcome> {
  const { against } = options;
  if (against === undefined) {
    const problem = 'a figure of the year before goes with its folder: bcf trace FIGURE FUND LAST-YEAR';
    return Promise.resolve(refused(diagnose('BCF0002', { problem, command: 'trace' }), world));
  }
  const own = figure.trim().replace(lastYearRoot, `${reportRoot}.`);
  return runTrace({ ...options, figure: own, folder: against, asAt: 'Q4', against: undefined }, world);
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
  let named: readonly NamedFigure[] = [];
  const list = (own: TraceOptions) =>
    runStatement('trace')({ ...own, names: false }, world, {
      format: 'bcf.figures',
      verb: 'trace',
      extras: withPapers,
      section: (fund) => {
        const { all, result } = explainPapers(fund, own.asAt);
        const figures = all.ofAmount(amountPence);
        if (figures.length === 0)
          return { diagnostics: [diagnose('BCF0020', { found: figure, near: '', command: 'reconcile' })] };
        if (figures.length === 1) only = figures[0]?.name;
        named = all.named(figures.map(({ name }) => name));
        return { result: { fund: result.fund, figures }, diagnostics: [] };
      },
      figures: () => named,
      shows: { pages: figureListPages, sheet: figureListSheet },
    });
  const listed = await list({ ...options, output: undefined });
  if (only !== undefined) return runTrace({ ...options, figure: only }, world);
  return options.output === undefined ? listed : list(options);
}

function refused(fault: Diagnostic, world: World): Outcome {
  return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
}

/** What is left of the first reading when the second begins: nothing of the funds, so that none is held twice. */
interface Outlined extends Omit<TraceResult, 'trace'> {
  readonly outline: Outline;
  readonly inputs: readonly Fund['inputs'][];
}

function outlined(
  options: TraceOptions,
  figure: string,
  [fund, against]: readonly [Fund, Fund | undefined],
): Outlined | readonly Diagnostic[] {
  const { asAt, depth: asked, rows } = options;
  const { node, funds, diagnostics } = askedFigure(figure, { fund, against, asAt });
  if (node === undefined) return diagnostics;
  const deepest = depthOf(node);
  const depth = Math.min(asked ?? readableDepth(node, deepest, { rows, isFolded: isFolded(options) }), deepest);
  return {
    ...(funds ?? { fund: describeAsAt(fund, asAt) }),
    asked: figure,
    depth,
    deepest,
    outline: outlineOf(cut(node, depth), fund.agreement),
    inputs: [fund, ...(against === undefined ? [] : [against])].map((one) => one.inputs),
  };
}

/** On a page what is deeper opens; every other form stands as it is. */
function isFolded({ format, output }: TraceOptions): boolean {
  return formAsked({ command: 'trace', format, output }).format === 'html';
}

async function withRows(
  found: Outlined | readonly Diagnostic[],
  options: TraceOptions,
  world: World,
): Promise<Made<TraceResult>> {
  if (!('outline' in found)) return { diagnostics: found };
  const { outline, inputs, ...result } = found;
  const { rows, readings } = rowsOf(options, inputs);
  wantRows(outline, rows);
  const faults = await readAgain(readings, extrasFor(result.asked), world);
  if (faults.length > 0) return { diagnostics: faults };
  return { result: { ...result, trace: documentOf(outline, rows) }, diagnostics: [] };
}

/** The rows of the fund, or of two: their files are then told apart by their folders. */
function rowsOf(
  { rows: limit, folder, against: shownAs }: TraceOptions,
  [inputs = [], ofSecond]: readonly Fund['inputs'][],
): { readonly rows: RowsOfFunds; readonly readings: readonly SecondReading[] } {
  if (ofSecond === undefined || shownAs === undefined) {
    const first = new PostedRows(limit);
    return { rows: { first }, readings: [{ inputs, shownAs: folder, watch: first.watch }] };
  }
  const first = new PostedRows(limit, (file) => fileIn(folder, file));
  const second = new PostedRows(limit, (file) => fileIn(shownAs, file));
  return {
    rows: { first, second },
    readings: [
      { inputs, shownAs: folder, watch: first.watch },
      { inputs: ofSecond, shownAs, watch: second.watch },
    ],
  };
}

/** `ledgers/a.csv:12`: a file, as the user calls it, and a line. */
function placeOf(from: string): { readonly path: string; readonly line: number } | undefined {
  const [whole, path = '', line = ''] = /^(.+?):(\d{1,9})$/.exec(from.trim()) ?? [];
  return whole === undefined ? undefined : { path, line: Number(line) };
}

interface Touching {
  readonly path: string;
  readonly line: number;
  readonly rows: RowsAt;
}

function touched({ path, line, rows }: Touching, fund: Fund, explained: Traced): Made<TouchedResult> {
  const file = fileOf(path, fund);
  if (file === undefined) {
    const meant = near(
      path,
      fund.inputs.map((input) => input.path),
    );
    return { diagnostics: [diagnose('BCF0023', { found: path, meant })] };
  }
  const at = { file, line };
  const row = rows.of(file);
  if (row === undefined) {
    const sheet = fund.inputs.find((input) => input.path === file)?.sheet ?? '';
    return { diagnostics: [diagnose('BCF0024', { ...at, sheet })] };
  }
  const figures = touchedBy(explained, row, at);
  const result = {
    fund: explained.result.fund,
    row: { ...at, kind: row.kind, text: row.text },
    postings: postingsOf(row),
    figures,
    message: inWords(figures.length, row.entry?.quarter, explained.result.fund.asAt),
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
