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

/** Reads the layout off the beginning of a file: a `sep=` line, or the header's commonest separator. */
export function layoutOf(start: string): Layout {
  const declared = separatorLine.exec(start);
  const separator = separators.find((candidate) => candidate === declared?.[2]);
  if (declared !== null && separator !== undefined) {
    return { separator, linesBefore: 1, charactersBefore: declared[0].length };
  }
  return { separator: commonest(unquotedHeader(start)), linesBefore: 0, charactersBefore: 0 };
}

/** How many lines of a file may stand above its header, where the agreement does not say on which line it is. */
export const linesAboveHeader = 50;

/** How many lines are looked through for the header of a file. */
export function linesToHeader(headerLine = 0): number {
  return Math.max(linesAboveHeader, headerLine);
}

/** Whether a text holds its first line whole, behind a `sep=` line; of a line that separates nothing, what stands below it too. */
export function hasHeader(start: string): boolean {
  const lines = unquoted(start).split('\n').length - 1;
  const isSeparated = /[,;\t|]/.test(unquotedHeader(start));
  return lines >= (isSeparated ? 1 : linesAboveHeader) + (/^"?sep=/i.test(start) ? 1 : 0);
}

function unquoted(text: string): string {
  return text.replace(/"[^"]*"/g, '');
}

/** The first line that separates anything, without what stands in quotes: a header may have a line break of its own. */
function unquotedHeader(text: string): string {
  const lines = unquoted(text).split(/\r\n|\n|\r/, linesAboveHeader + 1);
  return lines.find((line) => /[,;\t|]/.test(line)) ?? '';
}

function commonest(header: string): Separator {
  let best: Separator = ',';
  let most = 0;
  for (const separator of separators) {
    const count = header.split(separator).length - 1;
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}
