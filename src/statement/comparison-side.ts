import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { FigureBooks } from '../controls/fund-figures.js';
import { Figure, type Term } from '../figures/figure.js';
import { balances, plus } from '../figures/terms.js';
import type { AppliedAccount } from '../journal/accounts.js';
import { BookView } from '../journal/book-view.js';
import { oncePer } from '../rules/once-per.js';
import { outsideReason } from '../rules/variance-rules.js';
import { declaredKeys, keyOf, keysWithoutForecast, none, schemeKeyOf, undeclaredLabel } from './comparison-keys.js';
import type { ComparisonSide, Dimension } from './comparison-schema.js';
import { plannedUnits } from './planned-units.js';

/** One side, with the books of its fund as at its own quarter. */
export interface Side {
  readonly books: FigureBooks;
  readonly side: ComparisonSide;
}

/** One line of one side: what it is called, what it is made of, and what of that is outside R4. */
export interface SideLine {
  readonly label: string;
  readonly terms: readonly Term[];
  /** Of it, by heading, what R4 leaves out: grants with a fence of their own, and performance. */
  readonly outside: ReadonlyMap<string, readonly Term[]>;
  /** False where part of it has no forecast. */
  readonly isKnown: boolean;
}

/**
 * The lines of one side by their declared keys, in the agreement's order; of the second of two funds with its agreement.
 */
export function sideLines({ books, side }: Side, by: Dimension, second?: Agreement): Map<string, SideLine> {
  const parts =
    by === 'scheme' && side.book === 'plan' ? plannedParts(books, second) : appliedParts({ books, side }, by, second);
  const labels = new Map(declaredKeys(books, by));
  const partsOf = new Map<string, Part[]>();
  for (const part of parts) {
    if (!labels.has(part.key)) labels.set(part.key, part.label);
    const partsOfKey = partsOf.get(part.key);
    if (partsOfKey === undefined) partsOf.set(part.key, [part]);
    else partsOfKey.push(part);
  }
  const unforecast = side.book === 'forecast' ? keysWithoutForecast(books, by) : new Set<string>();
  const lines = [...labels].flatMap(([key, label]): [string, SideLine][] => {
    const partsOfKey = partsOf.get(key) ?? [];
    if (partsOfKey.length === 0 && !unforecast.has(key)) return [];
    return [
      [key, { label, terms: inSteps(partsOfKey), outside: outsideOf(partsOfKey), isKnown: !unforecast.has(key) }],
    ];
  });
  return new Map(lines);
}

interface Part {
  readonly key: string;
  readonly label: string;
  /** The heading that R4 leaves out, where it is of one. */
  readonly outside: string | undefined;
  /** Which step of its line it is shown in, where it is shown in one. */
  readonly step: string;
  readonly terms: readonly Term[];
}

function appliedParts({ books, side }: Side, by: Dimension, second: Agreement | undefined): Part[] {
  return viewOf(books, side)
    .list('applied')
    .map((balance) => ({
      key: keyOf(books, balance.account, by),
      label: undeclaredLabel(books, balance.account, by),
      outside: by === 'scheme' ? outsideScheme(books, balance.account) : outsideHeading(books, balance.account.heading),
      step: stepOf(books, balance.account, by),
      terms: balances([balance], second),
    }));
}

/** The book that a side is of, as at its quarter or within it. */
export function viewOf(books: FigureBooks, { book, quarter }: ComparisonSide): BookView {
  if (book === 'quarter' && quarter !== undefined) return new BookView(books.journal, 'actual', { within: quarter });
  if (book === 'plan') return books.plan;
  return book === 'forecast' ? books.forecast : books.actual;
}

function plannedParts(books: FigureBooks, second: Agreement | undefined): Part[] {
  return plannedUnits(books, second).map(({ schedule, scheme, heading, name, terms }) => ({
    key: schemeKeyOf(schedule, scheme),
    label: scheme === none ? undeclaredLabel(books, { schedule, scheme }, 'scheme') : `${scheme} ${name}`,
    outside: outsideHeading(books, heading),
    step: '',
    terms,
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

/** Accounts in steps that a reader takes in: of a heading or locality by whose they are, else by heading. */
function stepOf({ agreement }: FigureBooks, { schedule, heading }: AppliedAccount, by: Dimension): string {
  switch (by) {
    case 'heading':
    case 'locality':
      return `on the schedule of ${labelOf(agreement, schedule)}`;
    case 'partner':
    case 'source':
      return agreement.headings.get(heading)?.name ?? heading;
    case 'scheme':
      return '';
  }
}

function inSteps(parts: readonly Part[]): readonly Term[] {
  const steps = new Map<string, Term[]>();
  for (const { step, terms } of parts) {
    const termsOfStep = steps.get(step);
    if (termsOfStep === undefined) steps.set(step, [...terms]);
    else termsOfStep.push(...terms);
  }
  return [...steps].flatMap(([what, terms]) =>
    steps.size === 1 || terms.length === 1 ? terms : plus(Figure.money({ what, how: 'its accounts, added up', terms })),
  );
}

function outsideOf(parts: readonly Part[]): SideLine['outside'] {
  const headings = new Set(parts.flatMap(({ outside }) => outside ?? []));
  return new Map(
    [...headings].map((heading) => [heading, inSteps(parts.filter(({ outside }) => outside === heading))]),
  );
}
