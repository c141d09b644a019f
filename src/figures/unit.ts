import { placesOfExact, placesOfMoney } from '../money/places.js';

/** What a figure can count. */
export const units = ['money', 'number', 'percent', 'decimal', 'exact'] as const;

/** What an amount counts: money, a whole number, a percent, a decimal, or exact money where it shows what was rounded. */
export type Unit = (typeof units)[number];

/**
 * How many decimals an amount of each unit has, where it is not stated with more. An amount is a whole number of what the
 * last of them counts: pence, hundredths of a percent, millionths of a pound.
 */
export const placesOfUnit: Readonly<Record<Unit, number>> = {
  money: placesOfMoney,
  number: 0,
  percent: 2,
  decimal: 2,
  exact: placesOfExact,
};
