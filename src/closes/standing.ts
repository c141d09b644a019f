import { type Quarter, quarters } from '../agreement/financial-year.js';
import type { Link } from './link.js';
import type { ClosedWhat } from './record-schema.js';

/** What is closed now, by the records one after another. */
export interface Standing {
  /** The record by which each closed quarter was closed, in order. */
  readonly closed: ReadonlyMap<Quarter, Link>;
  readonly year: Link | undefined;
}

/** Replays the records: a reopening takes back the close of its quarter. */
export function standingOf(links: readonly Link[]): Standing {
  const closed = new Map<ClosedWhat, Link>();
  for (const link of links) {
    if (link.record.kind === 'closed') closed.set(link.record.what, link);
    else closed.delete(link.record.what);
  }
  const closedQuarters = quarters.flatMap((quarter) => {
    const link = closed.get(quarter);
    return link === undefined ? [] : [[quarter, link] as const];
  });
  return { closed: new Map(closedQuarters), year: closed.get('year') };
}

/** What may be closed next: the quarters in order, then the year; undefined where the year is closed. */
export function nextToClose({ closed, year }: Standing): ClosedWhat | undefined {
  return quarters.find((quarter) => !closed.has(quarter)) ?? (year === undefined ? 'year' : undefined);
}

/** What may be reopened: what was closed last. */
export function lastClosed({ closed, year }: Standing): ClosedWhat | undefined {
  return year === undefined ? [...closed.keys()].at(-1) : 'year';
}

/** A quarter or the year, in a sentence. */
export function inWords(what: ClosedWhat): string {
  return what === 'year' ? 'the year' : what;
}
