import { labelOf } from '../agreement/bodies.js';
import { type FigureBooks, schemesBySchedule } from '../controls/fund-figures.js';
import type { AppliedAccount } from '../journal/accounts.js';
import { BookView } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import { unforecastLines } from '../rules/forecasts.js';
import { oncePer } from '../rules/once-per.js';
import { outsideReason } from '../rules/variance-rules.js';
import type { ComparisonSide, Dimension } from './comparison-schema.js';
import { plannedUnits } from './planned-units.js';

/** One line of one side: what it is called, what it comes to, and what of that is outside R4. */
export interface SideLine {
  readonly label: string;
  readonly pence: Pence;
  /** Of it, by heading, what R4 leaves out: grants with a fence of their own, and performance. */
  readonly outside: ReadonlyMap<string, Pence>;
  /** False where part of it has no forecast. */
  readonly isKnown: boolean;
}

/** One side, with the books of its fund as at its own quarter. */
export interface Side {
  readonly books: FigureBooks;
  readonly side: ComparisonSide;
}

/** The lines of one side by their declared keys, in the agreement's order. */
export function sideLines({ books, side }: Side, by: Dimension): Map<string, SideLine> {
  const lines = new Map<string, { label: string; pence: Pence; outside: Map<string, Pence>; isKnown: boolean }>();
  const lineOf = (key: string, label: string) => {
    const line = lines.get(key) ?? { label, pence: 0n, outside: new Map<string, Pence>(), isKnown: true };
    lines.set(key, line);
    return line;
  };
  for (const [key, label] of keysInOrder(books, by)) lineOf(key, label);
  const found = new Set<string>();
  for (const { key, label, pence, outside } of amountsOf(books, side, by)) {
    const line = lineOf(key, label);
    line.pence += pence;
    if (outside !== undefined) line.outside.set(outside, (line.outside.get(outside) ?? 0n) + pence);
    found.add(key);
  }
  if (side.book === 'forecast') {
    for (const key of keysWithoutForecast(books, by)) {
      const line = lines.get(key);
      if (line !== undefined) line.isKnown = false;
      found.add(key);
    }
  }
  return new Map([...lines].filter(([key]) => found.has(key)));
}

/** The key of a line without a scheme, or without a locality. */
const none = '';

interface Amount {
  readonly key: string;
  readonly label: string;
  readonly pence: Pence;
  /** The heading that R4 leaves out, where it is of one. */
  readonly outside: string | undefined;
}

function amountsOf(books: FigureBooks, side: ComparisonSide, by: Dimension): Amount[] {
  if (by === 'scheme' && side.book === 'plan') return plannedSchemes(books);
  return viewOf(books, side)
    .list('applied')
    .map(({ account, amountPence }) => ({
      key: keyOf(books, account, by),
      label: labelFor(books, account, by),
      pence: amountPence,
      outside: by === 'scheme' ? outsideScheme(books, account) : outsideHeading(books, account.heading),
    }));
}

function viewOf(books: FigureBooks, { book, quarter }: ComparisonSide): BookView {
  if (book === 'quarter' && quarter !== undefined) return new BookView(books.journal, 'actual', { within: quarter });
  if (book === 'plan') return books.plan;
  return book === 'forecast' ? books.forecast : books.actual;
}

function plannedSchemes(books: FigureBooks): Amount[] {
  return plannedUnits(books).map(({ schedule, scheme, heading, name, pence }) => ({
    key: schemeKeyOf(schedule, scheme),
    label: scheme === none ? withoutScheme(books, schedule) : `${scheme} ${name}`,
    pence,
    outside: outsideHeading(books, heading),
  }));
}

/** A heading that R4 leaves out, as it is; undefined for every other, and for none. */
function outsideHeading(books: FigureBooks, heading: string): string | undefined {
  return heading !== '' && outsideReason(books, heading) !== undefined ? heading : undefined;
}

