import type { Agreement } from '../../agreement/agreement.js';
import { labelOf } from '../../agreement/bodies.js';
import { partnerIn } from '../../agreement/successors.js';
import type { FigureBooks } from '../../controls/fund-figures.js';
import { type BalanceOf, BookView } from '../../journal/book-view.js';
import { virementsOf } from '../../rules/virements.js';
import type { Dimension } from '../../statement/comparison-schema.js';
import { partsOfSchemeKey, type Side, schemeKeyOf } from '../../statement/comparison-side.js';
import type { Term } from '../node.js';
import { balances, step } from '../terms.js';

/** The lines of one side, each as the accounts that it is made of. */
export interface LinesOfSide {
  readonly books: FigureBooks;
  readonly label: string;
  /** What a line is made of; of a heading that R4 leaves out, what of it is that heading’s. */
  readonly terms: (key: string, outside?: string) => Term[];
}

interface Compared {
  readonly by: Dimension;
  /** The agreement of the second fund, where the side is of it. */
  readonly second?: Agreement | undefined;
  /** The agreement of the second fund, where the side is of the first. */
  readonly followedIn?: Agreement | undefined;
}

interface Accounts extends Pick<Compared, 'by' | 'second'> {
  readonly books: FigureBooks;
  readonly isPlan: boolean;
  readonly applied: BookView;
  readonly schemes: BookView;
}

/** Reads the accounts of a side by the lines of a comparison. */
export function linesOf({ books, side }: Side, { by, second, followedIn }: Compared): LinesOfSide {
  const schemes = new BookView(books.journal, 'schemes');
  const accounts = { books, by, second, isPlan: side.book === 'plan', applied: viewOf({ books, side }), schemes };
  return {
    books,
    label: side.label,
    terms: (key, outside) => {
      const own = predecessorsOf(books.agreement, key, { by, followedIn });
      if (own.length === 1 && own[0] === key) return ownTerms(accounts, key, outside);
      return own.map((one) =>
        step({
          what: labelOf(books.agreement, by === 'scheme' ? partsOfSchemeKey(one).schedule : one),
          how: 'what the second fund has under its successor',
          unit: 'money',
          terms: ownTerms(accounts, one, outside),
        }),
      );
    },
  };
}

function viewOf({ books, side: { book, quarter } }: Side): BookView {
  if (book !== 'quarter' || quarter === undefined) return books[book === 'quarter' ? 'actual' : book];
  return new BookView(books.journal, 'actual', { within: quarter });
}

/** The lines of the first fund that are a line of the second: its own, and those of partners that it succeeded. */
function predecessorsOf(
  agreement: Agreement,
  key: string,
  { by, followedIn }: Pick<Compared, 'by' | 'followedIn'>,
): string[] {
  if (followedIn === undefined || (by !== 'partner' && by !== 'scheme')) return [key];
  const { schedule, scheme } = by === 'scheme' ? partsOfSchemeKey(key) : { schedule: key, scheme: '' };
  const own = [...agreement.partners.keys()].filter((code) => partnerIn(agreement, followedIn, code) === schedule);
  return own.map((code) => (by === 'scheme' ? schemeKeyOf(code, scheme) : code));
}

function ownTerms(accounts: Accounts, key: string, outside: string | undefined): Term[] {
  const { by, isPlan, applied, books, second } = accounts;
  if (by !== 'scheme') {
    const own = listOf(accounts, by, key).filter(({ account }) => outside === undefined || account.heading === outside);
    return grouped(accounts, own);
  }
  const { schedule, scheme } = partsOfSchemeKey(key);
  if (isPlan) return plannedTerms(accounts, { schedule, scheme, outside });
  const own = applied.list('applied', { schedule, scheme });
  if (outside === undefined) return balances(own, 1n, second);
  // A scheme is outside R4 as a whole or not at all, by the heading that schemes.csv gives it.
  if (scheme !== '') return headingOf(books, schedule, scheme) === outside ? balances(own, 1n, second) : [];
  return balances(
    own.filter(({ account }) => account.heading === outside),
    1n,
    second,
  );
}

