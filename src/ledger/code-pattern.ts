/** What a code of an export has to be, as a line of a table says it: a code, a range of them, or any. */
export type CodePattern = { readonly kind: 'code'; readonly code: string } | CodeRange | { readonly kind: 'any' };

/** Codes of digits, all with the same letters before them; `900-1100` has codes of three digits and of four. */
interface CodeRange {
  readonly kind: 'range';
  readonly text: string;
  readonly letters: string;
  readonly from: string;
  readonly to: string;
}

/** Why a cell is no pattern: `50*`, `3500-3000`, `0900-11000`. */
export type PatternFault = 'part-star' | 'turned' | 'noughts';

const range = /^(\p{L}*)(\d+)\s*(?:-|–|to)\s*(\p{L}*)(\d+)$/iu;

/**
 * `40312`, `40310-40319` or `A100 to A199`, `*`. A code that is itself written so has an apostrophe before it. Of the
 * numbers of a code with parts, such as `40312-101`, the first is longer: it is a code.
 */
export function patternOf(text: string): CodePattern | PatternFault {
  if (text === '*') return { kind: 'any' };
  if (text.startsWith("'") && isPattern(text.slice(1))) return { kind: 'code', code: text.slice(1) };
  if (text.includes('*')) return 'part-star';
  const [, letters = '', from = '', same = '', to = ''] = range.exec(text) ?? [];
  if (from === '' || letters.toLowerCase() !== same.toLowerCase() || from.length > to.length) {
    return { kind: 'code', code: text };
  }
  if (from.length < to.length && from.startsWith('0')) return 'noughts';
  if (from.length === to.length && from > to) return 'turned';
  return { kind: 'range', text, letters, from, to };
}

/** Whether a text means something else in a table than the code that it is. */
export function isPattern(text: string): boolean {
  const pattern = patternOf(text);
  return typeof pattern === 'string' || pattern.kind !== 'code' || pattern.code !== text;
}

/** What a line of a table has for a code. */
export function patternText(pattern: CodePattern): string {
  switch (pattern.kind) {
    case 'code':
      return pattern.code;
    case 'range':
      return pattern.text;
    case 'any':
      return '*';
  }
}

export function fits(pattern: CodePattern, code: string): boolean {
  switch (pattern.kind) {
    case 'code':
      return pattern.code.toLowerCase() === code.toLowerCase();
    case 'range': {
      // A code may itself be written as a range is.
      if (code === pattern.text) return true;
      const number = numberIn(pattern, code);
      const isOfLength =
        number?.length === pattern.from.length || (pattern.from.length < pattern.to.length && !number?.startsWith('0'));
      return number !== undefined && isOfLength && isBetween(number, pattern);
    }
    case 'any':
      return true;
  }
}

/** Whether a code would fit but for noughts before its number, which a spreadsheet drops. */
export function fitsButForNoughts(pattern: CodePattern, code: string): boolean {
  switch (pattern.kind) {
    case 'code':
      return /^\d+$/.test(code) && /^\d+$/.test(pattern.code) && withoutNoughts(pattern.code) === withoutNoughts(code);
    case 'range': {
      const number = pattern.letters === '' ? numberIn(pattern, code) : undefined;
      return number !== undefined && isBetween(number, pattern);
    }
    case 'any':
      return false;
  }
}

/** The digits of a code behind the letters of a range; undefined of any other code. */
function numberIn({ letters }: CodeRange, code: string): string | undefined {
  const number = code.slice(letters.length);
  return code.slice(0, letters.length).toLowerCase() === letters.toLowerCase() && /^\d+$/.test(number)
    ? number
    : undefined;
}

function isBetween(number: string, { from, to }: CodeRange): boolean {
  return BigInt(from) <= BigInt(number) && BigInt(number) <= BigInt(to);
}

function withoutNoughts(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
