import { absolute } from './pence.js';

/** How many decimals an amount of money has in pounds. */
export const placesOfMoney = 2;

/** How many decimals what is rounded for showing has. */
export const placesOfExact = 6;

/** Digits as a number with so many decimals, and no fewer: `3333` to two is `33.33`, `-3333` to six `-0.003333`. */
export function toPlaces(digits: bigint, places: number): string {
  const text = absolute(digits)
    .toString()
    .padStart(places + 1, '0');
  const at = text.length - places;
  return `${digits < 0n ? '-' : ''}${text.slice(0, at)}${places === 0 ? '' : `.${text.slice(at)}`}`;
}

/** How many decimals a number has that was written by `toPlaces`. */
export function placesOf(text: string): number {
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}

/** The digits of a number that was written by `toPlaces`. Throws on any other text: that is a bug. */
export function digitsIn(text: string): bigint {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new Error(`not a number with decimals: ${text}`);
  return BigInt(text.replace('.', ''));
}

/** One number as documents carry it less another, with the decimals of the longer. */
export function lessText(one: string, other: string): string {
  const places = Math.max(placesOf(one), placesOf(other));
  const digits = (text: string) => digitsIn(text) * 10n ** BigInt(places - placesOf(text));
  return toPlaces(digits(one) - digits(other), places);
}
