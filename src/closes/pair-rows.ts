import type { RawRow } from '../ledger/raw-rows.js';
import type { ClosedRow } from './closed-rows.js';
import { keyOf, type Layout } from './row-period.js';

/** A closed row, and the row that stands for it now. */
export interface Pair {
  readonly was: ClosedRow;
  readonly now: RawRow;
}

interface Paired {
  readonly pairs: readonly Pair[];
  readonly vanished: readonly ClosedRow[];
  readonly strays: readonly RawRow[];
}

/**
 * Finds for each closed row that is missing the row that it has become: the one with the same reference or codes, else the
 * one that stands where it stood, counted from the last row before it that has not changed. Likeness decides nothing.
 */
export function pairRows(
  missing: readonly ClosedRow[],
  candidates: readonly RawRow[],
  placeNow: (line: number) => number,
  layout: Layout,
): Paired {
  const free = new Set(candidates);
  const byKey = new Map(candidates.map((row) => [keyOf(row.text, layout), row]));
  const byLine = new Map(candidates.map((row) => [row.line, row]));
  const pairs: Pair[] = [];
  const take = (was: ClosedRow, now: RawRow | undefined): boolean => {
    if (now === undefined || !free.delete(now)) return false;
    pairs.push({ was, now });
    return true;
  };
  const unlike = missing.filter((was) => !take(was, byKey.get(keyOf(was.text, layout))));
  const vanished = unlike.filter((was) => !take(was, byLine.get(placeNow(was.line))));
  return { pairs, vanished, strays: [...free] };
}
