import type { Decimal } from '../../money/decimal.js';
import type { Pence } from '../../money/pence.js';
import type { Weight } from '../../money/split.js';

/** Who may bear a variance. */
export interface Sharers {
  /** The body to which the funds were applied. */
  readonly appliedBy: string;
  /** Who shares, each with its agreed contribution to the pool in pence. */
  readonly sharers: ReadonlyMap<string, Pence>;
  /** Declared shares, in percent. */
  readonly shares: ReadonlyMap<string, Decimal>;
  /** The lead commissioner, or the host where none is declared. */
  readonly lead: string;
}

/** By what weights a variance is shared. */
export type Policy = (among: Sharers) => Weight[];

/** A worked case of a policy, in pence. */
export interface PolicyCase {
  readonly name: string;
  readonly among: Sharers;
  readonly variancePence: Pence;
  /** Of a capped variance, the part below the limit. */
  readonly sharedPence: Pence;
  readonly expected: Readonly<Record<string, Pence>>;
}
