import { isUpTo, type Quarter } from '../agreement/financial-year.js';
import { inspect, readText } from '../ledger/encoding.js';
import { type RawRow, readRawRows } from '../ledger/raw-rows.js';
import type { ClosedFile, ClosedRow } from './closed-rows.js';
import { type Pair, pairRows } from './pair-rows.js';
import { type Calendar, isBlankOrTotal, keyOf, type Layout, type Period, periodOf } from './row-period.js';

/** What became of the closed rows of a file. */
export interface RowsCompared {
  readonly changed: readonly Pair[];
  readonly vanished: readonly ClosedRow[];
  /** Still there, as a part of another row. */
  readonly swallowed: readonly ClosedRow[];
  readonly appeared: readonly StrayRow[];
  readonly header: string;
  readonly hasOpenRows: boolean;
}

/** A row of today that no record knows. */
export interface StrayRow extends RawRow {
  readonly period: Period;
}

interface Compared {
  readonly path: string;
  /** Undefined where no record knows the file. */
  readonly closed: ClosedFile | undefined;
  readonly layout: Layout;
  readonly calendar: Calendar;
  /** The last closed quarter. */
  readonly last: Quarter;
}

/**
 * Reads a file again and holds its rows against those that were closed (R7). Their text decides. Only rows that do not
 * fit are kept in memory beside the closed ones.
 */
export async function compareRows({ path, closed, layout, calendar, last }: Compared): Promise<RowsCompared> {
  const missing = new Map<string, ClosedRow[]>();
  for (const row of closed?.rows ?? []) {
    const alike = missing.get(row.text);
    if (alike === undefined) missing.set(row.text, [row]);
    else alike.push(row);
  }
  const moved: Moved = { was: [], now: [] };
  const strays: StrayRow[] = [];
  const joined: string[] = [];
  let hasOpenRows = false;
  const header = await readAgain(path, (row) => {
    const was = missing.get(row.text)?.shift();
    if (was !== undefined) {
      moved.was.push(was.line);
      moved.now.push(row.line);
      return;
    }
    if (/[\r\n]/.test(row.text)) joined.push(row.text);
    const period = periodOf(row.text, layout, calendar);
    if (period !== 'every' && period !== 'none' && !isUpTo(period, last)) hasOpenRows = true;
    else if (period !== 'none' || !isBlankOrTotal(row.text, layout)) strays.push({ ...row, period });
  });
  const unmatched = [...missing.values()].flat().sort((a, b) => a.line - b.line);
  const candidates =
    hasOpenRows && unmatched.length > 0 ? [...strays, ...(await redated(path, unmatched, layout, strays))] : strays;
  const { pairs, vanished, strays: left } = pairRows(unmatched, candidates, placeNow(moved), layout);
  const isLeft = new Set(left);
  const within = new Set(joined.flatMap((text) => text.split(/[\r\n]+/)));
  const isSwallowed = ({ text }: ClosedRow) => within.has(text.split(/[\r\n]/, 1)[0] ?? '');
  return {
    changed: pairs,
    swallowed: vanished.filter(isSwallowed),
    vanished: vanished.filter((row) => !isSwallowed(row)),
    appeared: strays.filter((row) => row.period !== 'none' && isLeft.has(row)),
    header,
    hasOpenRows,
  };
}

/** Where rows that have not changed stood, and where they stand now, in the order they stand now. */
interface Moved {
  readonly was: number[];
  readonly now: number[];
}

/** Where a row would stand now, if nothing but it had changed since the row before it. */
function placeNow({ was, now }: Moved): (line: number) => number {
  let sorted: readonly number[] | undefined;
  const inOrder = () => was.map((_, index) => index).sort((a, b) => (was[a] ?? 0) - (was[b] ?? 0));
  return (line) => {
    sorted ??= inOrder();
    const order = sorted;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((was[order[middle] ?? 0] ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    const before = order[low - 1];
    return before === undefined ? line : line - (was[before] ?? 0) + (now[before] ?? 0);
  };
}

/** Rows of open quarters that bear the reference of a closed row that is missing: it was dated out of its quarter. */
async function redated(
  path: string,
  missing: readonly ClosedRow[],
  layout: Layout,
  known: readonly RawRow[],
): Promise<RawRow[]> {
  const keys = new Set(missing.map(({ text }) => keyOf(text, layout)));
  const lines = new Set(known.map(({ line }) => line));
  const found: RawRow[] = [];
  await readAgain(path, (row) => {
    if (!lines.has(row.line) && keys.has(keyOf(row.text, layout))) found.push(row);
  });
  return found;
}

/** Streams the rows of a file; gives its header. */
async function readAgain(path: string, onRow: (row: RawRow) => void): Promise<string> {
  const { encoding } = await inspect(path);
  let header = '';
  await readRawRows(readText(path, encoding), {
    onHeader: ({ text }) => {
      header = text;
    },
    onRow,
  });
  return header;
}
