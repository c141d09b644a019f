import type { Money } from '../figures/books.js';
import type { Count } from '../figures/figure.js';

/** What a page shows of a statement in pictures: plain data, whose amounts are figures and whose words are labels. */
export type Picture = FlowPicture | BarsPicture | BalancePicture | EarningsPicture | TanksPicture | ArrivalsPicture;

/** On which side a body stands, by its kind in the agreement; `other` where it is none of them, or several together. */
export type Side = 'council' | 'nhs' | 'district' | 'other';

/** The side of a partner or group, by its code. */
export type SideOf = (code: string) => Side;

/** What every picture says of itself, for who cannot see it. */
interface Titled {
  /** What it shows, in words. */
  readonly title: string;
}

/** The flow of funds: sources → pool → headings → who applies them. */
export interface FlowPicture extends Titled {
  readonly kind: 'flow';
  readonly pools: readonly PoolFlow[];
  /** Who is on a side, for the key: in the order in which they come. */
  readonly sides: readonly Side[];
  /** Whether anything has happened yet. */
  readonly isBegun: boolean;
  /** What a band cannot show: paid back, or more than agreed. */
  readonly beyond: readonly FlowBeyond[];
}

export interface PoolFlow {
  readonly label: string;
  readonly plan: Money;
  readonly sources: readonly FlowBand[];
  readonly headings: readonly FlowBand[];
  readonly appliers: readonly FlowApplier[];
}

/** A band as thick as its plans together: one source or heading, or the smaller ones in one. */
export interface FlowBand {
  readonly label: string;
  /** How many are in it, where it is of several. */
  readonly many: ManyInBand | undefined;
  readonly side: Side;
  readonly parts: readonly FlowPart[];
  /** Of a heading: kept and spent by its owner, and never in the pool. */
  readonly isAligned: boolean;
}

/** How many are drawn in one band, and what one of them is, and several. */
export interface ManyInBand {
  readonly count: Count;
  readonly noun: readonly [one: string, several: string];
}

export interface FlowPart {
  readonly plan: Money;
  /** What came, or was applied; undefined where it is not known. */
  readonly toDate: Money | undefined;
  /** What fell due and has not come. */
  readonly outstanding: readonly Money[];
}

/** A bracket over headings that stand together and are applied by the same body or group. */
export interface FlowApplier {
  readonly label: string;
  /** The first and last of the headings, counted from nought. */
  readonly from: number;
  readonly to: number;
}

export interface FlowBeyond {
  readonly label: string;
  readonly plan: Money;
  readonly toDate: Money;
}

/** Plan, to date and forecast, a bar each: all of one scale. */
export interface BarsPicture extends Titled {
  readonly kind: 'bars';
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  /** Who applies it. */
  readonly by?: string;
  readonly plan: Money | undefined;
  readonly toDate: Money | undefined;
  readonly forecast: Money | undefined;
  readonly variance?: VarianceWords | undefined;
}

/** A variance in words: `Overspend` £12,400, `ring-fenced`; of one that is nil, words alone. */
export interface VarianceWords {
  readonly words: string;
  readonly amount?: Money;
  readonly note?: string;
  readonly leaning: Leaning;
}

/** Whether an amount speaks against the body that it is of, for it, or neither. */
export type Leaning = 'adverse' | 'favourable' | 'none';

/** Bars about a line of nought: to the right what a body pays or owes, to the left what it holds or is owed. */
export interface BalancePicture extends Titled {
  readonly kind: 'balance';
  readonly rows: readonly BalanceRow[];
  /** How many bodies are smaller than those drawn: the table has them. */
  readonly others: number;
}

export interface BalanceRow {
  readonly label: string;
  readonly right: readonly BalancePart[];
  readonly left: readonly BalancePart[];
}

/** An amount, of which the sign does not count here, and what it is: `owes the pool`. */
export interface BalancePart {
  readonly amount: Money;
  readonly words: string;
}

/** Payment for performance: a box for each body and quarter, as wide as what it could earn, filled as far as it was paid. */
export interface EarningsPicture extends Titled {
  readonly kind: 'earnings';
  readonly quarters: readonly string[];
  readonly rows: readonly EarningsRow[];
}

export interface EarningsRow {
  readonly label: string;
  readonly pot: Money;
  readonly boxes: readonly EarningsBox[];
  readonly notEarned: Money | undefined;
}

export interface EarningsBox {
  readonly quarter: string;
  /** The most that can have been paid up to and with this quarter, and up to the one before it. */
  readonly maximum: Money | undefined;
  readonly maximumBefore: Money | undefined;
  readonly payment: Money | undefined;
  readonly status: 'reported' | 'not-reported' | 'not-yet-due';
}

/** Ring-fences as tanks: spent at the bottom, held above it, air for what is still to come. */
export interface TanksPicture extends Titled {
  readonly kind: 'tanks';
  /** What must be held for ring-fences in each pool, against what is there. */
  readonly pools: readonly PoolTank[];
  readonly fences: readonly FenceTank[];
}

export interface PoolTank {
  readonly label: string;
  readonly held: Money;
  readonly there: Money;
  readonly carriesOther: Money;
}

export interface FenceTank {
  readonly label: string;
  readonly available: Money;
  readonly spent: Money | undefined;
  readonly held: Money | undefined;
}

/** What has come: each body and ledger, quarter by quarter. */
export interface ArrivalsPicture extends Titled {
  readonly kind: 'arrivals';
  readonly columns: readonly ArrivalsColumn[];
  readonly rows: readonly ArrivalsRow[];
  /** Whether earlier quarters are left out of which nothing is missing. */
  readonly isShortened: boolean;
}

/** A ledger, with the quarters that are looked for in it. */
export interface ArrivalsColumn {
  readonly label: string;
  readonly quarters: readonly string[];
}

/** A body, with a cell for each quarter of each column. */
export interface ArrivalsRow {
  readonly label: string;
  readonly cells: readonly ArrivalsCell[];
}

export interface ArrivalsCell {
  readonly mark: 'come' | 'late' | 'part' | 'missing' | 'nothing';
  /** The day, or what else there is to say. */
  readonly words: string;
}
