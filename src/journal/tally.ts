import { type IsoDate, isUpTo, type Quarter } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import { type Pence, sum } from '../money/pence.js';

/** What the rows of one kind and quarter add up to as they are read, beside the journal and apart from it. */
export interface Tally {
  readonly kind: LedgerKind;
  /** Undefined for rows that belong to no quarter. */
  readonly quarter: Quarter | undefined;
  readonly rows: number;
  readonly amountPence: Pence;
  /** The latest day of them, where they have days. */
  readonly lastDate?: IsoDate | undefined;
}

class RunningTally implements Tally {
  readonly kind: LedgerKind;
  readonly quarter: Quarter | undefined;
  rows = 0;
  amountPence: Pence = 0n;
  lastDate: IsoDate | undefined;

  constructor(kind: LedgerKind, quarter: Quarter | undefined) {
    this.kind = kind;
    this.quarter = quarter;
  }

  add(amountPence: Pence, date: IsoDate | undefined): void {
    this.rows += 1;
    this.amountPence += amountPence;
    if (date !== undefined && (this.lastDate === undefined || date > this.lastDate)) this.lastDate = date;
  }
}

/** Adds up amounts by kind and quarter. */
export class Tallies {
  readonly #byKey = new Map<string, RunningTally>();

  /** What the rows of a kind and a quarter are added to. */
  of(kind: LedgerKind, quarter: Quarter | undefined): RunningTally {
    const key = `${kind}\0${quarter ?? ''}`;
    const tally = this.#byKey.get(key) ?? new RunningTally(kind, quarter);
    this.#byKey.set(key, tally);
    return tally;
  }

  /** The tallies of a kind up to and with a quarter. */
  upTo(kind: LedgerKind, asAt: Quarter): Tally[] {
    return this.#of(kind).filter(({ quarter }) => quarter === undefined || isUpTo(quarter, asAt));
  }

  /** The tallies of every kind in a quarter. */
  in(quarter: Quarter): Tally[] {
    return [...this.#byKey.values()].filter((tally) => tally.quarter === quarter);
  }

  /** The tallies of a kind after a quarter. */
  after(kind: LedgerKind, asAt: Quarter): Tally[] {
    return this.#of(kind).filter(({ quarter }) => quarter !== undefined && !isUpTo(quarter, asAt));
  }

  #of(kind: LedgerKind): Tally[] {
    return [...this.#byKey.values()].filter((tally) => tally.kind === kind);
  }
}

/** What tallies come to in pence. */
export function sumOf(tallies: readonly Tally[]): Pence {
  return sum(tallies.map(({ amountPence }) => amountPence));
}
