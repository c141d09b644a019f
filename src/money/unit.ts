/** What one whole number in a column of amounts stands for. */
export type Unit = 'pounds' | '£000' | '£m';

export const units: readonly Unit[] = ['pounds', '£000', '£m'];

/** What the figures of a published table may be in: money, or a percent, or a number of things. */
export type TableUnit = Unit | 'percent' | 'number';

export const tableUnits: readonly TableUnit[] = [...units, 'percent', 'number'];

/** How many decimal digits of a number in this unit make whole pence. */
export const digitsToPence: Readonly<Record<Unit, number>> = { pounds: 2, '£000': 5, '£m': 8 };

/** How many pounds one whole number in this unit is. */
export const poundsIn: Readonly<Record<Unit, number>> = { pounds: 1, '£000': 1000, '£m': 1_000_000 };

const currency = String.raw`(?:£|\bgbp\b|\bpounds\b)`;
const thousand = String.raw`(?:(?<![\w,.])'?000'?s?\b|(?<=£\s*)'?(?:1,?)?000'?s?\b|\bthousands?\b)`;
const inThousands = new RegExp(`${thousand}|${currency}\\s*k\\b`, 'i');
const inMillions = new RegExp(`\\bmillions?\\b|${currency}\\s*mn?\\b`, 'i');
/** A pound sign with a figure or a letter at it is some other unit, and none that is known. */
const inPounds = new RegExp(`${currency}(?!\\w|\\s*[.,'\\d]|\\s*bn\\b)`, 'i');
const unitAtEnd = new RegExp(
  `[\\s(]*(?:\\bin\\s+)?(?:${currency}\\s*(?:${thousand}|\\bk\\b|k\\b|mn?\\b|\\bmillions?\\b)?|${thousand}|\\bmillions?\\b)\\s*\\)?\\s*$`,
  'i',
);

/** The unit that the words of a column header declare, or undefined where they declare none. */
export function unitInHeader(header: string): Unit | undefined {
  const plain = plainly(header);
  if (inThousands.test(plain)) return '£000';
  if (inMillions.test(plain)) return '£m';
  return inPounds.test(plain) ? 'pounds' : undefined;
}

/** A header without the words that declare its unit: `amount (£000)` and `amount_000` are both `amount`. */
export function withoutUnit(header: string): string {
  return unitInHeader(header) === undefined ? header : plainly(header).replace(unitAtEnd, '');
}

function plainly(header: string): string {
  return header.replace(/_/g, ' ').replace(/[‘’]/g, "'");
}
