import { counted } from '../diagnostics/entry.js';
import { rowText } from '../diagnostics/place-text.js';
import type { Balance } from '../journal/journal.js';
import type { RowReference } from '../ledger/row-types.js';
import type { Fraction } from '../money/fraction.js';

/** What a figure counts. Its amount is in hundredths, exact: money in pence, a percent or a number in hundredths of it. */
export type FigureUnit = 'money' | 'percent' | 'number';

/** How an amount is shown. */
export interface Shown {
  readonly unit: FigureUnit;
  /** To how many decimals it is rounded then: as many as its numbers are stated with, and two at least. */
  readonly places: number;
}

/** What a term of a figure is made of: how many rows, or cells of a table, and the first of them. */
export interface Origin {
  readonly count: number;
  readonly of: 'row' | 'cell';
  readonly first: RowReference;
  /** Whether all of them are known to stand in the file of the first. */
  readonly isOneFile: boolean;
}

/** One amount that a term is made of: a balance of the journal, or a cell of a table or a line of the agreement. */
export interface Making {
  readonly amount: Fraction;
  readonly what: string;
  /** The balance, and whether its sign is turned. */
  readonly balance?: { readonly of: Balance; readonly factor: 1n | -1n } | undefined;
  readonly at?: RowReference | undefined;
}

/** What is added up in a term of a figure, or in what that is a percent of. */
export interface Summed extends Shown {
  readonly text: string;
  readonly makings: readonly Making[];
}

/** A term of a figure: what is added up in it, and what that is multiplied by. */
export interface TermOfFigure extends Summed {
  readonly sign: 1n | -1n;
  /** One where the term is not multiplied or divided. */
  readonly scale: Fraction;
  /** What it is a percent of. */
  readonly of: Summed | undefined;
}

/** A figure, exact, and where it comes from. */
export interface FigureValue extends Shown {
  readonly amount: Fraction;
  readonly origins: readonly Origin[];
  readonly terms: readonly TermOfFigure[];
  /** Whether cells of the schedules that no paper prints are part of it: worked out to fit the printed margins. */
  readonly isDerived: boolean;
}

/** Where a figure comes from, in words: `plan.csv:9`, `plan.csv, 7 rows`, `the sum of 7 cells of appendix-3.csv:4`. */
export function originInWords(origins: readonly Origin[]): string {
  const merged = new Map<string, Origin>();
  for (const origin of origins) {
    const key = [origin.of, origin.first.file, origin.isOneFile, origin.of === 'cell' ? origin.first.line : ''].join(
      '\0',
    );
    const known = merged.get(key);
    merged.set(key, known === undefined ? origin : { ...known, count: known.count + origin.count });
  }
  const parts = [...merged.values()].map(inWords);
  return parts.length === 0 ? 'no row' : parts.join(' and ');
}

function inWords({ count, of, first, isOneFile }: Origin): string {
  const place = rowText(first);
  if (count === 1) return place;
  if (of === 'cell')
    return isOneFile
      ? `the sum of ${counted(count, 'cell')} of ${place}`
      : `the sum of ${counted(count, 'cell')} of ${first.file}`;
  return isOneFile ? `${first.file}, ${counted(count, 'row')}` : `${counted(count, 'row')}, the first ${place}`;
}

/** The origin of rows of which the first are known, and how many there are. */
export function originOf(rows: readonly RowReference[], count: number): Origin[] {
  const [first] = [...rows].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  if (first === undefined) return [];
  const isOneFile = rows.length >= count && rows.every(({ file }) => file === first.file);
  return [{ count, of: 'row', first, isOneFile }];
}
