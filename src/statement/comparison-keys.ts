import { labelOf } from '../agreement/bodies.js';
import { type FigureBooks, schemesBySchedule } from '../controls/fund-figures.js';
import { type AppliedAccount, plainApplied } from '../journal/accounts.js';
import { unforecastLines } from '../rules/forecasts.js';
import type { Dimension } from './comparison-schema.js';

/** The key of a line without a scheme, or without a locality. */
export const none = '';

/** Every key that the agreement and schemes.csv declare, with its label, in their order. */
export function declaredKeys({ agreement, schemes }: FigureBooks, by: Dimension): [key: string, label: string][] {
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

/** The line that an account belongs to. */
export function keyOf({ agreement }: FigureBooks, account: AppliedAccount, by: Dimension): string {
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

/** What a line is called whose key is not declared: only of schemes. */
export function undeclaredLabel(
  { agreement }: FigureBooks,
  { schedule, scheme }: Pick<AppliedAccount, 'schedule' | 'scheme'>,
  by: Dimension,
): string {
  if (by !== 'scheme') return '';
  return scheme === none ? `${labelOf(agreement, schedule)}, no scheme` : scheme;
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
export function keysWithoutForecast(books: FigureBooks, by: Dimension): Set<string> {
  const { agreement, forecast } = books;
  if (by !== 'scheme') {
    const missing = unforecastLines(books);
    const sources = (line: (typeof missing)[number]) =>
      by === 'source' ? books.plan.list('applied', line).map(({ account }) => account.source) : [none];
    return new Set(
      missing.flatMap((line) => sources(line).map((source) => keyOf(books, { ...plainApplied, ...line, source }, by))),
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
