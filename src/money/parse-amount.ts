import { mostWholeDigits, type NumberFault, readNumber } from './parse-number.js';
import type { Pence } from './pence.js';
import { plainPence } from './plain-amount.js';
import { digitsToPence, type Unit } from './unit.js';

/** Why a text is not an amount, as what it is. */
export type AmountFault =
  | NumberFault
  | 'too-precise'
  /** `1.080` or `1.234` in pounds: a point before thousands, or three decimals. */
  | 'thousands-point';

export type ParsedAmount = { readonly pence: Pence } | { readonly fault: AmountFault };

/**
 * Reads an amount as finance staff write it (`readNumber` says how). The result is exact pence; the text is in `unit`,
 * which nobody guesses. Blank is a fault here: whether it may mean nil is the column's to say.
 */
export function parseAmount(text: string, unit: Unit): ParsedAmount {
  const plain = unit === 'pounds' ? plainPence(text) : undefined;
  if (plain !== undefined) return { pence: plain };
  const read = readNumber(text);
  if ('fault' in read) return read;
  const { isNegative, whole, decimals } = read;
  const digits = digitsToPence[unit];
  if (unit === 'pounds' && isThousandsPoint(text, whole, decimals)) return { fault: 'thousands-point' };
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > digits) return { fault: 'too-precise' };
  const inPence = whole.replace(/^0+/, '') + kept.padEnd(digits, '0');
  if (inPence.length > mostWholeDigits + digitsToPence.pounds) return { fault: 'too-long' };
  const pence = BigInt(inPence);
  return { pence: isNegative ? -pence : pence };
}

/** Whether the only point of a number may part its thousands: three digits behind it, one to three before it. */
function isThousandsPoint(text: string, whole: string, decimals: string): boolean {
  return decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !text.includes(',');
}

/** Whether a text begins as a name does, and as no amount: figures are named where an amount might stand. */
export function isName(text: string): boolean {
  return /^-?\s*\p{L}/u.test(text.trim());
}
