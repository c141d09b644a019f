import { amountIn } from '../money/amount-text.js';
import { inFull, inPlaces, plainDecimal, total } from '../money/decimal.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Unit } from '../money/unit.js';

/** The sum of amounts written in a unit, each of which is known to be one. */
export function sumOfTexts(texts: readonly string[], unit: Unit): string {
  let sumPence = 0n;
  for (const text of texts) {
    const parsed = parseAmount(text, unit);
    if ('fault' in parsed) throw new Error(`not an amount: ${text}`);
    sumPence += parsed.pence;
  }
  return amountIn(unit, sumPence);
}

/** The sum of percents, each of which is known to be one. */
export function sumOfPercents(texts: readonly string[]): string {
  const sum = total(
    texts.map((text) => {
      const percent = plainDecimal(text);
      if (percent === undefined) throw new Error(`not a percent: ${text}`);
      return percent;
    }),
  );
  return sum.isInteger() ? inFull(sum) : inPlaces(sum);
}
