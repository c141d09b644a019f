import type { Money } from '../figures/books.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { type Pounds, pounds, unsigned } from '../money/pounds-text.js';
import type { VarianceLineStatement } from './variance-schema.js';

interface Bearer {
  readonly label: string;
  readonly amount: Pounds;
}

/** What a body has of a variance, of which the words before say whether it is to pay or to hold. */
export function partInWords({ label, amount }: Bearer): string {
  return `${label} ${pounds(unsigned(amount))}`;
}

/** The figures of which the words say who bears a line and how it is met, in the order of the words. */
export function saidOfLine({
  borneBy,
  met,
  metFrom,
  overspentToDate,
}: Pick<VarianceLineStatement, 'borneBy' | 'met' | 'metFrom' | 'overspentToDate'>): (Money | undefined)[] {
  return [...borneBy.map(({ amount }) => amount), met, metFrom, overspentToDate];
}

/** Spending that is no overspend: `£30.00 met from £50.00 brought forward`. */
export function metInWords(metPence: Pence, broughtForwardPence: Pence): string {
  return `${inWords(metPence)} met from ${inWords(broughtForwardPence)} brought forward`;
}

/** What a body pays or holds of a variance. */
export function bearerInWords({ label, amount }: Bearer): string {
  return `${label} ${String(amount).startsWith('-') ? 'holds' : 'pays'} ${pounds(unsigned(amount))}`;
}
