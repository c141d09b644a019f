import { layoutOf } from './separator.js';

/** Where a field stands in a line of CSV: from which character, counted from 0, and how long. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

/** The span of a field of a line, by its position counted from 0; of the last one there is where the line is short. */
export function fieldSpan(line: string, index: number, separator: string): Span {
  let from = 0;
  let field = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === separator && !isQuoted) {
      if (field === index) return { from, length: Math.max(1, at - from) };
      field += 1;
      from = at + 1;
    }
  }
  return { from, length: Math.max(1, line.length - from) };
}

/** The separator of a file, from its beginning. */
export function separatorOf(start: string): string {
  return layoutOf(start).separator;
}
