import type { RawRow } from '../ledger/raw-rows.js';
import type { ClosedRow } from './closed-rows.js';
import { keyOf } from './row-period.js';
import type { WrittenRow } from './saying.js';

/** A row as it stands today. */
export interface TodaysRow extends WrittenRow, RawRow {}

/** A closed row, and the row that stands for it now. */
export interface Pair {
  readonly was: ClosedRow;
  readonly now: TodaysRow;
}

interface Paired {
  readonly pairs: readonly Pair[];
  readonly vanished: readonly ClosedRow[];
  readonly strays: readonly TodaysRow[];
}

/**
 * Finds for each closed row that is missing the row that it has become: the one with the same reference or codes, else the
 * one that stands where it stood, counted from the last row before it that has not changed. Likeness decides nothing.
 */
export function pairRows(
  missing: readonly ClosedRow[],
  candidates: readonly TodaysRow[],
  placeNow: (row: ClosedRow) => number,
): Paired {
  const free = new Set(candidates);
  const byKey = new Map(candidates.map((row) => [keyOf(row), row]));
  const byLine = new Map(candidates.map((row) => [row.line, row]));
  const pairs: Pair[] = [];
  const take = (was: ClosedRow, now: TodaysRow | undefined): boolean => {
    if (now === undefined || !free.delete(now)) return false;
    pairs.push({ was, now });
    return true;
  };
  const unlike = missing.filter((was) => !take(was, byKey.get(keyOf(was))));
  const vanished = unlike.filter((was) => !take(was, byLine.get(placeNow(was))));
  return { pairs, vanished, strays: [...free] };
}
