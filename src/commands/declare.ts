import { type Command, InvalidArgumentError, Option } from 'commander';
import { formsOf } from './forms.js';
import type { Outcome, World } from './io.js';

/** What a command may know of the world, asked for when it runs. */
export type WorldNow = () => World;
/** Takes what a command gives. */
export type Done = (outcome: Outcome) => void;

/** A command that reports on a fund, with the options that all of them have. */
export function report(program: Command, name: string, description: string): Command {
  return withNames(withReportOptions(program.command(name).description(description), name));
}

/** The list of figures in place of the report. */
export function withNames(command: Command): Command {
  return command.option('--names', 'list every figure with its name, which bcf trace explains');
}

/** The fund folder, and the options that every report takes. */
export function withReportOptions(command: Command, name: string): Command {
  return withOutputOptions(command.argument('[FUND]', 'the fund folder', '.').addOption(asAtOption()), name);
}

/** As at when; what it is where it is left out, `bcf help quarters` says whole. */
export function asAtOption(): Option {
  const words = 'the actuals up to the end of this quarter, Q1 to Q4; left out: the last that the rows reach';
  return new Option('--as-at <quarter>', words).argParser(quarter);
}

/** The forms of the output, and the file that it goes to. */
export function withOutputOptions(command: Command, name: string): Command {
  const forms = formsOf(name);
  const [first = ''] = forms;
  const format = `the form of the output; left out: what the ending of --output says, else ${first}`;
  command.addOption(new Option('--format <format>', format).choices([...forms]));
  if (forms.includes('json')) command.option('--json', 'the same as --format json');
  command.option('--output <file>', 'write to a file, whole or not at all; - is stdout');
  if (!forms.includes('csv')) return command;
  return command
    .option('--bom', 'begin a CSV file with a byte order mark; left out: where it has more than ASCII, for Excel')
    .option('--no-bom', 'begin it without one; a pipe never has one');
}

/** What --all of a report does. */
export const everyBearer = 'list every body that bears a variance, however many they are';

/** Examples, which help begins with. */
export function examples(...commands: readonly string[]): string {
  return `Examples:\n${commands.map((command) => `  ${command}`).join('\n')}\n`;
}

/** A quarter in any case; anything else is refused here, before a file is read. */
function quarter(text: string): string {
  const found = text.toUpperCase();
  if (/^Q[1-4]$/.test(found)) return found;
  throw new InvalidArgumentError('Allowed choices are Q1, Q2, Q3, Q4.');
}
