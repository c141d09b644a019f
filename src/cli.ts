import { type Argument, Command, CommanderError, Option } from 'commander';
import { type Done, examples, type WorldNow } from './commands/declare.js';
import { addCloses } from './commands/declare-closes.js';
import { addCompletion } from './commands/declare-completion.js';
import { addExport } from './commands/declare-export.js';
import { addInit } from './commands/declare-init.js';
import { addPapers } from './commands/declare-papers.js';
import { addReference } from './commands/declare-reference.js';
import { addStatements } from './commands/declare-statements.js';
import { addTrace } from './commands/declare-trace.js';
import { argumentFault, failure, reportBug, usageFault } from './commands/faults.js';
import { helpNotes } from './commands/help-notes.js';
import { topicList } from './commands/help-topics.js';
import { inChunks, type Outcome, type World } from './commands/io.js';
import { colourChoices, styleFor } from './render/colour.js';
import type { Style } from './render/style.js';

/** A stream that text is written to. */
export interface Sink {
  readonly isTTY?: boolean;
  /** False where the text has to wait or cannot go out; `done` says which when it is known. */
  write(text: string, done?: (error?: Error | null) => void): unknown;
}

/** What the program stands in: its streams, its environment and its folder. */
export interface Surroundings {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly version: string;
}

/** Runs a command line and gives its exit code. Reports go to stdout, everything else to stderr. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const outcome = await outcomeOf(argv, surroundings);
  // The statement's last line is the most important one, so it is what a terminal shows last.
  if (outcome.stderr !== '') {
    surroundings.stderr.write(outcome.stdout === '' ? outcome.stderr : `${outcome.stderr}\n`);
  }
  try {
    await print(outcome.stdout, surroundings.stdout);
    return outcome.exitCode;
  } catch (error) {
    const bug = reportBug(error, argv, surroundings.version);
    surroundings.stderr.write(bug.stderr);
    return bug.exitCode;
  }
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

async function outcomeOf(argv: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const { stdout, version } = surroundings;
  let outcome: Outcome = { stdout: '', stderr: '', exitCode: 0 };
  const program = commandTree(
    () => worldOf(surroundings, program.opts<{ color: ColourChoice }>().color),
    (made) => {
      outcome = made;
    },
  );
  program.version(version, '-V, --version', 'print the version');
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  }
  const unseen = argumentFault(argv, styleOf(surroundings.stderr, 'auto', surroundings));
  if (unseen !== undefined) return unseen;
  try {
    await program.parseAsync(argv, { from: 'user' });
    return outcome;
  } catch (error) {
    const { color } = program.opts<{ color: ColourChoice }>();
    const errors = styleOf(surroundings.stderr, color, surroundings);
    if (!(error instanceof CommanderError)) return failure(error, argv, version, errors);
    return usageFault(error, argv, program, errors);
  }
}

type ColourChoice = (typeof colourChoices)[number];

function worldOf(surroundings: Surroundings, choice: ColourChoice): World {
  return {
    cwd: surroundings.cwd(),
    version: surroundings.version,
    stdoutStyle: styleOf(surroundings.stdout, choice, surroundings),
    stderrStyle: styleOf(surroundings.stderr, choice, surroundings),
  };
}

/** Colour is decided here, once for each stream. */
function styleOf({ isTTY = false }: Sink, choice: ColourChoice, { environment }: Surroundings): Style {
  return styleFor({ choice, isTerminal: isTTY, environment });
}

function termOf(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

/** The commands and their options. Each command's code is loaded only when it is asked for. */
function commandTree(world: WorldNow, done: Done): Command {
  const program = new Command('bcf')
    .description('The accounting of a Better Care Fund pooled budget.')
    .addOption(new Option('--color <when>', 'colour the output').choices([...colourChoices]).default('auto'))
    .helpCommand(false)
    // Without [options], which every one has, more of a page of 80 columns is left for what the commands do.
    .configureHelp({
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
    })
    .showSuggestionAfterError(true)
    .addHelpText('before', examples('bcf reconcile my-fund', 'bcf explain BCF2104'))
    .addHelpText('after', `\n${topicList()}`);

  addInit(program, world, done);
  addStatements(program, world, done);
  addPapers(program, world, done);
  addTrace(program, world, done);
  addCloses(program, world, done);
  addExport(program, world, done);
  addReference(program, world, done);
  addCompletion(program, world, done);
  for (const command of program.commands) {
    const note = helpNotes[command.name()];
    if (note !== undefined) command.addHelpText('after', note);
  }
  return program;
}
