import { parseAmount } from '../money/parse-amount.js';

/** How long a header is, and which of its columns hold numbers. */
export interface Width {
  readonly length: number;
  readonly numbers: readonly number[];
}

const hasPence = /\.\d\d\D*$/;

/**
 * Whether a row that is longer than its header by blank cells may as well be one that a comma within a cell has moved:
 * `Flat 4, 200,1234.56,R1,` could be £200 or £1,234.56. It is not where a number with pence has none behind it.
 */
export function mayBeMoved(fields: readonly string[], { length, numbers }: Width): boolean {
  const surplus = fields.length - length;
  return numbers.some((index) => {
    const own = (fields[index] ?? '').trim();
    return fields.slice(index + 1, index + 1 + surplus).some((field) => {
      const text = field.trim();
      const isNumber = /\d/.test(text) && 'pence' in parseAmount(text, 'pounds');
      return isNumber && (hasPence.test(text) || !hasPence.test(own));
    });
  });
}
