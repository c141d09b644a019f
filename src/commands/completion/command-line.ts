import type { Argument, Command, Option } from 'commander';

/** A command line as far as it is written, with the cursor in one of its words. */
export interface CommandLine {
  /** The words behind `bcf`. */
  readonly words: readonly string[];
  /** Which of them the cursor is in, as far as it is written; '' at a new word. */
  readonly at: number;
}

/** Where the cursor is, in terms of the command tree. */
export type Spot =
  | { readonly kind: 'command' }
  | { readonly kind: 'option'; readonly command: Command }
  | { readonly kind: 'value'; readonly command: Command; readonly option: Option; readonly prefix: string }
  | { readonly kind: 'argument'; readonly command: Command; readonly argument: Argument }
  | { readonly kind: 'nothing' };

/** What is written on the line, read as the command will read it. */
export interface ReadLine {
  readonly spot: Spot;
  readonly word: string;
  /** The command's arguments by their names, those behind the cursor too. */
  readonly given: ReadonlyMap<string, string>;
  /** The values of its options, by their long names. */
  readonly options: ReadonlyMap<string, string>;
}

/** Finds the cursor's place on a command line, and what else the line says. */
export function readLine(program: Command, { words, at }: CommandLine): ReadLine {
  const word = words[at] ?? '';
  const reader = new Reader(program, at);
  for (const [index, given] of words.entries()) reader.take(given, index);
  return { word, ...reader.read() };
}

class Reader {
  #command: Command;
  readonly #program: Command;
  readonly #at: number;
  readonly #positional: string[] = [];
  readonly #options = new Map<string, string>();
  #waiting: Option | undefined;
  #areOptionsOver = false;
  #spot: Spot = { kind: 'nothing' };

  constructor(program: Command, at: number) {
    this.#program = program;
    this.#command = program;
    this.#at = at;
  }

  read(): Omit<ReadLine, 'word'> {
    const names = this.#command.registeredArguments.map((argument) => argument.name());
    const given = new Map<string, string>();
    for (const [index, value] of this.#positional.entries()) {
      const name = names[index];
      if (name !== undefined && value !== '') given.set(name, value);
    }
    return { spot: this.#spot, given, options: this.#options };
  }

  take(word: string, index: number): void {
    const isHere = index === this.#at;
    const option = this.#waiting;
    if (option !== undefined) {
      this.#waiting = undefined;
      if (isHere) this.#spot = { kind: 'value', command: this.#command, option, prefix: '' };
      this.#options.set(option.long ?? '', word);
    } else if (!this.#areOptionsOver && word.startsWith('-') && (word !== '-' || isHere))
      this.#takeOption(word, isHere);
    else this.#takeWord(word, isHere);
  }

  #takeOption(word: string, isHere: boolean): void {
    const [, name = word, value] = /^(--[^=]*)=(.*)$/.exec(word) ?? [];
    const known = [...this.#command.options, ...this.#program.options];
    const option = known.find(({ long, short }) => name === long || name === short);
    if (value !== undefined && option !== undefined) {
      if (isHere) this.#spot = { kind: 'value', command: this.#command, option, prefix: `${name}=` };
      this.#options.set(name, value);
    } else if (isHere) this.#spot = { kind: 'option', command: this.#command };
    else if (word === '--') this.#areOptionsOver = true;
    else if (option?.required) this.#waiting = option;
    else if (option !== undefined) this.#options.set(option.long ?? name, '');
  }

  #takeWord(word: string, isHere: boolean): void {
    const isCommand = this.#command === this.#program;
    if (isHere) {
      const argument = this.#command.registeredArguments[this.#positional.length];
      if (isCommand) this.#spot = { kind: 'command' };
      else if (argument !== undefined) this.#spot = { kind: 'argument', command: this.#command, argument };
    }
    if (!isCommand) this.#positional.push(word);
    else if (!isHere)
      this.#command = this.#program.commands.find((candidate) => candidate.name() === word) ?? this.#program;
  }
}
