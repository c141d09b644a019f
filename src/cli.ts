import { type Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Done, examples, type WorldNow } from './commands/declare.js';
import { addCloses } from './commands/declare-closes.js';
import { addCompletion } from './commands/declare-completion.js';
import { addExport } from './commands/declare-export.js';
import { addInit } from './commands/declare-init.js';
import { addOwnExports } from './commands/declare-own-exports.js';
import { addPage } from './commands/declare-page.js';
import { addPapers } from './commands/declare-papers.js';
import { addReference } from './commands/declare-reference.js';
import { addStatements } from './commands/declare-statements.js';
import { addTrace } from './commands/declare-trace.js';
import { addWorkbook } from './commands/declare-workbook.js';
import { argumentFault, failure, reportBug, usageFault } from './commands/faults.js';
import { helpNotes } from './commands/help-notes.js';
import { topicList } from './commands/help-topics.js';
import { inChunks, type Outcome, type World } from './commands/io.js';
import { pagerFor } from './commands/pager.js';
import { withProgress } from './commands/progress.js';
import { colourChoices, styleFor } from './render/colour.js';
import { fittedPage } from './render/fitted-page.js';
import { plainStyle, type Style } from './render/style.js';
import { widthFor } from './render/width.js';

/** A stream that text is written to. */
export interface Sink {
  readonly isTTY?: boolean;
  /** How wide a terminal is. */
  readonly columns?: number;
  /** How many lines it has. */
  readonly rows?: number;
  /** False where the text has to wait or cannot go out; `done` says which when it is known. */
  write(output: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
}

/** What the program stands in: its streams, its environment and its folder. */
export interface Surroundings {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly version: string;
  /** Shows a text in a pager; false where there is no such program. Absent where there is no terminal. */
  readonly page?: (text: string, pager: string) => Promise<boolean>;
}

/** Runs a command line and gives its exit code. Reports go to stdout, everything else to stderr. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stderr, environment } = surroundings;
  const made = withProgress(stderr, environment.TERM !== 'dumb', () => outcomeOf(argv, surroundings));
  const { outcome: first, look } = await made;
  for (let outcome = first; ; outcome = await outcome.next()) {
    const exitCode = await shown(outcome, { argv, look, surroundings });
    if (outcome.next === undefined) return exitCode;
  }
}

interface Showing {
  readonly argv: readonly string[];
  readonly look: Pick<Look, 'pager'>;
  readonly surroundings: Surroundings;
}

/** Shows an outcome on its streams, and gives the exit code. */
async function shown(outcome: Outcome, { argv, look, surroundings }: Showing): Promise<number> {
  // The statement's last line is the most important one, so it is what a terminal shows last.
  if (outcome.stderr !== '') {
    surroundings.stderr.write(outcome.stdout === '' ? outcome.stderr : `${outcome.stderr}\n`);
  }
  try {
    await show(outcome.stdout, look, surroundings);
    return outcome.exitCode;
  } catch (error) {
    const bug = reportBug(error, argv, surroundings.version);
    surroundings.stderr.write(bug.stderr);
    return bug.exitCode;
  }
}

/** Shows an output: in a pager where it is longer than the terminal, else as it is. */
async function show(
  output: Outcome['stdout'],
  { pager: isWanted }: Pick<Look, 'pager'>,
  surroundings: Surroundings,
): Promise<void> {
  const { stdout, environment, page } = surroundings;
  const circumstances = { isTerminal: stdout.isTTY ?? false, rows: stdout.rows, isWanted, environment };
  const pager = typeof output === 'string' ? pagerFor(circumstances, output) : undefined;
  if (typeof output === 'string' && pager !== undefined && (await page?.(output, pager))) return;
  await print(output, stdout);
}

/** Writes an output no faster than it is read. Where it cannot go on, which the stream itself says, the rest is not made. */
async function print(output: Outcome['stdout'], sink: Sink): Promise<void> {
  for (const chunk of inChunks(output)) {
    const isOut = await new Promise<boolean>((resolve) => {
      if (sink.write(chunk, (error) => resolve(!error)) !== false) resolve(true);
    });
    if (!isOut) return;
  }
}

async function outcomeOf(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<{ readonly outcome: Outcome; readonly look: Pick<Look, 'pager'> }> {
  const { stdout, version } = surroundings;
  let outcome: Outcome = { stdout: '', stderr: '', exitCode: 0 };
  const program = commandTree(
    () => worldOf(surroundings, program.opts<Look>()),
    (made) => {
      outcome = made;
    },
  );
  const widthOut = () => styleOf(stdout, program.opts<Look>(), surroundings).width;
  program.version(version, '-V, --version', 'print the version');
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => stdout.write(fittedPage(text, widthOut())),
      getOutHelpWidth: widthOut,
      writeErr: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  }
  const look = () => program.opts<Look>();
  const unseen = argumentFault(
    argv,
    styleOf(surroundings.stderr, { color: 'auto', pager: true, plain: false }, surroundings),
  );
  if (unseen !== undefined) return { outcome: unseen, look: { pager: false } };
  try {
    await program.parseAsync(argv, { from: 'user' });
    return { outcome, look: look() };
  } catch (error) {
    const errors = styleOf(surroundings.stderr, look(), surroundings);
    if (!(error instanceof CommanderError)) return { outcome: failure(error, argv, version, errors), look: look() };
    return { outcome: usageFault(error, argv, program, errors), look: look() };
  }
}

/** How the output looks, as the command line asks for it. */
interface Look {
  readonly color: (typeof colourChoices)[number];
  readonly width?: number;
  /** Whether an output that is longer than the terminal goes through a pager. */
  readonly pager: boolean;
  /** Whether text has one figure a line. */
  readonly plain: boolean;
}

function worldOf(surroundings: Surroundings, look: Look): World {
  const { environment } = surroundings;
  return {
    cwd: surroundings.cwd(),
    version: surroundings.version,
    isTerminal: surroundings.stdout.isTTY ?? false,
    stdoutStyle: styleOf(surroundings.stdout, look, surroundings),
    stderrStyle: styleOf(surroundings.stderr, look, surroundings),
    fileStyle: { ...plainStyle(widthFor({ asked: look.width, columns: undefined, environment })), isPlain: look.plain },
  };
}

/** Colour and width are decided here, once for each stream. */
function styleOf({ isTTY = false, columns }: Sink, look: Look, { environment }: Surroundings): Style {
  const width = widthFor({ asked: look.width, columns: isTTY ? columns : undefined, environment });
  return { ...styleFor({ choice: look.color, isTerminal: isTTY, width, environment }), isPlain: look.plain };
}

function columnsAsked(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width >= 60 && width <= 200) return width;
  throw new InvalidArgumentError('It is a whole number from 60 to 200.');
}

