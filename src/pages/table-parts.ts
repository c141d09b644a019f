import { Figure } from '../figures/figure.js';
import { separated } from '../money/format-money.js';
import { type Cell, words } from '../statement/cell-table.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';

/** A number of a cell: a figure, or as text. */
type Shown = Figure | number | string | undefined;

/** A cell of a number that is no money: `1,234`; blank where it is not known. */
export function figure(value: Shown): Cell {
  const cell = words(value === undefined ? '' : separated(String(value)));
  return value instanceof Figure && value.name !== undefined ? { ...cell, figure: value.name } : cell;
}

/** ` [i]` where the fund's transactions are made up. */
export function illustrativeMark({ provenance }: { readonly provenance: string }): string {
  return provenance === 'illustrative' ? ' [i]' : '';
}

/** `Actual to Q2`; where the year has not begun there is no quarter to say. */
export function actualTo({ asAt, stage }: Pick<FundStatement, 'asAt' | 'stage'>): string {
  return asAt === undefined || stage === 'not-begun' ? 'Actual' : `Actual to ${asAt}`;
}
