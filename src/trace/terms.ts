import type { Place } from '../diagnostics/diagnostic.js';
import type { RowReference } from '../ledger/row-types.js';
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

/** Steps that no statement prints. */
export function step(made: Step, sign: 1n | -1n = 1n): Term {
  return { sign, from: 'step', step: made };
}

/** Something stated. */
export function given(stated: Given): Term {
  return { sign: 1n, from: 'given', given: stated };
}

/** An amount of money that is stated. */
export function stated(what: string, amount: Pence, at?: RowReference | Place): Term {
  return given({ what, unit: 'money', amount, at });
}
