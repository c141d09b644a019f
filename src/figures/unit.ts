import { toPounds } from '../money/format-money.js';
import { toSixPlaces } from '../money/six-places.js';

/** What a figure can count. */
export const units = ['money', 'number', 'percent', 'decimal', 'exact'] as const;

/**
 * What an amount counts: money in pence, a whole number, a percent or a decimal in hundredths, or exact money in
 * millionths of a pound where it shows what was rounded.
 */
export type Unit = (typeof units)[number];

/** An amount as documents write it: pounds and pence, a whole number, two decimals, or pounds to six places. */
export function inUnit(amount: bigint, unit: Unit): string {
  switch (unit) {
    case 'exact':
      return toSixPlaces(amount);
    case 'number':
      return String(amount);
    case 'money':
    case 'percent':
    case 'decimal':
      return toPounds(amount);
  }
}
