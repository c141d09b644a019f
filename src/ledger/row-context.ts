import type { Agreement } from '../agreement/agreement.js';
import type { PlanRow, RowReference, SchemeRow } from './row-types.js';

/** What the rows of a fund are checked against: the agreement, and what earlier rows have said. */
export interface RowContext {
  readonly agreement: Agreement;
  readonly plan: PlanRow[];
  /** By schedule and scheme code. */
  readonly schemes: Map<string, SchemeRow>;
  /** Where each key that may stand only once was first seen. */
  readonly seen: Map<string, RowReference>;
}

/** A context before any row is read. */
export function emptyContext(agreement: Agreement): RowContext {
  return { agreement, plan: [], schemes: new Map(), seen: new Map() };
}

/** The key of a scheme: codes are each schedule's own. */
export function schemeKey(schedule: string, scheme: string): string {
  return `${schedule}\0${scheme}`;
}

/** Where a key was seen before; if it was not, it is now remembered at this row. */
export function seenBefore(context: RowContext, key: string, at: RowReference): RowReference | undefined {
  const first = context.seen.get(key);
  if (first === undefined) context.seen.set(key, at);
  return first;
}

/** `ledgers/a.csv:12`. */
export function inWords({ file, line }: RowReference): string {
  return `${file}:${line}`;
}
