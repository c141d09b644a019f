import type { Command, CommanderError } from 'commander';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor, exitCodes } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import { plainText, unseenIn } from '../diagnostics/plain-text.js';
import { isOfSystem, reasonOf } from '../fund/system-error.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import type { Style } from '../render/style.js';
import type { Outcome } from './io.js';

/** What the command-line library refused, as a diagnostic; help and version are no fault. */
export function usageFault(error: CommanderError, argv: readonly string[], program: Command, style: Style): Outcome {
  if (error.exitCode === 0) return { stdout: '', stderr: '', exitCode: exitCodes.clean };
  if (error.code === 'commander.help') {
    return { stdout: '', stderr: program.helpInformation(), exitCode: exitCodes.couldNotRun };
  }
  const names = program.commands.map((command) => command.name());
  const command = argv.find((word) => names.includes(word)) ?? '';
  // Not the first word of the line: that can be the value of an option, as in --color never reconcil.
  const [first = ''] = program.args;
  const fault =
    error.code === 'commander.unknownCommand'
      ? diagnose('BCF0001', { found: first, meant: near(first, names) })
      : diagnose('BCF0002', { problem: inPlainWords(error.message), command });
  return { stdout: '', stderr: diagnosticsText([fault], style), exitCode: exitCodeFor([fault]) };
}

/**
 * What is wrong with the arguments before any is understood: a character that nobody sees, which a path copied from a
 * window may have, or a mark that a CI server obeys. `complete` is asked by shells, with whatever was typed.
 */
export function argumentFault(argv: readonly string[], style: Style): Outcome | undefined {
  const unclean = argv[0] === 'complete' ? undefined : argv.find((word) => plainText(word) !== word);
  if (unclean === undefined) return undefined;
  const fault = diagnose('BCF0060', { found: unclean, unseen: unseenIn(unclean) ?? '' });
  return { stdout: '', stderr: diagnosticsText([fault], style), exitCode: exitCodeFor([fault]) };
}

function inPlainWords(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*)\?\)$/, '; did you mean $1?')
    .replace(/'([^']*)'/g, '“$1”')
    .replace(/ argument “(.*?)” is invalid\. Allowed choices are (.*)\.$/, ' cannot be “$1”: write one of $2')
    .replace(
      /^command-argument value “(.*?)” is invalid for argument “(.*?)”\. Allowed choices are (.*)\.$/,
      '$2 cannot be “$1”: allowed are $3',
    )
    .replace(/^missing required argument “(.*?)”$/, '$1 is missing')
    .replace(/^required option “(.*?)” not specified$/, '$1 must be given')
    .replace(/^option “(.*?)” argument missing$/, 'option “$1” needs a value')
    .replace(
      /^too many arguments for “(.*?)”\. Expected (\d+) arguments? but got (\d+)\.$/,
      '$1 takes at most $2, and $3 were given: quote a name that has spaces in it',
    )
    .replace(/\s+/g, ' ');
}

/** What stopped a command: the system, which is said in its words, or a fault of bcf. */
export function failure(error: unknown, argv: readonly string[], version: string, style: Style): Outcome {
  if (!isOfSystem(error)) return reportBug(error, argv, version);
  const what = typeof error.path === 'string' ? error.path : 'the folder that you stand in';
  const fault = diagnose('BCF0061', { what, reason: reasonOf(error) });
  return { stdout: '', stderr: diagnosticsText([fault], style), exitCode: exitCodeFor([fault]) };
}

/** A fault of bcf: a sentence, and a report ready to send. */
export function reportBug(error: unknown, argv: readonly string[], version: string): Outcome {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const stderr = [
    'This is a fault of bcf, not of your files. Nothing was written. Please send what follows to its developers:',
    '',
    `  bcf ${version}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `  command: bcf ${plainText(argv.join(' '))}`,
    ...stack.split('\n').map((line) => `  ${plainText(line)}`),
    '',
  ].join('\n');
  return { stdout: '', stderr, exitCode: exitCodes.bug };
}
