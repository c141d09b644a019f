import { broken, paragraph } from './wrap.js';

/**
 * A page of help in lines of a width. What stands at the margin is a paragraph; what is set in stands line by line, as a
 * list, a command or a piece of a file does. A line that has no room goes on below itself, and can be told from two.
 */
export function fittedPage(text: string, width: number): string {
  return runsOf(text)
    .flatMap((run) => (isAtMargin(run[0]) ? paragraph(run.join(' '), width) : fitted(run, width)))
    .join('\n');
}

function isAtMargin(line: string | undefined): boolean {
  return line !== undefined && /^\S/.test(line);
}

/** Lines that belong together: a paragraph, a line of its own, or an entry of a list with what goes on in its column. */
function runsOf(text: string): string[][] {
  const runs: string[][] = [];
  for (const line of text.split('\n')) {
    const run = runs.at(-1);
    const goesOn = isAtMargin(line) ? isAtMargin(run?.[0]) : isInColumn(line, entryIn(run?.[0] ?? ''));
    if (run !== undefined && goesOn) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** A term, and what is said of it from a column on. */
interface Entry {
  readonly term: string;
  readonly said: string;
  readonly column: number;
}

function entryIn(line: string): Entry | undefined {
  const [, term, gap = '', said = ''] = /^( +\S.*?)( {2,})(\S.*)$/.exec(line) ?? [];
  return term === undefined ? undefined : { term, said, column: term.length + gap.length };
}

function isInColumn(line: string, entry: Entry | undefined): boolean {
  return entry !== undefined && line.search(/\S/) === entry.column && entryIn(line) === undefined;
}

function fitted(run: readonly string[], width: number): string[] {
  if (run.every((line) => line.length <= width)) return [...run];
  const line = run.map((own, index) => (index === 0 ? own : own.trimStart())).join(' ');
  const indent = line.search(/\S/);
  const entry = entryIn(line);
  if (entry !== undefined) return entryLines(entry, indent, width);
  if (line.trimStart().startsWith('bcf ')) return commandLines(line, width, indent + 4);
  return isRow(line) ? rowLines(line, width, indent) : broken(line, width, indent + 2);
}

/** What is said of a term stays in its column, or stands below the term where that leaves too little room. */
function entryLines({ term, said, column }: Entry, indent: number, width: number): string[] {
  const mark = said.startsWith('# ') ? '# ' : '';
  const isBeside = column <= width / 2;
  const blank = ' '.repeat(isBeside ? column : indent + 4);
  const words = broken(said.slice(mark.length), width - blank.length - mark.length, 0);
  const lines = words.map((own) => blank + mark + own);
  return isBeside
    ? [term + (lines[0] ?? '').slice(term.length), ...lines.slice(1)]
    : [...broken(term, width, indent + 2), ...lines];
}

/** A command, which a shell takes as one where each line but the last ends with a stroke. */
function commandLines(line: string, width: number, indent: number): string[] {
  const lines = broken(line, width - ' \\'.length, indent);
  return lines.map((own, index) => (index === lines.length - 1 ? own : `${own} \\`));
}

/** Whether a line is a row of a CSV file, or its head. */
function isRow(line: string): boolean {
  return /^\s*[^\s,]*,[^\s,]*,|,,,$/.test(line);
}

/** A row, which no file has in two lines: what goes on is marked. */
function rowLines(line: string, width: number, indent: number): string[] {
  const mark = `${' '.repeat(indent + 2)}↪ `;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = rest.lastIndexOf(',', width - 1) + 1;
    if (at <= mark.length) break;
    lines.push(rest.slice(0, at));
    rest = mark + rest.slice(at);
  }
  return [...lines, rest];
}
