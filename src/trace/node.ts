import type { Agreement } from '../agreement/agreement.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { Balance } from '../journal/journal.js';
import type { RowReference } from '../ledger/row-types.js';
import type { NamedFigure } from '../statement/figure-names.js';

/** What an amount counts: it is pence, a whole number, hundredths, or millionths of a pound where it is exact. */
export type Unit = NamedFigure['unit'];

/** The rule of the agreement that makes a figure, and its clause. */
export interface RuleOfFigure {
  readonly id: 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6';
  readonly clause: string;
}

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
  /** Takes the terms without their signs, each in its own unit. */
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
  /** Where it stands; absent where it follows from something else, such as from there being no such row. */
  readonly at?: RowReference | Place | undefined;
}

/** A part of a tree: its explanation looked up, its amount known. */
export interface TraceNode {
  readonly name?: string | undefined;
  readonly what: string;
  readonly how: string;
  readonly unit: Unit;
  readonly amount: bigint;
  /** Whether it is a percent that its statement rounds to one decimal. */
  readonly isOfOneDecimal?: boolean;
  readonly rule?: RuleOfFigure | undefined;
  readonly kind: 'sum' | 'formula' | 'rows' | 'given';
  readonly parts: readonly TracePart[];
  readonly balance?: { readonly of: Balance; readonly factor: 1n | -1n; readonly isOfSecond: boolean };
  readonly at?: RowReference | Place | undefined;
}

export interface TracePart {
  readonly sign: 1n | -1n;
  readonly node: TraceNode;
}
