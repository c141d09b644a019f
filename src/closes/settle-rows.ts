import { type ClosableFile, readClosableRows } from './closable-rows.js';
import type { ClosedRow } from './closed-rows.js';
import type { RowsCompared, StrayRow } from './compare-rows.js';
import type { Layout } from './layout.js';
import { type Pair, pairRows, type TodaysRow } from './pair-rows.js';
import { keyOf } from './row-period.js';

/** What became of the closed rows of a file that say something else, or nothing any more. */
export interface RowsSettled {
  readonly changed: readonly Pair[];
  readonly vanished: readonly ClosedRow[];
  /** Still there, as a part of another row. */
  readonly swallowed: readonly ClosedRow[];
  readonly appeared: readonly StrayRow[];
}

/** Finds what each closed row that is missing has become; what no closed row has become has appeared. */
export async function settleRows(at: ClosableFile, compared: RowsCompared, asClosed: Layout): Promise<RowsSettled> {
  const { missing, strays, moved, joined, hasOpenRows } = compared;
  const isAllThere = missing.length === 0;
  const candidates = hasOpenRows && !isAllThere ? [...strays, ...(await redated(at, compared, asClosed))] : strays;
  const { pairs, vanished, strays: left } = pairRows(missing, candidates, (row) => moved.placeNow(row));
  const isLeft = new Set(left);
  const within = new Set(joined.flatMap((text) => text.split(/[\r\n]+/)));
  const isSwallowed = ({ text }: ClosedRow) => within.has(text.split(/[\r\n]/, 1)[0] ?? '');
  return {
    changed: pairs,
    swallowed: vanished.filter(isSwallowed),
    vanished: vanished.filter((row) => !isSwallowed(row)),
    appeared: strays.filter((row) => row.period !== 'none' && isLeft.has(row)),
  };
}

/** Rows of open quarters that bear the reference of a closed row that is missing: it was dated out of its quarter. */
async function redated(
  at: ClosableFile,
  { head, missing, strays }: RowsCompared,
  asClosed: Layout,
): Promise<TodaysRow[]> {
  const under = head.under ?? { layout: asClosed };
  const { layout } = under;
  const keys = new Set(missing.map((row) => keyOf(row)));
  const lines = new Set(strays.map(({ line }) => line));
  const todays: TodaysRow[] = [];
  await readClosableRows(at, { rowsUnder: () => under }, ({ line, text }) => {
    const row = { line, text, layout };
    if (!lines.has(line) && keys.has(keyOf(row))) todays.push(row);
  });
  return todays;
}
