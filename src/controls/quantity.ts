import { inWords, toPounds } from '../money/format-money.js';
import { type Fraction, rounded } from '../money/fraction.js';
import { absolute } from '../money/pence.js';
import type { FigureUnit } from './figure.js';

/** An amount as documents carry it, to two decimals: `12400.00`. */
export function toDecimal(amount: Fraction): string {
  return toPounds(rounded(amount));
}

/** An amount in a sentence: `£12,400.00`, `9.00%`, `146,500.00`. */
export function quantityInWords(amount: Fraction, unit: FigureUnit): string {
  const hundredths = rounded(amount);
  if (unit === 'money') return inWords(hundredths);
  return `${inWords(hundredths).replace('£', '')}${unit === 'percent' ? '%' : ''}`;
}

/** A difference in words: `£14,000.00 more`, `no difference`. */
export function differenceInWords(difference: Fraction, unit: FigureUnit): string {
  if (difference.numerator === 0n) return 'no difference';
  const size = { numerator: absolute(difference.numerator), denominator: difference.denominator };
  return `${quantityInWords(size, unit)} ${difference.numerator < 0n ? 'less' : 'more'}`;
}
