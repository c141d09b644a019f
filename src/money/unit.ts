/** What one whole number in a column of amounts stands for. */
export type Unit = 'pounds' | '£000' | '£m';

export const units: readonly Unit[] = ['pounds', '£000', '£m'];

/** How many decimal digits of a number in this unit make whole pence. */
export const digitsToPence: Readonly<Record<Unit, number>> = { pounds: 2, '£000': 5, '£m': 8 };

const thousands = /£\s*['’]?000s?\b|£\s*k\b|\b(?:gbp|pounds)[\s_]*000s?\b|[\s_(]['’]?000s?\)?\s*$/i;
const millions = /£\s*m\b|\b(?:gbp|pounds)[\s_]*m\b/i;
const pounds = /£|(?:\b|_)(?:gbp|pounds)\b/i;

/** The unit that the words of a column header declare, or undefined where they declare none. */
export function unitInHeader(header: string): Unit | undefined {
  if (thousands.test(header)) return '£000';
  if (millions.test(header)) return '£m';
  if (pounds.test(header)) return 'pounds';
  return undefined;
}

/** A header without the words that declare its unit: `amount (£000)` and `amount_000` are both `amount`. */
export function withoutUnit(header: string): string {
  return header
    .replace(/\(?\s*(?:£|\bgbp|\bpounds)?\s*['’]?000s?\s*\)?\s*$/i, '')
    .replace(/\(?\s*£\s*[mk]?\s*\)?\s*$/i, '')
    .replace(/[\s_(]*(?:gbp|pounds)(?:[\s_]*m)?\)?\s*$/i, '')
    .replace(/[\s_]+$/, '');
}
