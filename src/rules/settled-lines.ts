import type { Money } from '../figures/books.js';
import { ifPositive, largest, less, nil, smallest } from '../figures/expression.js';
import { Figure, type Term } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';

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

/** What is left of it, and what was set against it. */
interface OpenLine extends MoneyKey {
  readonly terms: Term[];
  left: Money;
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
  const asOpen = ({ amount, ...key }: KeyedMoney): OpenLine => ({ ...key, terms: plus(amount), left: amount });
  const open = toSettle.map(asOpen);
  const left = settling.map(asOpen);
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
      .filter((line) => !line.left.isNil)
      .map(({ terms, left: _, ...key }) => ({ ...key, amount: Figure.money({ ...about, terms }) }));
  return { open: figures(open), over: figures(left) };
}

/** As much of a payment as a line of the other sign takes. */
function setAgainst(line: OpenLine, payment: OpenLine): void {
  if (line.left.isNil || payment.left.isNil || line.left.amount > 0n === payment.left.amount > 0n) return;
  const moved = Figure.money({
    what: 'set against it',
    how: 'as much of a payment as is left to settle',
    terms: plus(line.left, payment.left),
    formula: ([owed = nil, paid = nil]) =>
      ifPositive(paid, smallest(paid, largest(nil, less(nil, owed))), largest(paid, less(nil, largest(nil, owed)))),
  });
  take(line, plus(moved));
  take(payment, minus(moved));
}

function take(line: OpenLine, moved: readonly Term[]): void {
  line.left = Figure.money({ what: line.left.what, how: 'what is left of it', terms: [...plus(line.left), ...moved] });
  line.terms.push(...moved);
}
