import { type About, Figure } from './figure.js';
import { minus, plus, plusAll } from './terms.js';

/** Money, in pence. */
export type Money = Figure<'money'>;

/** The three books that most figures are shown of, and what a figure is called in each. */
export const bookWords = { plan: 'plan', actual: 'actual to date', forecast: 'forecast outturn' } as const;

export type BookName = keyof typeof bookWords;

export const bookNames = ['plan', 'actual', 'forecast'] as const satisfies readonly BookName[];

/** A figure in each book that it is known in. */
export type InBooks = { readonly [B in BookName]?: Money | undefined };

/** Makes a figure for each book; where it is not known there is none. */
export function inBooks(make: (book: BookName, words: string) => Money | undefined): InBooks {
  const figures = bookNames.flatMap((book): [BookName, Money][] => {
    const figure = make(book, bookWords[book]);
    return figure === undefined ? [] : [[book, figure]];
  });
  return Object.fromEntries(figures);
}

/** All of them; undefined where one is not known, since nothing can be made of it. */
export function allKnown<T>(figures: readonly (T | undefined)[]): T[] | undefined {
  const known = figures.flatMap((figure) => (figure === undefined ? [] : [figure]));
  return known.length === figures.length ? known : undefined;
}

/** What figures add up to; not known where one of them is not. */
export function total(about: About, parts: readonly (Money | undefined)[]): Money | undefined {
  const known = allKnown(parts);
  return known && Figure.money({ ...about, terms: plusAll(known) });
}

/** One figure less another; not known where either is not. */
export function difference(about: About, from: Money | undefined, less: Money | undefined): Money | undefined {
  if (from === undefined || less === undefined) return undefined;
  return Figure.money({ ...about, terms: [...plus(from), ...minus(less)] });
}
