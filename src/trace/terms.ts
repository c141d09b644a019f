import type { Agreement } from '../agreement/agreement.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Figure } from '../figures/figure.js';
import type { Balance } from '../journal/journal.js';
import type { RowReference } from '../ledger/row-types.js';
import { type Decimal, digitsOf, placesFor } from '../money/decimal.js';
import type { Pence } from '../money/pence.js';
import { keyed } from '../statement/figure-names.js';
import type { Given, Step, Term } from './node.js';

/** The name of an item of a list: `by-partner[partner=09C]`. */
export function item(list: string, keys: Readonly<Record<string, string | undefined>>): string {
  return `${list}[${keyed(Object.entries(keys))}]`;
}

/** A figure that counts as it is. */
export function figure(name: string): Term {
  return { sign: 1n, from: 'figure', name };
}

/** Figures that count as they are. */
export function plus(...names: readonly string[]): Term[] {
  return names.map(figure);
}

/** Figures that are taken away. */
export function minus(...names: readonly string[]): Term[] {
  return names.map((name) => ({ sign: -1n, from: 'figure', name }));
}

/** Figures that are made already, as they count. */
export function added(...figures: readonly Figure[]): Term[] {
  return figures.map((own) => ({ sign: 1n, from: 'made', figure: own }));
}

/** Steps that no statement prints. */
export function step(made: Step, sign: 1n | -1n = 1n): Term {
  return { sign, from: 'step', step: made };
}

/** Balances of accounts as they stand, what is applied or what is in the pool, of a second fund with its agreement. */
export function balances(list: Iterable<Balance>, sign: 1n | -1n = 1n, second?: Agreement): Term[] {
  return [...list].map((balance) => ({ sign, from: 'balance', balance, factor: 1n, second }));
}

/** Something stated. */
export function given(stated: Given): Term {
  return { sign: 1n, from: 'given', given: stated };
}

/** A number that is stated, with all its decimals, or with as many as others beside it have. */
export function statedNumber(number: Decimal, { places = placesFor([number]), ...what }: Omit<Given, 'amount'>): Term {
  return given({ ...what, amount: digitsOf(number, places), places });
}

/** An amount of money that is stated. */
export function stated(what: string, amount: Pence, at?: RowReference | Place): Term {
  return given({ what, unit: 'money', amount, at });
}
