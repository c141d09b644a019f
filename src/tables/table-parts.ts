import { type Cell, words } from '../statement/cell-table.js';

/** A cell of a number that is no money: `1,234`; blank where it is not known. */
export function figure(value: number | string | undefined): Cell {
  const [whole = '', decimals] = value === undefined ? [] : String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return words(decimals === undefined ? grouped : `${grouped}.${decimals}`);
}

/** ` [i]` where the fund's transactions are made up. */
export function illustrativeMark({ provenance }: { readonly provenance: string }): string {
  return provenance === 'illustrative' ? ' [i]' : '';
}
