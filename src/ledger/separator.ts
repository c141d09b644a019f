const separators = [',', ';', '\t', '|'] as const;

/** What separates the fields of a file. */
export type Separator = (typeof separators)[number];

/** How a file separates its fields, and how many lines stand before its header. */
interface Layout {
  readonly separator: Separator;
  /** 1 where Excel's own `sep=;` line leads the file. */
  readonly linesBefore: 0 | 1;
  readonly charactersBefore: number;
}

/** Excel’s own `sep=;`; an export that was saved again may have it in quotes, and blank cells behind it. */
const separatorLine = /^("?)sep=([,;|\t])\1[,;|\t]*(?:\r\n|\n|\r)/i;

/** Reads the layout off the beginning of a file: a `sep=` line, or the separator of the header and of the row below it. */
export function layoutOf(start: string): Layout {
  const declared = separatorLine.exec(start);
  const separator = separators.find((candidate) => candidate === declared?.[2]);
  if (declared !== null && separator !== undefined) {
    return { separator, linesBefore: 1, charactersBefore: declared[0].length };
  }
  return { separator: separatorAmong(firstLines(start)), linesBefore: 0, charactersBefore: 0 };
}

/** How many lines of a file may stand above its header, where the agreement does not say on which line it is. */
export const linesAboveHeader = 50;

/** How many lines are looked through for the header of a file. */
export function linesToHeader(headerLine = 0): number {
  return Math.max(linesAboveHeader, headerLine);
}

/** Whether a text holds as many lines whole, behind a `sep=` line, as are looked at for what separates its fields. */
export function hasHeader(start: string): boolean {
  const lines = unquoted(start).split('\n').length - 1;
  return lines > linesAboveHeader + (/^"?sep=/i.test(start) ? 1 : 0);
}

/** A text without what stands in quotes: a header may have a line break of its own, and a name a comma. */
function unquoted(text: string): string {
  return text.replace(/"[^"]*"/g, '');
}

/** The lines among which the header may be, and one more, that are not blank. */
function firstLines(text: string): string[] {
  const lines = unquoted(text).split(/\r\n|\n|\r/, linesAboveHeader + 2);
  return lines.filter((line) => line !== '');
}

/**
 * What a header has as often as the row below it does. A title above it has commas too, as words do: one in each of two
 * lines says nothing. Where no two lines are alike, it is the commonest of the first line that separates anything.
 */
function separatorAmong(lines: readonly string[]): Separator {
  for (const [index, line] of lines.entries()) {
    const { separator, count } = commonest(line);
    if (count > 1 && countOf(separator, lines[index + 1] ?? '') === count) return separator;
  }
  return commonest(lines.find((line) => /[,;\t|]/.test(line)) ?? '').separator;
}

function commonest(line: string): { readonly separator: Separator; readonly count: number } {
  let best: Separator = ',';
  let most = 0;
  for (const separator of separators) {
    const count = countOf(separator, line);
    if (count > most) [best, most] = [separator, count];
  }
  return { separator: best, count: most };
}

function countOf(separator: Separator, line: string): number {
  return line.split(separator).length - 1;
}
