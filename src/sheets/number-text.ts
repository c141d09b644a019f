import { asDecimal, inFull } from '../money/decimal.js';

/** The digits that a spreadsheet keeps of a number; what stands behind them in a file is noise of its own sums. */
const digitsKept = 15;

/** A number of a spreadsheet as its cell shows it, plainly: `1234.56`, never `1.23456e3`. */
export function numberText(value: number): string {
  return inFull(asDecimal(value).toSignificantDigits(digitsKept));
}
