import { resolve } from 'node:path';
import { z } from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { verifyCloses } from '../closes/verify.js';
import { inOrder } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { openFund, openQuickly } from '../fund/open-fund.js';
import type { Watch } from '../fund/post-rows.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { jsonText } from '../render/json.js';
import { plainStyle, type Style } from '../render/style.js';
import type { Verification } from '../statement/closes-schema.js';
import { documentOf } from '../statement/document.js';
import type { Envelope } from '../statement/document-schema.js';
import { deliver } from './deliver.js';
import { type Drawing, type Format, formAsked, formats, formsOf } from './forms.js';
import { isOfFund } from './fund-names.js';
import { gathered, type OpenedAt } from './gathered.js';
import type { Outcome, World } from './io.js';
import { listOfFigures } from './list-of-figures.js';
import type { Draw, DrawOfFaults, Made, ResultShape, Statement } from './statement.js';

/** The flags that every report takes. */
export const reportFlags = z.object({
  asAt: z.enum(quarters).optional(),
  format: z.enum(formats).optional(),
  json: z.boolean().default(false),
  output: z.string().optional(),
  verbose: z.boolean().default(false),
  all: z.boolean().default(false),
  names: z.boolean().default(false),
});

export interface ReportOptions extends Omit<z.infer<typeof reportFlags>, 'json'> {
  readonly folder: string;
  /** A second fund, to compare the first with. */
  readonly against?: string | undefined;
}

/** Flags as the command line gives them, as plain options. */
export function reportOptions(folder: string, flags: unknown): ReportOptions {
  const { json, format, ...rest } = reportFlags.parse(flags);
  return { folder, format: json ? 'json' : format, ...rest };
}

type Run<C extends Drawing> = <F extends string, R extends ResultShape>(
  options: ReportOptions,
  world: World,
  statement: Statement<F, R, C>,
) => Promise<Outcome>;

/**
 * For a command: opens a fund folder, or two, makes the statement and draws it in the form asked for, or lists its
 * figures.
 */
export function runStatement<C extends Drawing>(command: C): Run<C> {
  return (options, world, statement) => {
    const { figures } = statement;
    if (!options.names || figures === undefined) return runWhole(command, options, world, statement);
    const { format = 'text' } = options;
    const forms: readonly Format[] = formsOf.names;
    if (forms.includes(format)) return runWhole('names', options, world, listOfFigures(statement, figures));
    const problem = `--names goes with --format text, csv or json, and not with ${format}`;
    const fault = diagnose('BCF0002', { problem, command });
    const stderr = diagnosticsText([fault], world.stderrStyle);
    return Promise.resolve({ stdout: '', stderr, exitCode: exitCodeFor([fault]) });
  };
}

async function runWhole<F extends string, R extends ResultShape, C extends Drawing>(
  command: C,
  options: ReportOptions,
  world: World,
  statement: Statement<F, R, C>,
): Promise<Outcome> {
  const { format, verb, endings } = statement;
  const asked = formAsked({ command, endings, format: options.format, output: options.output });
  const funds = await openFunds(options, world, statement);
  const [held] = statement.isHeldAgainstCloses ? funds : [];
  const verified = held && (await verifyCloses(held.folder, held, world));
  const places = funds.map(({ fund, withoutSomeControls, ...place }) => place);
  const made = await sectionOf(funds, statement, verified?.result);
  const moved = verified?.diagnostics ?? [];
  const { inputs, found } = await gathered(places, [...(made?.diagnostics ?? []), ...moved]);
  const diagnostics = [...found].sort(inOrder);
  const { version } = world;
  const document = documentOf({ format, version, inputs, result: made?.result, diagnostics });
  const isToFile = options.output !== undefined && options.output !== '-';
  const stdout = drawnIn(asked.format, statement, document, isToFile ? plainStyle : world.stdoutStyle);
  const unusable = made?.result === undefined ? `\n${couldNot(verb, document)}\n` : '';
  const stderr = diagnosticsText(diagnostics, world.stderrStyle) + unusable;
  const isTaken = async (path: string) => {
    const taken = await Promise.all(places.map((place) => isOfFund(place, path)));
    return taken.includes(true);
  };
  if (asked.fault !== undefined && !(await isTaken(resolve(world.cwd, options.output ?? '')))) {
    const fault = diagnosticsText([asked.fault], world.stderrStyle);
    return { stdout: '', stderr: stderr + fault, exitCode: exitCodeFor([...diagnostics, asked.fault]) };
  }
  return deliver({ stdout, stderr, exitCode: exitCodeFor(diagnostics) }, options.output, world, isTaken);
}

async function openFunds<F extends string, R extends ResultShape>(
  options: ReportOptions,
  world: World,
  { extras = [], watch, isReadTwice }: Pick<Statement<F, R, Drawing>, 'extras' | 'watch' | 'isReadTwice'>,
): Promise<OpenedAt[]> {
  const opened = async (shownAs: string, seen?: Watch): Promise<OpenedAt> => {
    const folder = resolve(world.cwd, shownAs);
    const read = isReadTwice ? openQuickly(folder, shownAs, extras) : openFund(folder, shownAs, extras, seen);
    return { folder, shownAs, ...(await read) };
  };
  const funds = [await opened(options.folder, watch)];
  if (options.against !== undefined) funds.push(await opened(options.against));
  return funds;
}

/**
 * Hands the funds over: the array is empty afterwards, and nobody waits with a fund in hand, so that a section which
 * reads one again need not hold two at once.
 */
function sectionOf<F extends string, R extends ResultShape>(
  funds: OpenedAt[],
  { section }: Pick<Statement<F, R, Drawing>, 'section'>,
  closes: Verification | undefined,
): Made<R> | Promise<Made<R>> | undefined {
  const all = funds.splice(0);
  const [first, second] = all;
  if (first?.fund !== undefined && all.every(({ fund }) => fund !== undefined)) {
    return section(first.fund, second?.fund, closes);
  }
  // Of controls that cannot all be read the others are checked too, so that one run shows every mistake.
  const partial = all.length === 1 ? first?.withoutSomeControls : undefined;
  return partial && findingsOnly(section(partial, undefined, undefined));
}

async function findingsOnly<R>(made: Made<R> | Promise<Made<R>>): Promise<Made<R>> {
  return { diagnostics: (await made).diagnostics };
}

function drawnIn<F extends string, R, C extends Drawing>(
  format: Format,
  { format: name, forms, formsOfFaults }: Statement<F, R, C>,
  document: Envelope & { readonly result?: R },
  style: Style,
): Outcome['stdout'] {
  if (format === 'json') return jsonText(document);
  const whatever = new Map(Object.entries<DrawOfFaults<R>>(formsOfFaults ?? {})).get(format);
  if (whatever !== undefined) return whatever(document, document.result);
  if (document.result === undefined) return '';
  const draw = new Map(Object.entries<Draw<R>>(forms)).get(format);
  if (draw === undefined) throw new Error(`${name} has no drawer for ${format}`);
  return draw(document.result, document, style);
}

/** The last line where nothing could be made of the folder. */
export function couldNot(verb: string, { counts: { errors }, diagnostics }: Envelope): string {
  const files = new Set(
    diagnostics.flatMap(({ file, severity }) => (severity === 'error' && file !== undefined ? [file] : [])),
  );
  const where = files.size === 0 ? '' : ` in ${files.size} file${files.size === 1 ? '' : 's'}`;
  return `Could not ${verb}: ${errors} error${errors === 1 ? '' : 's'}${where}. Nothing was changed.`;
}
