import { fromPounds, inPounds, toPounds } from './format-money.js';
import { absolute, type Pence, sum } from './pence.js';

/** An amount as documents carry it, or as a figure has it. */
export type Pounds = string | { readonly unit: 'money'; readonly amount: Pence; readonly toString: () => string };

function penceOf(pounds: Pounds): Pence {
  return typeof pounds === 'string' ? fromPounds(pounds) : pounds.amount;
}

/** The sum of amounts in pounds and pence as documents carry them. */
export function add(...pounds: readonly Pounds[]): string {
  return toPounds(sum(pounds.map(penceOf)));
}

/** The sum of amounts of which some may not be known: then it is not known either. */
export function addKnown(pounds: readonly (Pounds | undefined)[]): string | undefined {
  const known = pounds.flatMap((amount) => amount ?? []);
  return known.length === pounds.length ? add(...known) : undefined;
}

/** The total of a column: nil of none, and not known where any of it is not. */
export function totalOf(amounts: readonly (Pounds | undefined)[]): string | undefined {
  return amounts.length === 0 ? '0.00' : addKnown(amounts);
}

/** One amount less another; not known where either is not. */
export function subtract(one: Pounds | undefined, other: Pounds | undefined): string | undefined {
  return one === undefined || other === undefined ? undefined : toPounds(penceOf(one) - penceOf(other));
}

/** An amount without its sign. */
export function unsigned(amount: Pounds): string {
  return toPounds(absolute(penceOf(amount)));
}

/** Whether an amount is nil. */
export function isNil(amount: Pounds): boolean {
  return penceOf(amount) === 0n;
}

/** An amount within a sentence with what became of it: `£5.00 received`, or `received not known`. */
export function saidOf(amount: Pounds | undefined, what: string): string {
  return amount === undefined ? `${what} not known` : `${pounds(amount)} ${what}`;
}

/** An amount within a sentence, with all its decimals: `£1,234.00`. */
export function pounds(amount: Pounds): string {
  return inPounds(String(amount));
}
