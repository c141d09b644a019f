import { fromPounds, toPounds } from './format-money.js';
import { sum } from './pence.js';

/** The sum of amounts in pounds and pence as documents carry them. */
export function add(...pounds: readonly string[]): string {
  return toPounds(sum(pounds.map(fromPounds)));
}

/** An amount in pounds and pence within a sentence: `£1,234.00`. */
export function pounds(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',').replace(/^(-?)/, '$1£');
}
