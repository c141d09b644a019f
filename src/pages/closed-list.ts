import { inFull } from '../diagnostics/day-in-full.js';
import type { Closed, CloseEntry } from '../statement/closes-schema.js';
import { line, type Part } from './page.js';

/** How many digits of a seal tell it from any other in a list. */
const shortSeal = 16;

/** What is closed, by whom, when and under which seal; nothing where nothing was ever closed. */
export function closedList(closes: Closed | undefined): Part[] {
  if (closes === undefined) return [];
  const { closed, conclusion } = closes;
  const none = conclusion.verified ? 'nothing now' : 'not known: the records are not as they were written';
  const texts = closed.length === 0 ? [none] : closed.map(entryLine);
  return [{ kind: 'list', title: 'Closed', lines: texts.map((text) => ({ ...line(text), indent: 2 })) }];
}

/** `Q1    closed by A. Smith on 10 July 2015, seal 5f0c3a9be2d41c77…`. */
export function entryLine({ kind, what, by, on, reason, seal }: CloseEntry): string {
  const why = reason === undefined ? '' : `: ${reason}`;
  return `${what.padEnd(4)}  ${kind} by ${by} on ${inFull(on)}, seal ${seal.slice(0, shortSeal)}${why}`;
}
