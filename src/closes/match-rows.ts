import type { ClosedRow } from './closed-rows.js';
import type { Calendar } from './layout.js';
import { sayingOf, type WrittenRow } from './saying.js';

/** Closed rows and rows of today, those that say the same taken together. */
export interface Matched<R> {
  readonly pairs: readonly { readonly was: ClosedRow; readonly now: R }[];
  readonly missing: readonly ClosedRow[];
  readonly strays: readonly R[];
}

/** Finds the closed rows that are there still and only written another way: one row of today for each (R7). */
export function matchBySaying<R extends WrittenRow>(
  missing: readonly ClosedRow[],
  strays: readonly R[],
  calendar: Calendar,
): Matched<R> {
  if (missing.length === 0 || strays.length === 0) return { pairs: [], missing, strays };
  const wanted = new Map<string, ClosedRow[]>();
  for (const row of missing) {
    const saying = sayingOf(row, calendar);
    const alike = wanted.get(saying);
    if (alike === undefined) wanted.set(saying, [row]);
    else alike.push(row);
  }
  const pairs: { was: ClosedRow; now: R }[] = [];
  const left = strays.filter((now) => {
    const was = wanted.get(sayingOf(now, calendar))?.shift();
    if (was !== undefined) pairs.push({ was, now });
    return was === undefined;
  });
  const matched = new Set(pairs.map(({ was }) => was));
  return { pairs, missing: missing.filter((row) => !matched.has(row)), strays: left };
}
