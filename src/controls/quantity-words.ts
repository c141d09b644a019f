import { inPounds, separated } from '../money/format-money.js';
import type { Fraction } from '../money/fraction.js';
import type { Quantity } from './written-figure.js';

/** An amount in a sentence: `£12,400.00`, `9.00%`, `146,500.00`. */
export function quantityInWords(quantity: Quantity): string {
  const text = String(quantity);
  return quantity.unit === 'money' ? inPounds(text) : `${separated(text)}${quantity.unit === 'percent' ? '%' : ''}`;
}

/** A difference in words: `£14,000.00 more`, `no difference`; one that is rounded to nothing is one still. */
export function differenceInWords(difference: Quantity, exact: Fraction): string {
  if (exact.numerator === 0n) return 'no difference';
  return `${quantityInWords(difference).replace('-', '')} ${exact.numerator < 0n ? 'less' : 'more'}`;
}
