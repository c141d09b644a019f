import { isUpTo, type Quarter } from '../agreement/financial-year.js';
import { type ClosableFile, type Headers, type LedgerHead, readClosableRows } from './closable-rows.js';
import type { ClosedFile, ClosedRow } from './closed-rows.js';
import { type Calendar, isSameLayout, type Layout } from './layout.js';
import { matchBySaying } from './match-rows.js';
import type { TodaysRow } from './pair-rows.js';
import { Rewriting } from './rewriting.js';
import { isBlankOrTotal, type Period, periodOf } from './row-period.js';
import { differenceOf } from './saying.js';

/** The rows of a file held against those that were closed of it: what says the same, and what is left over. */
export interface RowsCompared {
  readonly head: LedgerHead;
  /** Closed rows that are not in the file, whatever their writing. */
  readonly missing: readonly ClosedRow[];
  /** Rows of the file that no record knows, and that are not of an open quarter. */
  readonly strays: readonly StrayRow[];
  readonly rewriting: Rewriting;
  /** How many rows stand as they were, and are others under the header of today. */
  readonly underOtherHeader: number;
  /** Where closed rows that are there stood, and where each of them stands now. */
  readonly moved: Moved;
  /** Rows of several lines that no record knows: they may have swallowed others. */
  readonly joined: readonly string[];
  readonly hasOpenRows: boolean;
}

export interface Moved {
  readonly was: readonly number[];
  readonly now: readonly number[];
}

/** A row of today that no record knows. */
export interface StrayRow extends TodaysRow {
  readonly period: Period;
}

interface Compared {
  readonly at: ClosableFile;
  /** Undefined where no record knows the file. */
  readonly closed: ClosedFile | undefined;
  readonly headers: Headers;
  readonly calendar: Calendar;
  /** The last closed quarter. */
  readonly last: Quarter;
}

/**
 * Reads a file again and holds its rows against those that were closed (R7): first by their text, and what is left by what
 * it says. Only rows that do not fit to the letter are kept in memory beside the closed ones.
 */
export async function compareRows({ at, closed, headers, calendar, last }: Compared): Promise<RowsCompared> {
  const rows = new ClosedByText(closed?.rows ?? []);
  const was: number[] = [];
  const now: number[] = [];
  const strays: StrayRow[] = [];
  const joined: string[] = [];
  let hasOpenRows = false;
  const head = await readClosableRows(at, headers, ({ line, text }, found) => {
    // Under a header that cannot be used, rows are read as they were closed: that it was changed is told by itself.
    const layout = found ?? closed?.layout;
    if (layout === undefined) return;
    const known = rows.take(text, found);
    if (known !== undefined) {
      was.push(known.line);
      now.push(line);
      return;
    }
    if (/[\r\n]/.test(text)) joined.push(text);
    const row = { line, text, layout };
    const period = periodOf(row, calendar);
    if (period !== 'every' && period !== 'none' && !isUpTo(period, last)) hasOpenRows = true;
    else if (period !== 'none' || !isBlankOrTotal(row)) strays.push({ ...row, period });
  });
  const rewriting = new Rewriting();
  const matched = matchBySaying(rows.left(), strays, calendar);
  for (const pair of matched.pairs) {
    rewriting.take(differenceOf(pair.was, pair.now));
    was.push(pair.was.line);
    now.push(pair.now.line);
  }
  const left = withoutUnderOtherHeader(matched, closed, head.layout);
  return { head, ...left, rewriting, moved: { was, now }, joined, hasOpenRows };
}

/** The closed rows of a file by their text, as far as text decides: where they would be read now as they were. */
class ClosedByText {
  readonly #rows: readonly ClosedRow[];
  #byText: Map<string, ClosedRow[]> | undefined;
  readonly #readOtherwise: ClosedRow[] = [];

  constructor(rows: readonly ClosedRow[]) {
    this.#rows = rows;
  }

  /** A closed row with a text, if there is one more; it is there no longer then. */
  take(text: string, layout: Layout | undefined): ClosedRow | undefined {
    this.#byText ??= this.#mapped(layout);
    return this.#byText.get(text)?.shift();
  }

  /** Those that were not taken, in their order. */
  left(): ClosedRow[] {
    if (this.#byText === undefined) return [...this.#rows];
    return [...[...this.#byText.values()].flat(), ...this.#readOtherwise].sort((a, b) => a.line - b.line);
  }

  #mapped(layout: Layout | undefined): Map<string, ClosedRow[]> {
    const byText = new Map<string, ClosedRow[]>();
    for (const row of this.#rows) {
      if (layout !== undefined && !isSameLayout(row.layout, layout)) {
        this.#readOtherwise.push(row);
        continue;
      }
      const alike = byText.get(row.text);
      if (alike === undefined) byText.set(row.text, [row]);
      else alike.push(row);
    }
    return byText;
  }
}

interface LeftOver {
  readonly missing: readonly ClosedRow[];
  readonly strays: readonly StrayRow[];
}

/** Rows that stand to the letter as they were closed and say something else have one cause: the header above them. */
function withoutUnderOtherHeader(
  { missing, strays }: LeftOver,
  closed: ClosedFile | undefined,
  layout: Layout | undefined,
): LeftOver & { readonly underOtherHeader: number } {
  if (closed === undefined || layout === undefined || isSameLayout(closed.layout, layout)) {
    return { missing, strays, underOtherHeader: 0 };
  }
  const texts = new Map(strays.map((row) => [row.text, row]));
  const same = new Set<StrayRow>();
  const others = missing.filter(({ text }) => {
    const stray = texts.get(text);
    if (stray === undefined || same.has(stray)) return true;
    same.add(stray);
    return false;
  });
  return { missing: others, strays: strays.filter((row) => !same.has(row)), underOtherHeader: same.size };
}
