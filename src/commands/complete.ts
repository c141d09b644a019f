import type { Command } from 'commander';
import { exitCodes } from '../diagnostics/exit-code.js';
import { plainText } from '../diagnostics/plain-text.js';
import { bashReplies, isOpenEnded, readBashLine } from './completion/bash-line.js';
import type { Candidate, Completion } from './completion/candidate.js';
import { completionsAt } from './completion/completions.js';
import type { Outcome, World } from './io.js';

/**
 * What the completion scripts ask bcf itself. Each argument has a = before it, for a shell may drop an empty one. The
 * first line printed says what follows: words, nospace (words to which more belongs), files or folders.
 *
 *   bcf complete words INDEX =WORD…            the words behind bcf, and which the cursor is in: value, tab, what it is
 *   bcf complete bash =BEFORE =BEHIND =PART    the line around the cursor, and the part that bash would replace
 */
export async function runComplete(program: Command, asked: readonly string[], world: World): Promise<Outcome> {
  return { stdout: await answer(program, asked, world.cwd), stderr: '', exitCode: exitCodes.clean };
}

async function answer(program: Command, [shell = '', ...given]: readonly string[], cwd: string): Promise<string> {
  const texts = given.map((text) => text.replace(/^=/, ''));
  try {
    if (shell === 'bash') {
      const [before = '', behind = '', part = ''] = texts;
      const line = readBashLine(before, behind);
      return printed(await completionsAt(program, line, cwd), (candidates) => bashReplies(candidates, line, part));
    }
    const [index = '', ...words] = texts;
    return printed(await completionsAt(program, { words, at: Number(index) }, cwd), (candidates) =>
      candidates.map(({ value, what = '' }) => `${value}\t${plainText(what).replace(/\s+/g, ' ')}`),
    );
  } catch {
    // Whatever is wrong with a fund is for its commands to say: a key press prints no report.
    return '';
  }
}

function printed(completion: Completion, lines: (candidates: readonly Candidate[]) => string[]): string {
  if (completion.kind !== 'words') return `${completion.kind}\n`;
  // What could not be given as an argument is not offered as one.
  const candidates = completion.candidates.filter(({ value }) => plainText(value) === value);
  return `${[isOpenEnded(candidates) ? 'nospace' : 'words', ...lines(candidates)].join('\n')}\n`;
}