function listOf({ applied, books }: Accounts, by: Exclude<Dimension, 'scheme'>, key: string) {
  switch (by) {
    case 'heading':
      return applied.list('applied', { heading: key });
    case 'source':
      return applied.list('applied', { source: key });
    case 'partner':
      return applied.list('applied', { schedule: key });
    case 'locality': {
      const localityOf = (schedule: string) => books.agreement.partners.get(schedule)?.locality ?? '';
      return applied.list('applied').filter(({ account }) => localityOf(account.schedule) === key);
    }
  }
}

/** Accounts in steps that a reader takes in: of a heading or locality by whose they are, else by heading. */
function grouped({ by, books: { agreement }, second }: Accounts, list: readonly BalanceOf<'applied'>[]): Term[] {
  const isBySchedule = by === 'heading' || by === 'locality';
  const groups = new Map<string, BalanceOf<'applied'>[]>();
  for (const balance of list) {
    const code = isBySchedule ? balance.account.schedule : balance.account.heading;
    groups.set(code, [...(groups.get(code) ?? []), balance]);
  }
  if (groups.size < 2) return balances(list, 1n, second);
  return [...groups].flatMap(([code, own]) => {
    const terms = balances(own, 1n, second);
    if (own.length === 1) return terms;
    const heading = agreement.headings.get(code)?.name ?? code;
    const what = isBySchedule ? `on the schedule of ${labelOf(agreement, code)}` : heading;
    return [step({ what, how: 'its accounts, added up', unit: 'money', terms })];
  });
}

/** The plan by scheme: as schemes.csv has it; without one, what a schedule plans less what its schemes have of it. */
function plannedTerms(
  { applied, schemes, books, second }: Accounts,
  {
    schedule,
    scheme,
    outside,
  }: { readonly schedule: string; readonly scheme: string; readonly outside: string | undefined },
): Term[] {
  if (scheme !== '') {
    if (outside !== undefined && headingOf(books, schedule, scheme) !== outside) return [];
    return balances(schemes.list('scheme', { schedule, scheme }), 1n, second);
  }
  const listed = schemes.list('scheme', { schedule });
  const planned = applied.list('applied', { schedule });
  if (listed.length === 0) {
    const own = planned.filter(({ account }) => outside === undefined || account.heading === outside);
    return balances(own, 1n, second);
  }
  if (outside !== undefined) return [];
  const whose = labelOf(books.agreement, schedule);
  return [
    step({
      what: `planned on the schedule of ${whose}`,
      how: 'its accounts, added up',
      unit: 'money',
      terms: balances(planned, 1n, second),
    }),
    step(
      {
        what: `the schemes of ${whose}`,
        how: 'as schemes.csv has them',
        unit: 'money',
        terms: balances(listed, 1n, second),
      },
      -1n,
    ),
  ];
}

function headingOf({ schemes }: FigureBooks, schedule: string, scheme: string): string {
  return schemes.find((one) => one.schedule === schedule && one.scheme === scheme)?.heading ?? '';
}

/** What allowed virements have moved to a heading and from it, on one schedule or on all. */
export function viredTerms(books: FigureBooks, heading: string, schedule?: string): Term[] {
  const allowed = virementsOf(books).filter(
    (one) => one.breach === undefined && (schedule === undefined || one.schedule === schedule),
  );
  const moved = (one: (typeof allowed)[number]) =>
    books.virements.list('budget', {
      direction: 'in',
      schedule: one.schedule,
      heading: one.to,
      counterpart: one.from,
    });
  return [
    ...balances(allowed.filter(({ to }) => to === heading).flatMap(moved)),
    ...balances(allowed.filter(({ from }) => from === heading).flatMap(moved), -1n),
  ];
}
