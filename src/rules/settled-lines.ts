import type { Money } from '../figures/books.js';
import { Figure } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { absolute, type Pence } from '../money/pence.js';

/** Where money stands: whose it was, from what source, tied to a heading or not (''). */
export interface MoneyKey {
  readonly schedule: string;
  readonly source: string;
  readonly purpose: string;
}

/** An amount that is to be settled, or that settles: with opposite signs they go against each other. */
export interface KeyedMoney extends MoneyKey {
  readonly amount: Money;
}

/** What is left of amounts, and what settles more than there is. */
export interface Settled {
  readonly open: readonly KeyedMoney[];
  readonly over: readonly KeyedMoney[];
}

/** What is left of it. */
interface OpenLine extends MoneyKey {
  readonly terms: Money[];
  pence: Pence;
}

/**
 * What is left of amounts when what settles them is set against them (R5): first against what stands in the same place, then
 * against what is tied alike, then against the rest in its order. Only amounts of opposite signs are set against each
 * other, and none of the amounts that are settled; what was paid beyond them goes against what of that was paid back. What
 * is left adds up to all of both.
 */
export function settledLines(
  toSettle: readonly KeyedMoney[],
  settling: readonly KeyedMoney[],
  about: { readonly what: string; readonly how: string },
): Settled {
  const open = toSettle.map(({ amount, ...key }): OpenLine => ({ ...key, terms: [amount], pence: amount.amount }));
  const left = settling.map(({ amount, ...key }): OpenLine => ({ ...key, terms: [amount], pence: amount.amount }));
  const alike: readonly ((a: MoneyKey, b: MoneyKey) => boolean)[] = [
    (a, b) => a.schedule === b.schedule && a.purpose === b.purpose && a.source === b.source,
    (a, b) => a.schedule === b.schedule && a.purpose === b.purpose,
    () => true,
  ];
  for (const isAlike of alike) {
    for (const lines of [open, left]) {
      for (const payment of left) for (const line of lines) if (isAlike(line, payment)) setAgainst(line, payment);
    }
  }
  const figures = (rest: readonly OpenLine[]) =>
    rest
      .filter(({ pence }) => pence !== 0n)
      .map(({ terms, pence, ...key }) => ({
        ...key,
        amount: Figure.money({ ...about, terms: plus(...terms), part: pence }),
      }));
  return { open: figures(open), over: figures(left) };
}

/** As much of a payment as a line of the other sign takes. */
function setAgainst(line: OpenLine, payment: OpenLine): void {
  if (line.pence === 0n || payment.pence === 0n || line.pence > 0n === payment.pence > 0n) return;
  const [most, sign] = [absolute(line.pence), payment.pence > 0n ? 1n : -1n];
  const moved = sign * (absolute(payment.pence) < most ? absolute(payment.pence) : most);
  line.pence += moved;
  payment.pence -= moved;
  line.terms.push(...payment.terms);
}
