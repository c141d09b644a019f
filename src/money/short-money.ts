import { inWholePounds, toPounds } from './format-money.js';
import { absolute, type Pence } from './pence.js';

const thousand = 1_000_00n;
const million = 1_000_000_00n;

/**
 * Money as a title says it, without its sign: from £10m on with one decimal (`£47.0m`), then three significant figures
 * (`£2.21m`, `£714k`), below £100,000 to the pound (`£80,312`), which reads as exact, and below £10,000 to the penny.
 */
export function inShort(amountPence: Pence): string {
  const pence = absolute(amountPence);
  const decimals = pence >= 9_995_000_00n ? 1 : 2;
  if (pence >= 999_500_00n) return `£${inUnits(pence, million, decimals)}m`;
  if (pence >= 99_950_00n) return `£${inUnits(pence, thousand, 0)}k`;
  if (pence >= 10n * thousand) return `£${inWholePounds(pence)}`;
  return `£${toPounds(pence).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}

/** The same with one decimal where it is millions: `£2.2m`. */
export function inShortest(amountPence: Pence): string {
  const pence = absolute(amountPence);
  return pence >= 999_500_00n ? `£${inUnits(pence, million, 1)}m` : inShort(pence);
}

/** The unit in which amounts stand side by side: the largest of them decides. */
export type ShortUnit = 'm' | 'k' | '';

/** In which unit amounts are shown that stand side by side. */
export function unitFor(amounts: readonly Pence[]): ShortUnit {
  const largest = amounts.map(absolute).reduce((most, amount) => (amount > most ? amount : most), 0n);
  return largest >= million ? 'm' : largest >= 100n * thousand ? 'k' : '';
}

/** Money in one unit: £m with two decimals, £k with one, pounds whole; negative with a minus before the pound. */
export function inUnit(amountPence: Pence, unit: ShortUnit): string {
  const pence = absolute(amountPence);
  const shown = {
    m: () => `£${inUnits(pence, million, 2)}m`,
    k: () => `£${inUnits(pence, thousand, 1)}k`,
    '': () => `£${inWholePounds(pence)}`,
  }[unit]();
  return amountPence < 0n ? `−${shown}` : shown;
}

function inUnits(pence: Pence, unit: bigint, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const digits = nearest(pence * scale, unit)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = (decimals === 0 ? digits : digits.slice(0, -decimals)).replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}

/** A quotient, rounded half up. */
function nearest(amount: bigint, unit: bigint): bigint {
  return (amount + unit / 2n) / unit;
}
