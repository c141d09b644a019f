import type { Pence } from './pence.js';
import { digitsToPence, type Unit } from './unit.js';

/** Why a text is not an amount, as what it is. */
export type AmountFault =
  | 'blank'
  | 'hashes'
  | 'excel-error'
  | 'scientific'
  | 'two-signs'
  | 'continental'
  | 'misplaced-comma'
  | 'too-precise'
  | 'too-long'
  | 'date'
  | 'not-a-number';

export type ParsedAmount = { readonly pence: Pence } | { readonly fault: AmountFault };

const amountPattern = /^([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
/** More digits of pounds than this are a slip of the keyboard: the whole of the NHS is twelve. */
export const mostDigitsOfPounds = 15;
const nilDash = /^[£\s]*[-–—][£\s]*$/;

/**
 * Reads an amount as finance staff write it: `1234.56`, `1,234.56`, `£1,234`, `(1,234.56)`, `-1,234`,
 * `1,234-`, and `-` for nil. The result is exact pence; the text is in `unit`, which nobody guesses.
 * Blank is a fault here: whether it may mean nil is the column's to say.
 */
export function parseAmount(text: string, unit: Unit): ParsedAmount {
  const bare = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u2212/g, '-')
    .trim();
  if (bare === '') return { fault: 'blank' };
  if (nilDash.test(bare)) return { pence: 0n };

  const bracketed = /^£?\s*\((.*)\)$/.exec(bare);
  const leading = /^(?:£\s*-|-\s*£?)(.*)$/.exec(bare);
  const trailing = /^(.*)-$/.exec(bare);
  const signed = bracketed ?? leading ?? trailing;
  // Spaces stand around signs only: between digits they may part two amounts.
  const unsigned = (signed?.[1] ?? bare).trim().replace(/^£\s*/, '');
  const match = amountPattern.exec(unsigned);
  if (match === null) return { fault: faultOf(bare, unsigned) };

  const [, whole = '', fraction = ''] = match;
  const digits = digitsToPence[unit];
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > digits) return { fault: 'too-precise' };
  const inPence = whole.replaceAll(',', '').replace(/^0+/, '') + kept.padEnd(digits, '0');
  if (inPence.length > mostDigitsOfPounds + digitsToPence.pounds) return { fault: 'too-long' };
  const pence = BigInt(inPence);
  return { pence: signed ? -pence : pence };
}

/** Whether a text begins as a name does, and as no amount: figures are named where an amount might stand. */
export function isName(text: string): boolean {
  return /^-?\s*\p{L}/u.test(text.trim());
}

function faultOf(bare: string, unsigned: string): AmountFault {
  if (/^#+$/.test(bare)) return 'hashes';
  if (/^#/.test(unsigned)) return 'excel-error';
  if (/^[\d.,]+e[+-]?\d+$/i.test(unsigned)) return 'scientific';
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(bare)) return 'date';
  if (/^(\d{1,3}(\.\d{3})*|\d+),\d{1,2}$|^0,\d+$/.test(unsigned)) return 'continental';
  const signs = bare.split('-').length - 1 + Number(/\(.*\)/.test(bare));
  if (signs > 1 && /^[-£()\s\d,.]+$/.test(bare)) return 'two-signs';
  if (/^[\d,]+(\.\d+)?$/.test(unsigned)) return 'misplaced-comma';
  return 'not-a-number';
}
