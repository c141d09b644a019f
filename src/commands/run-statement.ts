import { resolve } from 'node:path';
import * as z from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { verifyCloses } from '../closes/verify.js';
import { inOrder } from '../diagnostics/collector.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { type Extra, openFund, openQuickly } from '../fund/open-fund.js';
import type { Watch } from '../fund/post-rows.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import type { Verification } from '../statement/closes-schema.js';
import { documentOf } from '../statement/document.js';
import type { NamedFigure } from '../statement/figure-names.js';
import { formats, formsOf } from './forms.js';
import { gathered, type OpenedAt, type Place } from './gathered.js';
import type { Outcome, World } from './io.js';
import { listOfFigures } from './list-of-figures.js';
import { print } from './print.js';
import { noWorkings, type ReadWorkings, readWorkings } from './read-workings.js';
import type { Made, ResultShape, Statement } from './statement.js';

/** The flags of the form of an output. */
const formFlags = z.object({
  format: z.enum(formats).optional(),
  json: z.boolean().default(false),
  output: z.string().optional(),
  bom: z.boolean().optional(),
});

export type FormOptions = Omit<z.infer<typeof formFlags>, 'json'>;

/** The form that flags ask for. */
export function formOptions(flags: unknown): FormOptions {
  const { json, format, output, bom } = formFlags.parse(flags);
  return { format: json ? 'json' : format, output, bom };
}

/** The flags that every report takes. */
const reportFlags = z.object({
  asAt: z.enum(quarters).optional(),
  full: z.boolean().default(false),
  verbose: z.boolean().default(false),
  all: z.boolean().default(false),
  names: z.boolean().default(false),
});

export interface ReportOptions extends z.infer<typeof reportFlags>, FormOptions {
  readonly folder: string;
  /** A second fund, to compare the first with. */
  readonly against?: string | undefined;
}

/** Flags as the command line gives them, as plain options. */
export function reportOptions(folder: string, flags: unknown): ReportOptions {
  return { folder, ...formOptions(flags), ...reportFlags.parse(flags) };
}

/**
 * For a command: opens a fund folder, or two, makes the statement and draws it in the form asked for, or lists its
 * figures.
 */
export function runStatement(command: string) {
  return <F extends string, R extends ResultShape>(
    options: ReportOptions,
    world: World,
    statement: Statement<F, R>,
  ): Promise<Outcome> => {
    const { figures } = statement;
    if (!options.names || figures === undefined) return runWhole(command, options, world, statement);
    const { format = 'text' } = options;
    const forms = formsOf('names');
    if (forms.includes(format)) return runWhole('names', options, world, listOfFigures(statement, figures));
    const problem = `--names goes with --format ${forms.join(', ')}, and not with ${format}`;
    const fault = diagnose('BCF0002', { problem, command });
    const stderr = diagnosticsText([fault], world.stderrStyle);
    return Promise.resolve({ stdout: '', stderr, exitCode: exitCodeFor([fault]) });
  };
}

async function runWhole<F extends string, R extends ResultShape>(
  command: string,
  options: ReportOptions,
  world: World,
  statement: Statement<F, R>,
): Promise<Outcome> {
  const funds = await openFunds(options, world, statement);
  const [held] = statement.isHeldAgainstCloses ? funds : [];
  const verified = held && (await verifyCloses(held.folder, held, world));
  const places = funds.map(({ fund, withoutSomeControls, ...place }) => place);
  const made = await sectionOf(funds, statement, verified?.result);
  // A figure has its name before any form is drawn, so that a cell knows it.
  const named = made?.result === undefined ? undefined : statement.figures?.(made.result);
  const moved = verified?.diagnostics ?? [];
  const { inputs, found } = await gathered(places, [...(made?.diagnostics ?? []), ...moved]);
  const diagnostics = [...found].sort(inOrder);
  const { version } = world;
  const document = documentOf({ format: statement.format, version, inputs, result: made?.result, diagnostics });
  const workings = workingsOf(named, { place: places[0], extras: statement.extras ?? [] }, world);
  return print({ command, statement, document, diagnostics, asked: options, places, workings }, world);
}

/** Where figures come from, by their names: nothing of a result that has none. */
function workingsOf(
  named: readonly NamedFigure[] | undefined,
  { place, extras }: { readonly place: Place | undefined; readonly extras: readonly Extra[] },
  world: World,
): (figures: readonly string[]) => Promise<ReadWorkings> {
  return (shown) => {
    if (named === undefined || place?.agreement === undefined) return Promise.resolve(noWorkings);
    const { agreement, inputs, shownAs } = place;
    return readWorkings(shown, named, { fund: { agreement, inputs }, shownAs, extras }, world);
  };
}

async function openFunds<F extends string, R extends ResultShape>(
  options: ReportOptions,
  world: World,
  { extras = [], watch, isReadTwice }: Pick<Statement<F, R>, 'extras' | 'watch' | 'isReadTwice'>,
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
  { section }: Pick<Statement<F, R>, 'section'>,
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
