import { absolute, type Pence } from './pence.js';

/** Pounds with two decimals and no grouping, as documents carry them: `-12400.00`. */
export function toPounds(amountPence: Pence): string {
  const digits = absolute(amountPence).toString().padStart(3, '0');
  return `${amountPence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Exact pence from the text that `toPounds` writes. Throws on any other text: that is a bug. */
export function fromPounds(pounds: string): Pence {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(pounds);
  if (match === null) throw new Error(`not an amount in pounds and pence: ${pounds}`);
  const [, sign, whole = '', pence = ''] = match;
  return BigInt(`${sign}${whole}${pence}`);
}

/** Grouped pounds and pence without a sign of currency, negative in accounting brackets: `(12,400.00)`. */
export function grouped(amountPence: Pence): string {
  return bracketed(toPounds(amountPence));
}

/** Money in a sentence: `£12,400.00`, negative with a leading minus. */
export function inWords(amountPence: Pence): string {
  return inPounds(toPounds(amountPence));
}

/** A number as documents carry it, with all its decimals and its thousands grouped: `-12,400.125`. */
export function separated(number: string): string {
  const [whole = '', decimals] = number.split('.');
  return `${group(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** The same, negative in accounting brackets: `(12,400.125)`. */
export function bracketed(number: string): string {
  return number.startsWith('-') ? `(${separated(number.slice(1))})` : separated(number);
}

/** The same as pounds in a sentence: `-£12,400.125`. */
export function inPounds(number: string): string {
  return separated(number).replace(/^-?/, '$&£');
}

/** £m to three places, rounded half away from zero, negative in brackets: `101.404`. */
export function inMillions(amountPence: Pence): string {
  const rounded = (absolute(amountPence) + 50_000n) / 100_000n;
  const digits = rounded.toString().padStart(4, '0');
  const text = `${group(digits.slice(0, -3))}.${digits.slice(-3)}`;
  return amountPence < 0n && rounded !== 0n ? `(${text})` : text;
}

/** Whole pounds, rounded half away from zero, negative in brackets: `47,022,150`. */
export function inWholePounds(amountPence: Pence): string {
  const rounded = (absolute(amountPence) + 50n) / 100n;
  const text = group(rounded.toString());
  return amountPence < 0n && rounded !== 0n ? `(${text})` : text;
}

/** Whether £m to three places would hide part of the amount. */
export function isRoundedInMillions(amountPence: Pence): boolean {
  return amountPence % 100_000n !== 0n;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
