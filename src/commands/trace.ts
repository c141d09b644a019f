import { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import type { Fund } from '../fund/fund.js';
import type { Pence } from '../money/pence.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { figureListText } from '../render/figure-list.js';
import { touchedText, traceText } from '../render/trace-text.js';
import { asAtOf, describeFund } from '../statement/common.js';
import type { TouchedResult, TraceResult } from '../statement/trace-schema.js';
import { amountOf, askedFigure, extrasFor, isOfTwoFunds } from '../trace/asked-figure.js';
import { explainPapers, isOfPaper, withPapers } from '../trace/papers/explain-papers.js';
import { PostedRows, type RowsOfFunds } from '../trace/posted-rows.js';
import { postingsOf, RowAt, touchedBy } from '../trace/touched.js';
import { cut, depthOf, documentOf, readableDepth, wantRows } from '../trace/tree.js';
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
  if (against !== undefined && (from !== undefined || !isOfTwoFunds(options.figure ?? ''))) {
    const problem = 'a second fund goes with a figure of bcf diff, and with nothing else';
    return Promise.resolve(refused(diagnose('BCF0002', { problem, command: 'trace' }), world));
  }
  if (from !== undefined) {
    return runStatement(options, world, {
      format: 'bcf.touched',
      verb: 'trace',
      extras: withPapers,
      isReadTwice: true,
      section: (fund) => touched(options, from, fund, world),
      forms: { text: (result, _envelope, style) => touchedText(result, style) },
    });
  }
  const { figure } = options;
  if (figure === undefined) return Promise.resolve(refused(diagnose('BCF0025', {}), world));
  const amountPence = amountOf(figure);
  if (amountPence !== undefined) return whichOf(options, { figure, amountPence }, world);
  return runStatement(options, world, {
    format: 'bcf.trace',
    verb: 'trace',
    isReadTwice: true,
    extras: extrasFor(figure),
    section: (fund, second) => traced(options, figure, [fund, second], world),
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
      extras: withPapers,
      section: (fund) => {
        const { all, result } = explainPapers(fund, own.asAt);
        const found = all.ofAmount(amountPence);
        // What a paper shows of the reconciliation is said once.
        const ofStatement = found.filter(({ name }) => !isOfPaper(name));
        const figures = ofStatement.length > 0 ? ofStatement : found;
        if (figures.length === 0)
          return { diagnostics: [diagnose('BCF0020', { found: figure, near: '', command: 'reconcile' })] };
        if (figures.length === 1) only = figures[0]?.name;
        return { result: { fund: result.fund, figures }, diagnostics: [] };
      },
      forms: { text: (result, _envelope, style) => figureListText(result, style) },
    });
  const listed = await list({ ...options, output: undefined });
  if (only !== undefined) return runTrace({ ...options, figure: only }, world);
  return options.output === undefined ? listed : list(options);
}

function refused(fault: Diagnostic, world: World): Outcome {
  return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
}

async function traced(
  options: TraceOptions,
  figure: string,
  [fund, against]: readonly [Fund, Fund | undefined],
  world: World,
): Promise<Made<TraceResult>> {
  const { asAt, depth: asked, rows: limit } = options;
  const { node, funds, diagnostics } = askedFigure(figure, { fund, against, asAt });
  if (node === undefined) return { diagnostics };
  const deepest = depthOf(node);
  const depth = Math.min(asked ?? readableDepth(node, deepest, limit), deepest);
  const tree = cut(node, depth);
  const { rows, readings } = rowsOf(options, fund, against);
  wantRows(tree, rows);
  const faults = await readAgain(readings, extrasFor(figure), world);
  if (faults.length > 0) return { diagnostics: faults };
  const result = {
    ...(funds ?? { fund: describeFund({ agreement: fund.agreement, asAt: asAtOf(fund, asAt) }) }),
    asked: figure,
    depth,
    deepest,
    trace: documentOf(tree, rows),
  };
  return { result, diagnostics: [] };
}

/** The rows of the fund, or of two: their files are then told apart by their folders. */
function rowsOf(
  { rows: limit, folder, against: shownAs }: TraceOptions,
  fund: Fund,
  against: Fund | undefined,
): { readonly rows: RowsOfFunds; readonly readings: readonly SecondReading[] } {
  if (against === undefined || shownAs === undefined) {
    const first = new PostedRows(limit);
    return { rows: { first }, readings: [{ fund, shownAs: folder, watch: first.watch }] };
  }
  const first = new PostedRows(limit, (file) => fileIn(folder, file));
  const second = new PostedRows(limit, (file) => fileIn(shownAs, file));
  return {
    rows: { first, second },
    readings: [
      { fund, shownAs: folder, watch: first.watch },
      { fund: against, shownAs, watch: second.watch },
    ],
  };
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
  const faults = await readAgain([{ fund, shownAs: options.folder, watch: row.watch }], withPapers, world);
  if (faults.length > 0) return { diagnostics: faults };
  if (row.found === undefined) return { diagnostics: [diagnose('BCF0024', at)] };
  const explained = explainPapers(fund, options.asAt);
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
