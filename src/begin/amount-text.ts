import { inFull, inPlaces, plainDecimal, total } from '../money/decimal.js';
import { parseAmount } from '../money/parse-amount.js';
import { absolute, type Pence } from '../money/pence.js';
import { digitsToPence, type Unit } from '../money/unit.js';

/** An amount as it is written in a unit, exactly and without needless decimals: `2443000`, `7208.5`. */
export function amountIn(unit: Unit, amountPence: Pence): string {
  const decimals = digitsToPence[unit];
  const digits = absolute(amountPence)
    .toString()
    .padStart(decimals + 1, '0');
  const part = digits.slice(-decimals).replace(/0+$/, '');
  const pounds = unit === 'pounds' && part !== '' ? part.padEnd(2, '0') : part;
  return `${amountPence < 0n ? '-' : ''}${digits.slice(0, -decimals)}${pounds === '' ? '' : `.${pounds}`}`;
}

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
