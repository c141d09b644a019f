import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { reportBug, usageFault } from './commands/faults.js';
import { helpTopics } from './commands/help-topics.js';
import type { Outcome, World } from './commands/io.js';
import { papers } from './commands/paper-names.js';
import { type SchemaName, schemaNames } from './commands/schema-names.js';
import { colourChoices, styleFor } from './render/colour.js';
import type { Style } from './render/style.js';
import type { PaperName } from './statement/paper-schema.js';

/** A stream that text is written to. */
export interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
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
  if (outcome.stdout !== '') surroundings.stdout.write(outcome.stdout);
  return outcome.exitCode;
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
  try {
    await program.parseAsync(argv, { from: 'user' });
    return outcome;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportBug(error, argv, version);
    return usageFault(error, argv, program, styleOf(surroundings.stderr, 'auto', surroundings));
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

/** The commands and their options. Each command's code is loaded only when it is asked for. */
function commandTree(world: WorldNow, done: Done): Command {
  const program = new Command('bcf')
    .description('The accounting of a Better Care Fund pooled budget.')
    .addOption(new Option('--color <when>', 'colour the output').choices([...colourChoices]).default('auto'))
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText('before', examples('bcf reconcile my-fund', 'bcf explain BCF2104'))
    .addHelpText('after', `\nTopics: bcf help ${Object.keys(helpTopics).join(' | ')}`);

  addReconcile(program, world, done);
  addPerformance(program, world, done);
  addVarianceAndSettle(program, world, done);
  addCheck(program, world, done);
  addDiff(program, world, done);
  addReport(program, world, done);
  addReference(program, world, done);
  return program;
}

type WorldNow = () => World;
type Done = (outcome: Outcome) => void;

function addReconcile(program: Command, world: WorldNow, done: Done): void {
  report(program, 'reconcile', 'Print the flow of funds, whose the balance is, every rule’s section, and each check.')
    .addHelpText(
      'before',
      examples('bcf reconcile my-fund --as-at Q2', 'bcf reconcile my-fund --json --output q2.json'),
    )
    .option('--verbose', 'list the SHA-256 of each input, every check, each locality’s headings, and every line')
    .action(async (folder: string, flags: unknown) => {
      const [{ runReconcile }, { reportOptions }] = await Promise.all([
        import('./commands/reconcile.js'),
        import('./commands/run-statement.js'),
      ]);
      done(await runReconcile(reportOptions(folder, flags), world()));
    });
}

function addPerformance(program: Command, world: WorldNow, done: Done): void {
  report(program, 'performance', 'Print payment for performance, CCG by CCG, and the national return beside it.')
    .addHelpText(
      'before',
      examples(
        'bcf performance my-fund --as-at Q2 --what-if "99J=-2.1%" --what-if "*=-3.5%"',
        'bcf performance my-fund --sensitivity',
      ),
    )
    .option(
      '--what-if <change>',
      'assume admissions in each quarter still to come, against the baseline: "99J=-2.1%", "10E=+40", "*" for all others',
      (change: string, earlier: readonly string[] = []) => [...earlier, change],
    )
    .option('--sensitivity', 'table payment against reduction, and each CCG’s break-even')
    .option('--verbose', 'list every check')
    .action(async (folder: string, flags: unknown) => {
      const { parsePerformance, runPerformance } = await import('./commands/performance.js');
      done(await runPerformance(parsePerformance(folder, flags), world()));
    });
}

function addVarianceAndSettle(program: Command, world: WorldNow, done: Done): void {
  report(program, 'variance', 'Print over- and underspends, who bears them, and the ring-fences.')
    .addHelpText('before', examples('bcf variance my-fund --as-at Q3', 'bcf variance my-fund --format csv'))
    .option('--verbose', 'list the lines on plan too, and every check')
    .action(async (folder: string, flags: unknown) => {
      const [{ runVariance }, { reportOptions }] = await Promise.all([
        import('./commands/variance.js'),
        import('./commands/run-statement.js'),
      ]);
      done(await runVariance(reportOptions(folder, flags), world()));
    });

  report(
    program,
    'settle',
    'Print contributions due and late, who owes what to whom, and what bodies say of each other.',
  )
    .addHelpText('before', examples('bcf settle my-fund --as-at Q2', 'bcf settle my-fund --verbose'))
    .option('--verbose', 'list the pairs of bodies that agree too, and every check')
    .action(async (folder: string, flags: unknown) => {
      const [{ runSettle }, { reportOptions }] = await Promise.all([
        import('./commands/settle.js'),
        import('./commands/run-statement.js'),
      ]);
      done(await runSettle(reportOptions(folder, flags), world()));
    });
}

function addCheck(program: Command, world: WorldNow, done: Done): void {
  report(program, 'check', 'Hold a fund against every rule and every control, and print the schedule of differences.', [
    'text',
    'json',
    'csv',
    'markdown',
    'github',
    'junit',
  ])
    .addHelpText('before', examples('bcf check my-fund', 'bcf check my-fund --quiet --format github'))
    .option('--quiet', 'print nothing where all is well')
    .option('--verbose', 'list the controls that agree too, and every check')
    .action(async (folder: string, flags: unknown) => {
      const { parseCheck, runCheck } = await import('./commands/check.js');
      done(await runCheck(parseCheck(folder, flags), world()));
    });
}

function addDiff(program: Command, world: WorldNow, done: Done): void {
  const command = program
    .command('diff')
    .description('Compare plan and outturn, two funds, or two quarters, line by line.')
    .addHelpText(
      'before',
      examples(
        'bcf diff my-fund --as-at Q2 --by scheme',
        'bcf diff last-year my-fund',
        'bcf diff my-fund --from Q1 --to Q2',
      ),
    );
  withReportOptions(command, ['text', 'markdown', 'csv', 'json'])
    .argument('[AGAINST]', 'a second fund folder; its plan is the new one')
    .option('--from <side>', 'plan, actual, forecast, actual@Q1, forecast@Q1, or Q1 for what was spent in it')
    .option('--to <side>', 'the same; left out: the forecast, the actuals where there is none, of two funds the plan')
    .addOption(
      new Option('--by <lines>', 'what to compare by')
        .choices(['scheme', 'heading', 'partner', 'locality', 'source'])
        .default('heading'),
    )
    .option('--all', 'list the unchanged lines too')
    .option('--exit-code', 'exit with 1 where anything differs')
    .option('--fail-over <limit>', 'exit with 1 where a line is over by more than this: 5%, or pounds')
    .action(async (folder: string, against: string | undefined, flags: unknown) => {
      const { parseDiff, runDiff } = await import('./commands/diff.js');
      done(await runDiff(parseDiff(folder, against, flags), world()));
    });
}

function addReport(program: Command, world: WorldNow, done: Done): void {
  const names = Object.keys(papers);
  const widest = Math.max(...names.map((name) => name.length));
  const list = Object.entries(papers).map(([name, what]) => `  ${name.padEnd(widest)}  ${what}`);
  const command = program
    .command('report')
    .description('Print one of the papers that regulation and the finance group ask for.')
    .addHelpText(
      'before',
      examples('bcf report quarterly my-fund --as-at Q2', 'bcf report pro-forma my-fund --format csv'),
    )
    .addHelpText('after', `\nPapers:\n${list.join('\n')}`)
    .addArgument(new Argument('<PAPER>', 'which paper').choices(names));
  withReportOptions(command, ['text', 'markdown', 'csv', 'json']).action(
    async (paper: PaperName, folder: string, flags: unknown) => {
      const { parseReport, runReport } = await import('./commands/report.js');
      done(await runReport(parseReport(paper, folder, flags), world()));
    },
  );
}

/** What explains bcf itself. */
function addReference(program: Command, world: WorldNow, done: Done): void {
  program
    .command('explain')
    .description('Say what a code means and what to do about it.')
    .addHelpText('before', examples('bcf explain BCF2104', 'bcf explain --list'))
    .argument('[CODE]', 'a code as it is printed')
    .option('--list', 'list every code')
    .action(async (code: string | undefined, flags: { list?: boolean }) => {
      const { runExplain } = await import('./commands/explain.js');
      done(runExplain(flags.list ? undefined : code, world()));
    });

  program
    .command('schema')
    .description('Print the JSON Schema of agreement.yaml, or of a document that bcf prints.')
    .addHelpText('before', examples('bcf schema --output my-fund/agreement.schema.json', 'bcf schema reconciliation'))
    .addArgument(new Argument('[NAME]', 'which schema').choices([...schemaNames]).default('agreement'))
    .option('--output <file>', 'write to a file, whole or not at all; - is stdout')
    .action(async (name: SchemaName, { output }: { output?: string }) => {
      const { runSchema } = await import('./commands/schema.js');
      done(await runSchema({ name, output }, world()));
    });

  program
    .command('help')
    .description('Show the help of a command or a topic.')
    .addHelpText('before', examples('bcf help reconcile', 'bcf help exit-codes'))
    .argument('[TOPIC]', 'a command or a topic')
    .action(async (topic: string | undefined) => {
      const { runHelp } = await import('./commands/help.js');
      done(runHelp(topic, program, world()));
    });
}

/** A command that reports on a fund, with the options that all of them have. */
function report(program: Command, name: string, description: string, formats?: readonly string[]): Command {
  return withReportOptions(program.command(name).description(description), formats);
}

/** The fund folder, and the options that every report takes. */
function withReportOptions(command: Command, formats: readonly string[] = ['text', 'json', 'csv']): Command {
  return command
    .argument('[FUND]', 'the fund folder', '.')
    .addOption(
      new Option('--as-at <quarter>', 'the actuals up to the end of this quarter, Q1 to Q4').argParser(quarter),
    )
    .addOption(new Option('--format <format>', 'the form of the output').choices([...formats]).default('text'))
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write to a file, whole or not at all; - is stdout');
}

function examples(...commands: readonly string[]): string {
  return `Examples:\n${commands.map((command) => `  ${command}`).join('\n')}\n`;
}

/** A quarter in any case; anything else is refused here, before a file is read. */
function quarter(text: string): string {
  const found = text.toUpperCase();
  if (/^Q[1-4]$/.test(found)) return found;
  throw new InvalidArgumentError('Allowed choices are Q1, Q2, Q3, Q4.');
}
