import type { Candidate } from './candidate.js';
import type { CommandLine } from './command-line.js';

/** A line of bash, with what it takes to put a word into it. */
export interface BashLine extends CommandLine {
  /** The quotation mark that is open at the cursor, or ''. */
  readonly quote: string;
}

interface Word {
  text: string;
  quote: string;
  isOpen: boolean;
}

/** Reads the line before and behind the cursor as bash does: quotes, backslashes and blanks. The program’s name is left out. */
export function readBashLine(before: string, behind: string): BashLine {
  const written = wordsOf(before);
  const current = written.at(-1)?.isOpen === true ? written.pop() : undefined;
  const { text = '', quote = '' } = current ?? {};
  // What stands behind the cursor in the same word is not what is meant.
  const rest = current === undefined ? behind : behind.replace(/^[^\s"']*["']?/, '');
  const words = [...written.map((word) => word.text), text, ...wordsOf(rest).map((word) => word.text)].slice(1);
  return { words, at: Math.max(written.length - 1, 0), quote };
}

/** The words of a text; the last is open where no blank follows it. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const mark = text.charAt(index);
    const quote: string = word?.quote ?? '';
    if (quote === '' && /\s/.test(mark)) {
      if (word !== undefined) words.push({ ...word, isOpen: false });
      word = undefined;
      continue;
    }
    word ??= { text: '', quote: '', isOpen: true };
    if (mark === '\\' && quote !== "'") {
      index += 1;
      word.text += text.charAt(index);
    } else if (mark === quote) word.quote = '';
    else if (quote === '' && (mark === '"' || mark === "'")) word.quote = mark;
    else word.text += mark;
  }
  return word === undefined ? words : [...words, word];
}

const plain = /^[\w@%+:,./=-]*$/;

/**
 * What bash has to put in the place of the part of the word that it takes for one: it divides words at = and : where no
 * quotation mark is open, and puts no marks around what it is given. A word that is not whole gets no closing mark.
 */
export function bashReplies(candidates: readonly Candidate[], line: BashLine, broken: string): string[] {
  const written = line.words[line.at] ?? '';
  const part = line.quote === '' ? broken.replace(/\\(.)/g, '$1') : broken;
  if (!written.toLowerCase().endsWith(part.toLowerCase())) return [];
  const before = written.length - part.length;
  const values = candidates.map(({ value }) => value.slice(before));
  if (line.quote === "'") return values.filter((value) => !value.includes("'"));
  if (line.quote === '"') return values.map(inDoubleQuotes);
  if (values.every((value) => plain.test(value))) return values;
  // A quotation mark that is opened would be closed by bash behind a word that stands alone.
  const [only, ...others] = candidates;
  if (before > 0 || (only?.isPartial === true && others.length === 0))
    return values.map((value) => value.replace(/[^\w@%+:,./=-]/g, '\\$&'));
  return values.map((value, index) => `"${inDoubleQuotes(value)}${candidates[index]?.isPartial ? '' : '"'}`);
}

/** Whether something has to follow each of them in the same word. */
export function isOpenEnded(candidates: readonly Candidate[]): boolean {
  return candidates.length > 0 && candidates.every(({ isPartial }) => isPartial === true);
}

function inDoubleQuotes(value: string): string {
  return value.replace(/["$`\\]/g, '\\$&');
}
