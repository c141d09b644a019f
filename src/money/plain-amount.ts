import type { Pence } from './pence.js';

const [minus, point, nought] = [45, 46, 48];
/** With so many digits a number of pence is still exact as the machine counts. */
const mostDigits = 15;

/**
 * The pence of an amount in pounds as almost every row of a ledger has it, `1234.56`, `-1234.56` or `1234`: read digit by
 * digit, since rows are many. Undefined of all else, which `parseAmount` reads.
 */
export function plainPence(text: string): Pence | undefined {
  const { length } = text;
  const isNegative = text.charCodeAt(0) === minus;
  const first = isNegative ? 1 : 0;
  const hasDecimals = text.charCodeAt(length - 3) === point;
  const wholeEnd = hasDecimals ? length - 3 : length;
  if (wholeEnd === first || wholeEnd - first > mostDigits - 2) return undefined;
  let pence = 0;
  for (let at = first; at < length; at += 1) {
    if (at === wholeEnd) continue;
    const digit = text.charCodeAt(at) - nought;
    if (digit < 0 || digit > 9) return undefined;
    pence = pence * 10 + digit;
  }
  if (!hasDecimals) pence *= 100;
  return BigInt(isNegative ? -pence : pence);
}

/** Whether a text is digits with at most one point, and a minus at most before them: it is as `plainPence` reads it. */
export function isPlainNumber(text: string): boolean {
  const first = text.charCodeAt(0) === minus ? 1 : 0;
  let points = 0;
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === point) points += 1;
    else if (code < nought || code > nought + 9) return false;
  }
  return text.length - points > first && points < 2;
}
