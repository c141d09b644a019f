import { type Quarter, quarters } from '../agreement/financial-year.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { Comparison, ComparisonSide } from './comparison-schema.js';
import { keyed } from './figure-names.js';

/** A side as it is asked for: without a quarter it is as at the quarter of the report. */
export type SideAsked = Pick<ComparisonSide, 'book'> & { readonly quarter?: Quarter | undefined };

/** Reads `plan`, `actual`, `forecast@Q2`, `Q3`; undefined where nothing is asked, or nothing that can be compared. */
export function readSide(option: string, text: string | undefined, report: Report): SideAsked | undefined {
  if (text === undefined) return undefined;
  const match = /^(plan|actual|forecast)(?:@(q[1-4]))?$|^(q[1-4])$/i.exec(text.trim());
  const [, book, at, within] = match ?? [];
  const quarter = quarterOf(at ?? within);
  if (within !== undefined && quarter !== undefined) return { book: 'quarter', quarter };
  const plain = book?.toLowerCase();
  if (plain === 'plan' && quarter === undefined) return { book: 'plan' };
  if (plain === 'actual' || plain === 'forecast') return { book: plain, ...(quarter && { quarter }) };
  report(diagnose('BCF0011', { option, found: text }));
  return undefined;
}

function quarterOf(text: string | undefined): Quarter | undefined {
  return quarters.find((quarter) => quarter === text?.toUpperCase());
}

/** A side as it would be asked for: `readSide` turned round. */
function sideText({ book, quarter }: SideAsked): string {
  if (book === 'quarter') return quarter ?? '';
  return quarter === undefined ? book : `${book}@${quarter}`;
}

/** What the names of a comparison’s figures begin with; with the folders, it says all that the figures depend on. */
export function comparisonName({ by, from, to, against }: Pick<Comparison, 'by' | 'from' | 'to' | 'against'>): string {
  const funds = against === undefined ? [] : [['funds', 'two'] as const];
  return `diff[${keyed([['by', by], ['from', sideText(from)], ['to', sideText(to)], ...funds])}]`;
}
