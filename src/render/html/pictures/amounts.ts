import type { Money } from '../../../figures/books.js';
import { inShort, inUnit, type ShortUnit, unitFor } from '../../../money/short-money.js';

/** How amounts that stand side by side are written: all in one unit, but none that is not nil as nothing. */
export type AmountText = (amount: Money) => string;

/** Writes amounts in the unit of the largest of these. */
export function amountsLike(amounts: readonly (Money | undefined)[]): AmountText {
  const unit = unitFor(amounts.flatMap((money) => money?.amount ?? []));
  return (money) => textIn(money, unit);
}

function textIn({ amount, isNil }: Money, unit: ShortUnit): string {
  if (isNil) return '£0';
  const text = inUnit(amount, unit);
  if (/[1-9]/.test(text)) return text;
  return `${amount < 0n ? '−' : ''}${inShort(amount)}`;
}
