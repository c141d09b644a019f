import type { Command } from 'commander';
import type { Asked, Source } from './asked.js';
import { type Candidate, type Completion, words } from './candidate.js';
import { type CommandLine, type ReadLine, readLine } from './command-line.js';
import { sourceOf } from './sources.js';

/** What may stand where the cursor is. Commands, options and choices are those of the command tree itself. */
export async function completionsAt(program: Command, line: CommandLine, cwd: string): Promise<Completion> {
  const read = readLine(program, line);
  const { spot, word } = read;
  switch (spot.kind) {
    case 'command':
      return fitting(word.startsWith('-') ? optionsOf(program, program, read) : commandsOf(program), word);
    case 'option':
      return fitting(optionsOf(program, spot.command, read), word);
    case 'value': {
      const { option, prefix, command } = spot;
      const value = word.slice(prefix.length);
      const source = sourceOf(command.name(), option.long ?? '');
      const values = await valuesOf({ program, read, word: value, cwd }, source, option.argChoices);
      if (values.kind !== 'words' || prefix === '') return values;
      return {
        ...values,
        candidates: values.candidates.map((candidate) => ({ ...candidate, value: prefix + candidate.value })),
      };
    }
    case 'argument': {
      const { argument, command } = spot;
      // With --from, bcf trace has no figure: what stands first is the fund folder.
      const isFund = argument.name() === 'FIGURE' && read.options.has('--from');
      const source = sourceOf(command.name(), isFund ? 'FUND' : argument.name());
      return valuesOf({ program, read, word, cwd }, source, argument.argChoices);
    }
    case 'nothing':
      return { kind: 'words', candidates: [] };
  }
}

async function valuesOf(
  asked: Asked,
  source: Source | undefined,
  choices: readonly string[] = [],
): Promise<Completion> {
  if (source === 'files' || source === 'folders') return { kind: source };
  return fitting(source === undefined ? words(choices) : await source(asked), asked.word);
}

function fitting(candidates: readonly Candidate[], word: string): Completion {
  const plain = word.toLowerCase();
  const exact = candidates.filter(({ value }) => value.startsWith(word));
  return {
    kind: 'words',
    candidates: exact.length > 0 ? exact : candidates.filter(({ value }) => value.toLowerCase().startsWith(plain)),
  };
}

function commandsOf(program: Command): Candidate[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((command) => ({ value: command.name(), what: command.description() }));
}

/** The options that are not on the line yet, but those that may stand there more than once. */
function optionsOf(program: Command, command: Command, { options }: ReadLine): Candidate[] {
  return program
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description }) =>
      long && (!options.has(long) || long === '--what-if') ? [{ value: long, what: description }] : [],
    );
}
