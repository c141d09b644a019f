import { type Cell, words } from '../statement/cell-table.js';

/** A cell of a number that is no money: `1,234`; blank where it is not known. */
export function figure(value: number | string | undefined): Cell {
  return words(value === undefined ? '' : String(value).replace(/\B(?=(\d{3})+(\.|$))/g, ','));
}

/** ` [i]` where the fund's transactions are made up. */
export function illustrativeMark({ provenance }: { readonly provenance: string }): string {
  return provenance === 'illustrative' ? ' [i]' : '';
}
