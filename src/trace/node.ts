import type { Agreement } from '../agreement/agreement.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Figure, RuleOfFigure } from '../figures/figure.js';
import type { Unit } from '../figures/unit.js';
import type { Balance } from '../journal/journal.js';
import type { RowReference } from '../ledger/row-types.js';

export type { RuleOfFigure, Unit };

/**
 * How a figure comes about. Without a formula its terms add up to it, with their signs; with one they are what the
 * formula takes, in their order, and it gives the figure.
 */
export interface Explanation {
  /** What the figure is, in words. */
  readonly what: string;
  /** How it is made, in words. */
  readonly how: string;
  readonly rule?: RuleOfFigure | undefined;
  readonly terms: readonly Term[];
  /** Where it is not what the figure's place in the statement says: a control may count anything. */
  readonly unit?: Unit;
  /** How many decimals it has; left out: as many as the longest of its terms, and what its unit has at least. */
  readonly places?: number;
  /** Takes the terms without their signs, each in its own unit and with its own decimals. */
  readonly formula?: ((amounts: readonly bigint[]) => bigint) | undefined;
}

/** A step on the way to a figure that no statement prints. */
export interface Step extends Explanation {
  readonly unit: Unit;
}

/** What a figure is made of. */
export type Term = { readonly sign: 1n | -1n } & Source;

type Source =
  | { readonly from: 'figure'; readonly name: string }
  | { readonly from: 'made'; readonly figure: Figure }
  | { readonly from: 'step'; readonly step: Step }
  | {
      readonly from: 'balance';
      readonly balance: Balance;
      readonly factor: 1n | -1n;
      /** The agreement of the second fund, where two are compared and the rows are in its folder. */
      readonly second?: Agreement | undefined;
    }
  | { readonly from: 'given'; readonly given: Given };

/** What is stated and not made of anything: a line of the agreement, a row of admissions, a date. */
export interface Given {
  readonly what: string;
  readonly unit: Unit;
  readonly amount: bigint;
  /** How many decimals it is stated with, where they are more than its unit has. */
  readonly places?: number;
  /** Where it stands; absent where it follows from something else, such as from there being no such row. */
  readonly at?: RowReference | Place | undefined;
}
