import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { RowChange } from '../statement/closes-schema.js';
import type { ClosedFile, ClosedRow } from './closed-rows.js';
import type { RowsCompared } from './compare-rows.js';
import type { Calendar, Layout } from './layout.js';
import type { Link } from './link.js';
import type { Pair } from './pair-rows.js';
import type { Rewritten } from './rewritten.js';
import { type Period, periodOf } from './row-period.js';
import { columnOfDifference } from './saying.js';
import type { RowsSettled } from './settle-rows.js';
import { since } from './since.js';

const longestShown = 160;

/** What was found of one file: its rows for the document, and a diagnostic for each cause. */
export interface FileFindings {
  readonly rows: readonly RowChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files whose closed rows say the same, written another way. */
  readonly rewritten: readonly Rewritten[];
}

export const nothingFound: FileFindings = { rows: [], diagnostics: [], rewritten: [] };

/** The findings of several files as those of one fund. */
export function together(found: readonly FileFindings[]): FileFindings {
  return {
    rows: found.flatMap(({ rows }) => rows),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    rewritten: found.flatMap(({ rewritten }) => rewritten),
  };
}

type RowFindings = Omit<FileFindings, 'rewritten'>;

interface Found {
  readonly file: string;
  readonly closed: ClosedFile | undefined;
  readonly layout: Layout;
  readonly calendar: Calendar;
  readonly compared: RowsCompared;
  readonly settled: RowsSettled;
  /** Whether the file has the bytes that it had when its rows were closed. */
  readonly isAsClosed: boolean;
  /** The record by which a period was closed. */
  readonly linkOf: (period: Period) => Link;
}

/** Words the differences between the rows of a file and what was closed of it. */
export function findingsOf(found: Found): FileFindings {
  const { settled, file } = found;
  const all = [
    ...settled.changed.map((pair) => changed(found, pair)),
    ...settled.vanished.map((row) => vanished(found, row)),
    ...swallowed(found),
    ...settled.appeared.map((row) => {
      const link = found.linkOf(row.period);
      const args = { quarter: link.record.what, now: shown(row.text), since: since(link) };
      return {
        rows: [change(found, link, { change: 'appeared', line: row.line, now: cut(row.text) })],
        diagnostics: [diagnose('BCF2612', args, { place: { file, line: row.line } })],
      };
    }),
  ];
  const diagnostics = [...all.flatMap((rowFindings) => rowFindings.diagnostics), ...underOtherHeader(found)];
  return {
    rows: all.flatMap((rowFindings) => rowFindings.rows),
    diagnostics,
    rewritten: rewrittenOf(found, diagnostics.length === 0),
  };
}

/** A header that is of no use, or under which rows that were not touched say something else. */
function underOtherHeader({ file, closed, compared: { head, underOtherHeader: rows } }: Found): Diagnostic[] {
  if (closed === undefined || (head.layout !== undefined && rows === 0)) return [];
  const args = { was: shown(closed.header), now: shown(head.header), rows, since: since(closed.link) };
  return [diagnose('BCF2613', args, { place: { file, line: 1 } })];
}

/** What of a file is written another way and says the same. */
function rewrittenOf({ file, closed, compared, settled, isAsClosed }: Found, areRowsTheSame: boolean): Rewritten[] {
  if (closed === undefined || compared.head.layout === undefined) return [];
  const gone = settled.changed.length + settled.vanished.length + settled.swallowed.length;
  const there = closed.rows - gone - compared.underOtherHeader - compared.rewriting.movedAway;
  const { rows, how } = compared.rewriting.of(closed, compared.head, there);
  const isOtherwise =
    how.length === 0 && areRowsTheSame && closed.isWhollyClosed && !compared.hasOpenRows && !isAsClosed;
  if (isOtherwise) return [{ file, rows, how: ['blank lines, totals or the order of rows'], link: closed.link }];
  return how.length === 0 ? [] : [{ file, rows, how, link: closed.link }];
}

function changed(found: Found, { was, now }: Pair): RowFindings {
  const { file, layout, calendar } = found;
  const { link } = was;
  const period = periodOf(now, calendar);
  const before = periodOf(was, calendar);
  const moved = period === before || period === 'none' || period === 'every' ? '' : ` and dated into ${period}`;
  const name = columnOfDifference(was, now, calendar);
  const index = name === undefined ? undefined : layout.columns.get(name);
  const place: Place = {
    file,
    line: now.line,
    ...(name !== undefined && index !== undefined && { field: { index, name } }),
  };
  // A row that swallowed others is shown without them.
  const rowAlone = /[\r\n]/.test(was.text) ? now.text : (now.text.split(/[\r\n]/, 1)[0] ?? '');
  const args = { quarter: link.record.what, was: shown(was.text), now: shown(rowAlone), moved, since: since(link) };
  return {
    rows: [
      change(found, link, {
        change: 'changed',
        line: now.line,
        lineAsClosed: was.line,
        was: cut(was.text),
        now: cut(now.text),
      }),
    ],
    diagnostics: [diagnose('BCF2610', args, { place })],
  };
}

function vanished(found: Found, { line, text, link }: ClosedRow): RowFindings {
  const args = { quarter: link.record.what, was: shown(text), line, since: since(link) };
  return {
    rows: [change(found, link, { change: 'vanished', lineAsClosed: line, was: cut(text) })],
    diagnostics: [diagnose('BCF2611', args, { place: { file: found.file } })],
  };
}

/** Rows that one quotation mark swallowed have one cause, and one diagnostic for each close. */
function swallowed(found: Found): RowFindings[] {
  const links = [...new Set(found.settled.swallowed.map(({ link }) => link))];
  return links.map((link) => {
    const rows = found.settled.swallowed.filter((row) => row.link === link);
    const line = rows[0]?.line ?? 1;
    const args = { quarter: link.record.what, count: rows.length, line, since: since(link) };
    return {
      rows: rows.map((row) => change(found, link, { change: 'swallowed', lineAsClosed: row.line, was: cut(row.text) })),
      diagnostics: [diagnose('BCF2620', args, { place: { file: found.file } })],
    };
  });
}

function change(
  { file }: Found,
  { file: record, record: { what } }: Link,
  rest: Omit<RowChange, 'quarter' | 'file' | 'record'>,
): RowChange {
  const { change: kind, ...places } = rest;
  return { change: kind, quarter: what, file, ...places, record };
}

/** A row in a sentence: one line, and no longer than is read. */
function shown(text: string): string {
  const plain = plainText(text);
  return plain.length <= longestShown ? plain : `${plain.slice(0, longestShown)}…`;
}

/** A row in a document: of one that runs through half a file its beginning. */
function cut(text: string): string {
  return text.length <= 1000 ? text : `${text.slice(0, 1000)}…`;
}
