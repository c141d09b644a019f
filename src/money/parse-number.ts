/** Why a text is not a number, as what it is. */
export type NumberFault =
  | 'blank'
  | 'hashes'
  | 'excel-error'
  | 'scientific'
  | 'two-signs'
  | 'continental'
  | 'misplaced-comma'
  | 'too-long'
  | 'date'
  /** CR or DR beside it: which of them is money in, the ledger has to say. */
  | 'credit-mark'
  /** A formula or an apostrophe, with which Excel keeps a number as text. */
  | 'kept-as-text'
  /** `12k`, `£1.2m`. */
  | 'abbreviated'
  /** A word for no amount: NULL, nil, n/a, TBC. */
  | 'no-value'
  | 'not-a-number';

/** A number by its digits: nothing is lost of what was written. */
export interface WrittenDigits {
  readonly isNegative: boolean;
  /** Before the point, without commas. */
  readonly whole: string;
  /** Behind the point; '' where there is none. */
  readonly decimals: string;
}

const numberPattern = /^(?=\.?\d)([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d*)(?:\.(\d+))?$/;
/** More digits than this before the point are a slip of the keyboard: the whole of the NHS in pounds is twelve. */
export const mostWholeDigits = 15;
const nilDash = /^[£\s]*[-–—][£\s]*$/;

/**
 * The digits of a number as finance staff write it: `1234.56`, `1,234.56`, `1 234.56`, `.56`, `£1,234`, `GBP 1,234`, `(1,234.56)`,
 * `[1,234]`, `-1,234`, `1,234-`, `+1,234`, and `-` for nil. What else a machine would read, such as `0x10`, `1e21`, `Infinity`
 * or `NaN`, is no number here.
 */
export function readNumber(text: string): WrittenDigits | { readonly fault: NumberFault } {
  const bare = text
    .replace(/[\u00a0\u202f\u2007\u2009]/g, ' ')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  if (bare === '') return { fault: 'blank' };
  if (nilDash.test(bare)) return { isNegative: false, whole: '0', decimals: '' };

  const inPounds = bare.replace(/^GBP\s*(?=[-+([\d.])/i, '£').replace(/(?<=[\d)\]-])\s*GBP$/i, '');
  const bracketed = /^£?\s*(?:\((.*)\)|\[(.*)\])$/.exec(inPounds);
  const leading = /^(?:£\s*-|-\s*£?)(.*)$/.exec(inPounds);
  const trailing = /^(.*)-$/.exec(inPounds);
  const negative = bracketed ?? leading ?? trailing;
  const positive = /^(?:£\s*\+|\+\s*£?)(.*)$/.exec(inPounds);
  // Spaces stand around signs and before three digits only: elsewhere they may part two numbers.
  const unsigned = (negative?.[1] ?? negative?.[2] ?? positive?.[1] ?? inPounds).trim().replace(/^£\s*/, '');
  const match = numberPattern.exec(unsigned);
  if (match === null) return { fault: faultOf(bare, unsigned) };
  const [, whole = '', decimals = ''] = match;
  return { isNegative: negative !== null, whole: whole.replace(/[, ]/g, '') || '0', decimals };
}

function faultOf(bare: string, unsigned: string): NumberFault {
  if (/^#+$/.test(bare)) return 'hashes';
  if (/^#/.test(unsigned)) return 'excel-error';
  if (/^[\d.,]+e[+-]?\d+$/i.test(unsigned)) return 'scientific';
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(bare)) return 'date';
  if (/^(\d{1,3}(\.\d{3})*|\d+),\d{1,2}$|^0,\d+$/.test(unsigned)) return 'continental';
  if (/^(?:[cd]r\.?\s*[£\d].*|.*\d\s*[cd]r\.?)$/i.test(bare)) return 'credit-mark';
  if (/^(?:=\s*"?|['’])\s*[-+£(]?[\d.]/.test(bare)) return 'kept-as-text';
  if (/^\d[\d,.]*\s*(?:k|mn?|bn|thousand|million|billion)$/i.test(unsigned)) return 'abbreviated';
  if (/^(?:\(?null\)?|\\n|none|nan|n\/?a|nil|tb[acd])$/i.test(bare)) return 'no-value';
  const signs = bare.split(/[-+]/).length - 1 + Number(/\(.*\)|\[.*\]/.test(bare));
  if (signs > 1 && /^[-+£()[\]\s\d,.]+$/.test(bare)) return 'two-signs';
  if (/^[\d,]+(\.\d+)?$/.test(unsigned)) return 'misplaced-comma';
  return 'not-a-number';
}
