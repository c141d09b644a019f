import type { Command } from 'commander';
import type { Candidate } from './candidate.js';
import type { ReadLine } from './command-line.js';

/** What a value may be completed from. */
export interface Asked {
  readonly program: Command;
  readonly read: ReadLine;
  readonly word: string;
  readonly cwd: string;
}

export type Source = 'files' | 'folders' | ((asked: Asked) => Candidate[] | Promise<Candidate[]>);
