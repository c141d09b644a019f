import type { Branch } from '../pages/page.js';
import type { Style } from './style.js';
import { broken, wrapped } from './wrap.js';

/** How wide a page is, and the column in which every amount stands. */
const pageWidth = 112;
const amountWidth = 18;

/** A tree in fixed pitch: every amount in one column, and beside it what it is made of. */
export function treeText(root: Branch, style: Style): string {
  return [...branchLines(root, { stem: '', fork: '', under: '' }, style)].join('\n');
}

/** What stands before the words: the lines of the tree above them, the fork to them, and the lines that go on below. */
interface Stem {
  readonly stem: string;
  readonly fork: string;
  readonly under: string;
}

function* branchLines(branch: Branch, { stem, fork, under }: Stem, style: Style): Generator<string> {
  const { amount, text, asides, parts, isRow, tone } = branch;
  const emphasise = tone === undefined ? (words: string) => words : style[tone];
  const [first = '', ...more] = isRow ? rowLines(text, under.length, style) : lines(text, under.length, style);
  const blank = ' '.repeat(amountWidth);
  yield `${amount.padStart(amountWidth)}  ${stem}${fork}${emphasise(first)}`;
  for (const line of more) yield `${blank}  ${under}${line}`;
  const inner = `${under}${parts.length > 0 ? '│  ' : '   '}`;
  for (const aside of asides) {
    for (const line of lines(aside, inner.length, style)) yield `${blank}  ${inner}${style.faint(line)}`;
  }
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const below = { stem: under, fork: isLast ? '└─ ' : '├─ ', under: `${under}${isLast ? '   ' : '│  '}` };
    yield* branchLines(part, below, style);
  }
}

function lines(text: string, used: number, style: Style): string[] {
  return wrapped(text, { width: Math.max(24, roomIn(Math.min(style.width, pageWidth)) - used) }).map((line) =>
    line.trim(),
  );
}

/** A row of a file stands on one line where there is room for it. */
function rowLines(text: string, used: number, { width }: Style): string[] {
  return broken(text, Math.max(24, width - amountWidth - 2 - used), 2);
}

function roomIn(width: number): number {
  return width - amountWidth - 5;
}