function termOf(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

/** The commands and their options. Each command's code is loaded only when it is asked for. */
function commandTree(world: WorldNow, done: Done): Command {
  const program = new Command('bcf')
    .description('The accounting of a Better Care Fund pooled budget.')
    .addOption(new Option('--color <when>', 'colour the output').choices([...colourChoices]).default('auto'))
    .addOption(
      new Option('--width <columns>', 'how wide a line may be, 60 to 200; left out: as the terminal, or 100').argParser(
        columnsAsked,
      ),
    )
    .option('--plain', 'text with one figure a line and no table, for a screen reader', false)
    .option('--no-pager', 'print an output that is longer than the terminal as it is')
    .helpCommand(false)
    // Without [options], which every one has, more of a page of 80 columns is left for what the commands do.
    .configureHelp({
      minWidthToWrap: 20,
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
    })
    .showSuggestionAfterError(true)
    .addHelpText('before', examples('bcf reconcile my-fund', 'bcf explain BCF2104'))
    .addHelpText('after', `\n${topicList()}`);

  addInit(program, world, done);
  addOwnExports(program, world, done);
  addStatements(program, world, done);
  addPage(program, world, done);
  addPapers(program, world, done);
  addTrace(program, world, done);
  addCloses(program, world, done);
  addExport(program, world, done);
  addWorkbook(program, world, done);
  addReference(program, world, done);
  addCompletion(program, world, done);
  for (const command of program.commands) {
    const note = helpNotes[command.name()];
    if (note !== undefined) command.addHelpText('after', note);
  }
  return program;
}
