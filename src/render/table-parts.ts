import { fromPounds, toPounds } from '../money/format-money.js';
import { sum } from '../money/pence.js';
import { type Cell, type Column, words } from './cell-table.js';

/** How wide a column of labels may be. */
export const labelWidth = 46;

/** A column of words, wrapped at its width. */
export function wordColumn(header: string, width: number = labelWidth): Column {
  return { header, align: 'left', width };
}

/** A column of figures. */
export function figureColumn(header: string): Column {
  return { header, align: 'right' };
}

/** A cell of a number that is no money: `1,234`; blank where it is not known. */
export function figure(value: number | string | undefined): Cell {
  return words(value === undefined ? '' : String(value).replace(/\B(?=(\d{3})+(\.|$))/g, ','));
}

/** The sum of amounts in pounds and pence. */
export function add(...pounds: readonly string[]): string {
  return toPounds(sum(pounds.map(fromPounds)));
}

/** An amount in pounds and pence within a sentence: `£1,234.00`. */
export function pounds(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',').replace(/^(-?)/, '$1£');
}

/** ` [i]` where the fund's transactions are made up. */
export function illustrativeMark({ provenance }: { readonly provenance: string }): string {
  return provenance === 'illustrative' ? ' [i]' : '';
}
