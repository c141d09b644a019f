import type { Agreement } from '../agreement/agreement.js';
import type { Balance } from '../journal/journal.js';
import type { Pence } from '../money/pence.js';
import { Figure, type StatedAt, type Term } from './figure.js';

/** Figures that count as they are. */
export function plus(...figures: readonly Figure[]): Term[] {
  return plusAll(figures);
}

/** The same of a list that may be very long: more than a call can take one by one. */
export function plusAll(figures: readonly Figure[]): Term[] {
  return figures.map((figure) => ({ sign: 1n, figure }));
}

/** Figures that are taken away. */
export function minus(...figures: readonly Figure[]): Term[] {
  return figures.map((figure) => ({ sign: -1n, figure }));
}

/** Terms with the other sign. */
export function turned(terms: readonly Term[]): Term[] {
  return terms.map(({ sign, figure }) => ({ sign: sign === 1n ? -1n : 1n, figure }));
}

/** Balances of accounts as they stand, what is applied or what is in the pool; of a second fund with its agreement. */
export function balances(list: Iterable<Balance>, second?: Agreement): Term[] {
  return plusAll(Array.from(list, (of) => Figure.ofBalance({ of, factor: 1n, second })));
}

/** Balances of income, seen from the pool: what comes in is positive. */
export function incomes(list: Iterable<Balance>): Term[] {
  return plusAll(Array.from(list, (of) => Figure.ofBalance({ of, factor: -1n })));
}

/** An amount of money that is stated. */
export function stated(what: string, amountPence: Pence, at?: StatedAt): Term[] {
  return plus(Figure.stated('money', what, amountPence, at));
}

/** What terms come to, with their signs. */
export function sumOfTerms(terms: readonly Term[]): bigint {
  return terms.reduce((sum, { sign, figure }) => sum + sign * figure.amount, 0n);
}
