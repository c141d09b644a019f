import type { Pence } from '../../money/pence.js';
import type { Share } from '../../money/split.js';

/** A variance to attribute, and who may bear it. Positive is an overspend to bear, negative an underspend to hold. */
export interface Bearing {
  readonly variancePence: Pence;
  /** The body to which the funds were applied. */
  readonly appliedBy: string;
  /** Who shares, each with its agreed contribution to the pool in pence. */
  readonly sharers: ReadonlyMap<string, Pence>;
  /** Declared shares, in hundredths of a per cent. */
  readonly shares: ReadonlyMap<string, number>;
  /** The lead commissioner, or the host where none is declared. */
  readonly lead: string;
  /** Of a capped variance, the part below the limit. */
  readonly sharedPence: Pence;
}

/** Attributes a variance: the parts add up to it, to the penny. */
export type Policy = (bearing: Bearing) => Share[];

/** A worked case of a policy, in pence. */
export interface PolicyCase {
  readonly name: string;
  readonly bearing: Bearing;
  readonly expected: Readonly<Record<string, Pence>>;
}
