import { inFull } from '../diagnostics/day-in-full.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { Link } from './link.js';
import { inWords } from './standing.js';

/** Since when something is closed: the record, who closed and when. */
export function since({ file, record: { by, on, what } }: Link): string {
  return `${file}: ${inWords(what)} closed by ${plainText(by)} on ${inFull(on)}`;
}
