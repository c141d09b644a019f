import { labelOf } from '../agreement/bodies.js';
import { difference, type InBooks, inBooks, total } from '../figures/books.js';
import { ruleOf } from '../figures/figure.js';
import { headingFigures, scheduleLines } from './applied.js';
import type { Books } from './check.js';
import { contributedBy } from './contributed.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';

/** Contributed, applied and the difference, for one way of cutting the fund (R1). */
export interface Footing {
  readonly contributions: InBooks;
  readonly applications: InBooks;
  readonly difference: InBooks;
}

export const natures = ['capital', 'revenue'] as const;

type Nature = (typeof natures)[number];

/** Each pool by itself. */
export const footingsOfPools = oncePer(
  (books: Books): ReadonlyMap<string, Footing> =>
    new Map(
      [...books.agreement.pools.values()].map(({ code, name }) => [
        code,
        footing(books, {
          label: name,
          contributed: contributedBy(books, ({ pool }) => pool === code),
          applied: appliedTo(books, ({ pool }) => pool === code),
        }),
      ]),
    ),
);

/** Each partner with money of its own: what it contributes, and what is applied on its schedule. */
export const footingsOfPartners = oncePer(
  (books: Books): ReadonlyMap<string, Footing> =>
    new Map(
      [...scheduleLines(books)].map(([partner, lines]) => [
        partner,
        footing(books, {
          label: labelOf(books.agreement, partner),
          contributed: contributedBy(books, (contribution) => contribution.partner === partner),
          applied: lines.map(({ figures }) => figures),
        }),
      ]),
    ),
);

/** Capital and revenue: contributed by the nature of the source, applied by the nature of the heading. */
export const footingsOfNatures = oncePer((books: Books): ReadonlyMap<Nature, Footing> => {
  const { sources } = books.agreement;
  return new Map(
    natures.map((nature) => [
      nature,
      footing(books, {
        label: `All ${nature}`,
        contributed: contributedBy(books, ({ source }) => sources.get(source)?.nature === nature),
        applied: appliedTo(books, (heading) => heading.nature === nature),
      }),
    ]),
  );
});

type Heading = { readonly pool: string; readonly nature: Nature };

function appliedTo(books: Books, isMeant: (heading: Heading) => boolean): InBooks[] {
  const figures = headingFigures(books);
  return [...books.agreement.headings.values()].flatMap((heading) =>
    isMeant(heading) ? [figures.get(heading.code) ?? {}] : [],
  );
}

interface Parts {
  readonly label: string;
  readonly contributed: readonly InBooks[];
  readonly applied: readonly InBooks[];
}

/** What parts come to together; nil of none, where it is known that there are none. */
export function footing(books: Books, { label, contributed, applied }: Parts): Footing {
  const rule = ruleOf('R1', books.agreement.balanceRule);
  const side = (what: string, parts: readonly InBooks[], ledger: 'contributions' | 'expenditure') =>
    inBooks((book, words) => {
      const isNothingKnown =
        parts.length === 0 &&
        ((book === 'actual' && !isKnown(books, ledger)) || (book === 'forecast' && books.forecast.isEmpty));
      const how = `its ${what === 'contributed' ? 'contributions' : 'headings'}, added up`;
      return isNothingKnown
        ? undefined
        : total(
            { what: `${label}: ${what}, ${words}`, how, rule },
            parts.map((part) => part[book]),
          );
    });
  const contributions = side('contributed', contributed, 'contributions');
  const applications = side('applied', applied, 'expenditure');
  return {
    contributions,
    applications,
    difference: inBooks((book, words) =>
      difference(
        { what: `${label}: contributed less applied, ${words}`, how: 'contributions − applications', rule },
        contributions[book],
        applications[book],
      ),
    ),
  };
}
