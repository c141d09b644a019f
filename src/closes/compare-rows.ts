import { isUpTo, type Quarter } from '../agreement/financial-year.js';
import { factsOf } from '../agreement/ledger-kinds.js';
import type { RawRow } from '../ledger/raw-rows.js';
import { type ClosableFile, type Headers, type LedgerHead, readClosableRows } from './closable-rows.js';
import { ClosedBeside } from './closed-beside.js';
import type { ClosedFile, ClosedRow } from './closed-rows.js';
import { type Calendar, isSameLayout, type Layout } from './layout.js';
import { matchBySaying } from './match-rows.js';
import { Moved } from './moved.js';
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
  readonly moved: Moved;
  /** Rows of several lines that no record knows: they may have swallowed others. */
  readonly joined: readonly string[];
  readonly hasOpenRows: boolean;
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
 * it says. Only rows that do not fit to the letter are kept in memory.
 */
export async function compareRows(compared: Compared): Promise<RowsCompared> {
  const { closed, calendar } = compared;
  const byText = await compareTexts(compared);
  const { head, moved, joined, hasOpenRows } = byText;
  const rewriting = new Rewriting();
  const matched = matchBySaying(byText.missing, byText.strays, calendar);
  for (const pair of matched.pairs) {
    rewriting.take(differenceOf(pair.was, pair.now));
    moved.takeLate(pair.was, pair.now.line);
  }
  const left = withoutUnderOtherHeader(matched, closed, head.layout);
  return { head, ...left, rewriting, moved, joined: joined.map(({ text }) => text), hasOpenRows };
}

interface TextsCompared extends Pick<RowsCompared, 'head' | 'missing' | 'strays' | 'moved' | 'hasOpenRows'> {
  readonly joined: readonly RawRow[];
}

async function compareTexts({ at, closed, headers, calendar, last }: Compared): Promise<TextsCompared> {
  const rows = new ClosedBeside(closed?.parts ?? []);
  const moved = new Moved();
  const strays: StrayRow[] = [];
  const joined: RawRow[] = [];
  let hasOpenRows = false;
  const onRow = ({ line, text }: RawRow, found: Layout | undefined) => {
    // Under a header that cannot be used, rows are read as they were closed: that it was changed is told by itself.
    const layout = found ?? closed?.layout;
    if (layout === undefined) return;
    const known = rows.take(text, found);
    if (known !== undefined) {
      moved.take(known, line);
      return;
    }
    if (/[\r\n]/.test(text)) joined.push({ line, text });
    const row = { line, text, layout };
    const period = periodOf(row, calendar);
    if (period !== 'every' && period !== 'none' && !isUpTo(period, last)) hasOpenRows = true;
    else if (period !== 'none' || !isBlankOrTotal(row)) {
      rows.passedOver();
      strays.push({ ...row, period });
    }
  };
  // A row of an open quarter is not kept: one that an agreement has made open since must be met where it passes.
  const isFixed = closed === undefined || factsOf(closed.kind).period !== 'measured-quarter';
  const between = () => (isFixed ? rows.readOn() : rows.readAll());
  const head = await readClosableRows(at, headers, onRow, { between });
  await rows.readAll();
  const late = new Set<number>();
  for (const { line, text } of strays) {
    const known = rows.take(text, head.layout);
    if (known === undefined) continue;
    moved.takeLate(known, line);
    late.add(line);
  }
  const isStillLeft = ({ line }: RawRow) => !late.has(line);
  return {
    head,
    missing: rows.left(),
    strays: strays.filter(isStillLeft),
    moved,
    joined: joined.filter(isStillLeft),
    hasOpenRows,
  };
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
