import { inFull } from '../diagnostics/day-in-full.js';
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { RowChange } from '../statement/closes-schema.js';
import type { Link } from './chain.js';
import type { ClosedFile, ClosedRow } from './closed-rows.js';
import type { RowsCompared } from './compare-rows.js';
import type { Pair } from './pair-rows.js';
import { type Calendar, columnOfDifference, type Layout, type Period, periodOf } from './row-period.js';
import { inWords } from './standing.js';

const longestShown = 160;

/** What was found of one file: its rows for the document, and a diagnostic for each cause. */
export interface FileFindings {
  readonly rows: readonly RowChange[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Found {
  readonly file: string;
  readonly closed: ClosedFile | undefined;
  readonly layout: Layout;
  readonly calendar: Calendar;
  readonly compared: RowsCompared;
  /** Whether the file has the bytes that it had when its rows were closed. */
  readonly isAsClosed: boolean;
  /** The record by which a period was closed. */
  readonly linkOf: (period: Period) => Link;
}

/** Since when something is closed: the record, who closed and when. */
export function since({ file, record: { by, on, what } }: Link): string {
  return `${file}: ${inWords(what)} closed by ${by} on ${inFull(on)}`;
}

/** Words the differences between the rows of a file and what was closed of it. */
export function findingsOf(found: Found): FileFindings {
  const { compared, file, closed } = found;
  const all = [
    ...compared.changed.map((pair) => changed(found, pair)),
    ...compared.vanished.map((row) => vanished(found, row)),
    ...swallowed(found),
    ...compared.appeared.map((row) => {
      const link = found.linkOf(row.period);
      const args = { quarter: link.record.what, now: shown(row.text), since: since(link) };
      return {
        rows: [change(found, link, { change: 'appeared', line: row.line, now: cut(row.text) })],
        diagnostics: [diagnose('BCF2612', args, { place: { file, line: row.line } })],
      };
    }),
  ];
  const diagnostics = all.flatMap((one) => one.diagnostics);
  if (closed !== undefined && compared.header !== closed.header) {
    const args = { was: shown(closed.header), now: shown(compared.header), since: since(closed.link) };
    diagnostics.push(diagnose('BCF2613', args, { place: { file, line: 1 } }));
  } else if (
    closed?.isWhollyClosed === true &&
    diagnostics.length === 0 &&
    !compared.hasOpenRows &&
    !found.isAsClosed
  ) {
    diagnostics.push(diagnose('BCF2614', { since: since(closed.link) }, { place: { file } }));
  }
  return { rows: all.flatMap((one) => one.rows), diagnostics };
}

function changed(found: Found, { was, now }: Pair): FileFindings {
  const { file, layout, calendar } = found;
  const { link } = was;
  const period = periodOf(now.text, layout, calendar);
  const before = periodOf(was.text, layout, calendar);
  const moved = period === before || period === 'none' || period === 'every' ? '' : ` and dated into ${period}`;
  const name = columnOfDifference(was.text, now.text, layout);
  const index = name === undefined ? undefined : layout.columns.get(name);
  const place: Place = {
    file,
    line: now.line,
    ...(name !== undefined && index !== undefined && { field: { index, name } }),
  };
  // A row that swallowed others is shown without them.
  const own = /[\r\n]/.test(was.text) ? now.text : (now.text.split(/[\r\n]/, 1)[0] ?? '');
  const args = { quarter: link.record.what, was: shown(was.text), now: shown(own), moved, since: since(link) };
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

function vanished(found: Found, { line, text, link }: ClosedRow): FileFindings {
  const args = { quarter: link.record.what, was: shown(text), line, since: since(link) };
  return {
    rows: [change(found, link, { change: 'vanished', lineAsClosed: line, was: cut(text) })],
    diagnostics: [diagnose('BCF2611', args, { place: { file: found.file } })],
  };
}

/** Rows that one quotation mark swallowed have one cause, and one diagnostic for each close. */
function swallowed(found: Found): FileFindings[] {
  const links = [...new Set(found.compared.swallowed.map(({ link }) => link))];
  return links.map((link) => {
    const own = found.compared.swallowed.filter((row) => row.link === link);
    const line = own[0]?.line ?? 1;
    const args = { quarter: link.record.what, count: own.length, line, since: since(link) };
    return {
      rows: own.map((row) => change(found, link, { change: 'swallowed', lineAsClosed: row.line, was: cut(row.text) })),
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
