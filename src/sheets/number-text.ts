import { asDecimal, inFull } from '../money/decimal.js';

/** The digits that a spreadsheet keeps of a number; what stands behind them in a file is noise of its own sums. */
const digitsKept = 15;

/** Of those the digits that the sum of a long column can be trusted in. */
const digitsOfSums = 12;

/** What a sum that comes to nothing leaves behind: far less than a penny of a ledger in millions. */
const leftOfNothing = 1e-10;

/**
 * A number of a spreadsheet plainly, `1234.56` and never `1.23456e3`. This is the one rule of what is noise: the digits
 * that no spreadsheet shows; what is left where a sum comes to nothing; and behind at least four noughts the last three of
 * a long sum, `1234567.89000002`. All else is kept, so that an amount that is no whole penny is named, and none is rounded.
 */
export function numberText(value: number): string {
  if (Math.abs(value) < leftOfNothing) return '0';
  const shown = asDecimal(value).toSignificantDigits(digitsKept);
  const summed = shown.toSignificantDigits(digitsOfSums);
  const isNoise = summed.decimalPlaces() + 4 <= shown.decimalPlaces();
  return inFull(isNoise ? summed : shown);
}

/** A number that is shown in percent, so that none is taken for an amount: `50%`. */
export function percentText(value: number): string {
  return `${inFull(asDecimal(value).toSignificantDigits(digitsKept).times(100))}%`;
}
