import type { Agreement } from '../agreement/agreement.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import type { PlanRow, RowReference, SchemeRow } from './row-types.js';

/** What the rows of a fund are checked against: the agreement, and what earlier rows have said. */
export interface RowContext {
  readonly agreement: Agreement;
  readonly plan: PlanRow[];
  /** By schedule and scheme code. */
  readonly schemes: Map<string, SchemeRow>;
  /**
   * By what must be unique, each key and where it was first seen: the number of its file, times 2³², and its line.
   * Absent where a second reading compares them.
   */
  readonly seen: Map<string, Map<string, number>> | undefined;
  readonly files: string[];
  /** The ledgers that could not be read whole: what is missing from them is no fault of a later row. */
  readonly faulty: Set<LedgerKind>;
}

/** A context before any row is read. */
export function emptyContext(agreement: Agreement, { isQuick }: { readonly isQuick: boolean }): RowContext {
  const seen = isQuick ? undefined : new Map<string, Map<string, number>>();
  return { agreement, plan: [], schemes: new Map(), seen, files: [], faulty: new Set() };
}

/** The key of a scheme: codes are each schedule's own. */
export function schemeKey(schedule: string, scheme: string): string {
  return `${schedule}\0${scheme}`;
}

/**
 * Where a key was seen before; if it was not, it is now remembered at this row. A number a row is all that is kept,
 * because there may be a million of them.
 */
export function seenBefore(
  { seen, files }: RowContext,
  { scope, key }: { readonly scope: string; readonly key: string },
  { file, line }: RowReference,
): RowReference | undefined {
  if (seen === undefined) return undefined;
  const keys = seen.get(scope) ?? new Map<string, number>();
  const first = keys.get(key);
  if (first !== undefined) {
    const firstLine = first % fileStep;
    return { file: files[(first - firstLine) / fileStep] ?? '', line: firstLine };
  }
  seen.set(scope, keys);
  if (files.at(-1) !== file) files.push(file);
  keys.set(key, (files.length - 1) * fileStep + line);
  return undefined;
}

const fileStep = 2 ** 32;

/** `ledgers/a.csv:12`. */
export function inWords({ file, line }: RowReference): string {
  return `${file}:${line}`;
}
