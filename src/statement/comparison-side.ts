import { labelOf } from '../agreement/bodies.js';
import type { FigureBooks } from '../figures/fund-figures.js';
import type { AppliedAccount } from '../journal/accounts.js';
import { BookView } from '../journal/book-view.js';
import { type Pence, sum } from '../money/pence.js';
import { unforecastLines } from '../rules/forecasts.js';
import { oncePer } from '../rules/once-per.js';
import { outsideReason } from '../rules/variance.js';
import type { ComparisonSide, Dimension } from './comparison-schema.js';

/** One line of one side: what it is called, what it comes to, and what of that is outside R4. */
export interface SideLine {
  readonly label: string;
  readonly pence: Pence;
  readonly outsidePence: Pence;
  /** False where part of it has no forecast. */
  readonly isKnown: boolean;
}

/** The lines of one side by their declared keys, in the agreement's order. */
export function sideLines(books: FigureBooks, side: ComparisonSide, by: Dimension): Map<string, SideLine> {
  const lines = new Map<string, { label: string; pence: Pence; outsidePence: Pence; isKnown: boolean }>();
  for (const [key, label] of keysInOrder(books, by)) {
    lines.set(key, { label, pence: 0n, outsidePence: 0n, isKnown: true });
  }
  const found = new Set<string>();
  for (const { key, label, pence, isOutside } of amountsOf(books, side, by)) {
    const line = lines.get(key) ?? { label, pence: 0n, outsidePence: 0n, isKnown: true };
    line.pence += pence;
    if (isOutside) line.outsidePence += pence;
    lines.set(key, line);
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
  readonly isOutside: boolean;
}

function amountsOf(books: FigureBooks, side: ComparisonSide, by: Dimension): Amount[] {
  if (by === 'scheme' && side.book === 'plan') return plannedSchemes(books);
  return viewOf(books, side)
    .list('applied')
    .map(({ account, amountPence }) => ({
      key: keyOf(books, account, by),
      label: labelFor(books, account, by),
      pence: amountPence,
      isOutside:
        by === 'scheme' ? isOutsideScheme(books, account) : outsideReason(books, account.heading) !== undefined,
    }));
}

function viewOf(books: FigureBooks, { book, quarter }: ComparisonSide): BookView {
  if (book === 'plan') return books.plan;
  if (book === 'quarter' && quarter !== undefined) return new BookView(books.journal, 'actual', { within: quarter });
  return new BookView(books.journal, book === 'forecast' ? 'forecast' : 'actual', quarter);
}

/** Schemes as schemes.csv has them; what a schedule plans beside its schemes has none. */
function plannedSchemes(books: FigureBooks): Amount[] {
  const { agreement, plan, schemes } = books;
  const own = schemes.map(({ schedule, scheme, name, heading, amountPence }) => ({
    key: schemeKeyOf(schedule, scheme),
    label: `${scheme} ${name}`,
    pence: amountPence,
    isOutside: heading !== '' && outsideReason(books, heading) !== undefined,
  }));
  const rest = [...agreement.partners.keys()].flatMap((schedule): Amount[] => {
    const listed = schemes.filter((scheme) => scheme.schedule === schedule);
    const label = withoutScheme(books, schedule);
    const key = schemeKeyOf(schedule, none);
    if (listed.length > 0) {
      const pence = plan.applied({ schedule }) - sum(listed.map(({ amountPence }) => amountPence));
      return pence === 0n ? [] : [{ key, label, pence, isOutside: false }];
    }
    return plan.list('applied', { schedule }).map(({ account, amountPence }) => ({
      key,
      label,
      pence: amountPence,
      isOutside: outsideReason(books, account.heading) !== undefined,
    }));
  });
  return [...own, ...rest];
}

/** A scheme has no plan by heading, so it is outside as a whole, where schemes.csv gives it such a heading, or not at all. */
function isOutsideScheme(books: FigureBooks, { schedule, scheme, heading }: AppliedAccount): boolean {
  if (scheme === none) return outsideReason(books, heading) !== undefined;
  const declared = headingsOfSchemes(books).get(schemeKeyOf(schedule, scheme)) ?? '';
  return declared !== '' && outsideReason(books, declared) !== undefined;
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

/** A scheme's code is its schedule's own: `09C/09C-01`. */
function schemeKeyOf(schedule: string, scheme: string): string {
  return `${schedule}/${scheme}`;
}

/** Lines of which a planned part has no forecast as at the quarter; a scheme's is looked for by its code. */
function keysWithoutForecast(books: FigureBooks, by: Dimension): Set<string> {
  const { agreement, schemes, forecast } = books;
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
    const listed = schemes.filter((row) => row.schedule === schedule && row.amountPence !== 0n);
    if (listed.length === 0 && unforecastLines(books, { schedule }).length > 0) keys.add(schemeKeyOf(schedule, none));
    for (const { scheme } of listed) {
      const key = schemeKeyOf(schedule, scheme);
      if (!forecastKeys.has(key)) keys.add(key);
    }
  }
  return keys;
}

const unset = { type: 'applied' as const, pool: '', scheme: '', district: '' };
