import { parse } from 'csv-parse/sync';
import type { Ran } from '../support/bcf.js';

/** What is obeyed or not seen: independent of how bcf looks for it. */
const live: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
];
const ownAnnotation = /^::(error|warning|notice) (file=[^:]*,)?(line=\d+,)?title=(BCF\d{4}|bcf check)::/;

/** What of a run's output would be obeyed, in words; nothing where all is well. */
export function leaksOf({ stdout, stderr, exitCode }: Ran, format: string): string[] {
  const leaks: string[] = exitCode === 70 ? ['a fault of bcf'] : [];
  for (const [stream, text] of Object.entries({ stdout, stderr })) {
    const isCsv = stream === 'stdout' && format === 'csv';
    const lines = (isCsv ? text.replaceAll('\r\n', '\n') : text).split('\n');
    for (const [index, line] of lines.entries()) {
      const found = leakIn(line, stream === 'stdout' ? format : 'text') ?? forgedAfter(lines[index - 1] ?? '', line);
      if (found !== undefined) leaks.push(`${stream}: ${found}: ${JSON.stringify(line.slice(0, 300))}`);
    }
    if (isCsv) leaks.push(...formulasIn(text));
  }
  return leaks;
}

function leakIn(line: string, format: string): string | undefined {
  if ([...line].some(isLive)) return 'a live character';
  if (/##\w*\[/.test(line)) return 'a command of a CI server';
  if (/^\s*::/.test(line) && !(format === 'github' && ownAnnotation.test(line))) return 'a workflow command';
  if (format === 'markdown' && /(?<!\\)<script|(?<!\\)\]\(/.test(line)) return 'live markup';
  if (format === 'junit' && /<script/.test(line)) return 'live markup';
  return undefined;
}

function isLive(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return live.some(([from, to]) => from <= point && point <= to);
}

/** A paragraph is wrapped where it is nearly as wide as a page: no line but that one may begin with a forged word. */
function forgedAfter(before: string, line: string): string | undefined {
  return /^FORGED/.test(line) && before.length < 70 ? 'a line of its own' : undefined;
}

function formulasIn(csv: string): string[] {
  const rows: string[][] = parse(csv, { relax_column_count: true });
  const isFormula = (cell: string) => /^\s*[=+\-@]/.test(cell.normalize('NFKC')) && !/^-?[\d.]+$/.test(cell);
  return rows
    .flat()
    .filter(isFormula)
    .map((cell) => `stdout: a live formula: ${JSON.stringify(cell)}`);
}
