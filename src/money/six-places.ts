import { absolute } from './pence.js';

/** Millionths of a pound as pounds to six places: `-0.003333`. */
export function toSixPlaces(millionths: bigint): string {
  const digits = absolute(millionths).toString().padStart(7, '0');
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** Millionths of a pound from the text that `toSixPlaces` writes. Throws on any other text: that is a bug. */
export function fromSixPlaces(pounds: string): bigint {
  const match = /^(-?)(\d+)\.(\d{6})$/.exec(pounds);
  if (match === null) throw new Error(`not an amount in pounds to six places: ${pounds}`);
  const [, sign, whole = '', part = ''] = match;
  return BigInt(`${sign}${whole}${part}`);
}
