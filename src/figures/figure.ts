import { counted } from '../diagnostics/entry.js';
import type { RowReference } from '../ledger/row-types.js';
import type { Fraction } from '../money/fraction.js';

/** What a figure counts: money in pence; a percent or a number in hundredths. */
export type FigureUnit = 'money' | 'percent' | 'number';

/** The rows of one file that a figure is made of. */
export interface Origin {
  readonly file: string;
  readonly rows: number;
  /** The first of them. */
  readonly line?: number;
}

/** A figure, exact, and where it comes from. */
export interface FigureValue {
  readonly amount: Fraction;
  readonly unit: FigureUnit;
  readonly origins: readonly Origin[];
}

/** Where a figure comes from, in words: `plan.csv:9`, `plan.csv, 7 rows`. */
export function originInWords(origins: readonly Origin[]): string {
  const byFile = new Map<string, Origin>();
  for (const origin of origins) {
    const known = byFile.get(origin.file);
    byFile.set(origin.file, known === undefined ? origin : { ...known, rows: known.rows + origin.rows });
  }
  const parts = [...byFile.values()].map(({ file, rows, line }) =>
    rows === 1 && line !== undefined ? `${file}:${line}` : `${file}, ${counted(rows, 'row')}`,
  );
  return parts.length === 0 ? 'no row' : parts.join(' and ');
}

/** The origins of rows: one for each file, with its first line. */
export function originsOf(rows: readonly RowReference[], count: number): Origin[] {
  const files = [...new Set(rows.map(({ file }) => file))];
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    const line = rows[0]?.line;
    return [{ file: only, rows: count, ...(line !== undefined && { line }) }];
  }
  return files.map((file) => {
    const own = rows.filter((row) => row.file === file);
    const line = own[0]?.line;
    return { file, rows: own.length, ...(line !== undefined && { line }) };
  });
}