/** A scheme has no plan by heading, so it is outside as a whole, where schemes.csv gives it such a heading, or not at all. */
function outsideScheme(books: FigureBooks, { schedule, scheme, heading }: AppliedAccount): string | undefined {
  if (scheme === none) return outsideHeading(books, heading);
  return outsideHeading(books, headingsOfSchemes(books).get(schemeKeyOf(schedule, scheme)) ?? '');
}

const headingsOfSchemes = oncePer(
  ({ schemes }: FigureBooks) =>
    new Map(schemes.map(({ schedule, scheme, heading }) => [schemeKeyOf(schedule, scheme), heading])),
);

/** Every key that the agreement and schemes.csv declare, with its label, in their order. */
function keysInOrder({ agreement, schemes }: FigureBooks, by: Dimension): [string, string][] {
  switch (by) {
    case 'heading':
      return [...agreement.headings.values()].map(({ code, name }) => [code, name]);
    case 'source':
      return [...agreement.sources.values()].map(({ code, name }) => [code, name]);
    case 'partner':
      return [...agreement.partners.values()].map(({ code, label }) => [code, label]);
    case 'locality':
      return [
        ...[...agreement.localities.values()].map(({ code, name }): [string, string] => [code, name]),
        [none, wholeArea],
      ];
    case 'scheme':
      return schemes.map(({ schedule, scheme, name }) => [schemeKeyOf(schedule, scheme), `${scheme} ${name}`]);
  }
}

const wholeArea = 'Whole area';

function keyOf({ agreement }: FigureBooks, account: AppliedAccount, by: Dimension): string {
  const { schedule, heading, source, scheme } = account;
  switch (by) {
    case 'heading':
      return heading;
    case 'source':
      return source;
    case 'partner':
      return schedule;
    case 'locality':
      return agreement.partners.get(schedule)?.locality ?? none;
    case 'scheme':
      return schemeKeyOf(schedule, scheme);
  }
}

function labelFor(books: FigureBooks, { schedule, scheme }: AppliedAccount, by: Dimension): string {
  if (by !== 'scheme') return '';
  return scheme === none ? withoutScheme(books, schedule) : scheme;
}

function withoutScheme({ agreement }: FigureBooks, schedule: string): string {
  return `${labelOf(agreement, schedule)}, no scheme`;
}

/** A scheme's code is its schedule's own: `09C/09C-S01`. */
export function schemeKeyOf(schedule: string, scheme: string): string {
  return `${schedule}/${scheme}`;
}

/** The schedule and the scheme of a key; the code of a scheme may have a slash of its own. */
export function partsOfSchemeKey(key: string): { readonly schedule: string; readonly scheme: string } {
  const at = key.indexOf('/');
  return { schedule: key.slice(0, at), scheme: key.slice(at + 1) };
}

/** Lines of which a planned part has no forecast as at the quarter; a scheme's is looked for by its code. */
function keysWithoutForecast(books: FigureBooks, by: Dimension): Set<string> {
  const { agreement, forecast } = books;
  if (by !== 'scheme') {
    const missing = unforecastLines(books);
    const sources = (line: (typeof missing)[number]) =>
      by === 'source' ? books.plan.list('applied', line).map(({ account }) => account.source) : [none];
    return new Set(
      missing.flatMap((line) => sources(line).map((source) => keyOf(books, { ...unset, ...line, source }, by))),
    );
  }
  const forecastKeys = new Set(
    forecast.list('applied').map(({ account }) => schemeKeyOf(account.schedule, account.scheme)),
  );
  const keys = new Set<string>();
  for (const schedule of agreement.partners.keys()) {
    const listed = (schemesBySchedule(books).get(schedule) ?? []).filter(({ amountPence }) => amountPence !== 0n);
    if (listed.length === 0 && unforecastLines(books, { schedule }).length > 0) keys.add(schemeKeyOf(schedule, none));
    for (const { scheme } of listed) {
      const key = schemeKeyOf(schedule, scheme);
      if (!forecastKeys.has(key)) keys.add(key);
    }
  }
  return keys;
}

const unset = { type: 'applied' as const, pool: '', scheme: '', district: '' };
