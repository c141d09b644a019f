import { longestRecord } from './strictly.js';

/** How the rows of a file end that is read line by line. */
export type LineEnd = '\n' | '\r\n';

/** How the first row of a text ends; undefined where that is not to be seen yet, or is how no other file ends its rows. */
export function firstLineEnd(text: string, isLast: boolean): LineEnd | undefined {
  let isQuoted = false;
  for (const { 0: found, index } of text.matchAll(/"|\r\n|\n|\r/g)) {
    if (found === '"') isQuoted = !isQuoted;
    else if (!isQuoted) {
      if (found === '\r') return undefined;
      return found === '\n' ? '\n' : '\r\n';
    }
    if (index > longestRecord) return undefined;
  }
  return isLast && !isQuoted ? '\n' : undefined;
}
