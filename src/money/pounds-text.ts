import { fromPounds, toPounds } from './format-money.js';
import { type Pence, sum } from './pence.js';

/** The sum of amounts in pounds and pence as documents carry them. */
export function add(...pounds: readonly string[]): string {
  return toPounds(sum(pounds.map(fromPounds)));
}

/** The sum of amounts of which some may not be known: then it is not known either. */
export function addKnown(pounds: readonly (string | undefined)[]): string | undefined {
  const known = pounds.flatMap((amount) => amount ?? []);
  return known.length === pounds.length ? add(...known) : undefined;
}

/** An amount as documents carry it; not known where it is undefined. */
export function knownPounds(pence: Pence | undefined): string | undefined {
  return pence === undefined ? undefined : toPounds(pence);
}

/** The total of a column: nil of none, and not known where any of it is not. */
export function totalOf(amounts: readonly (string | undefined)[]): string | undefined {
  return amounts.length === 0 ? '0.00' : addKnown(amounts);
}

/** One amount less another; not known where either is not. */
export function subtract(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined ? undefined : toPounds(fromPounds(one) - fromPounds(other));
}

/** An amount without its sign. */
export function unsigned(amount: string): string {
  return amount.replace(/^-/, '');
}

/** An amount within a sentence with what became of it: `£5.00 received`, or `received not known`. */
export function saidOf(amount: string | undefined, what: string): string {
  return amount === undefined ? `${what} not known` : `${pounds(amount)} ${what}`;
}

/** An amount in pounds and pence within a sentence: `£1,234.00`. */
export function pounds(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',').replace(/^(-?)/, '$1£');
}
