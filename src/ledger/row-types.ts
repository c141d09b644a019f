import type { IsoDate, Quarter } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import type { OpeningKind } from '../agreement/opening-kinds.js';
import type { Settled } from '../agreement/settled.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import type { Decimal } from '../money/decimal.js';
import type { Pence } from '../money/pence.js';
import type { Share } from '../money/split.js';

/** Whether the paper prints a figure, it was balanced to the margins, or it is made up. */
export type Provenance = 'stated' | 'derived' | 'illustrative';

export const provenances: readonly Provenance[] = ['stated', 'derived', 'illustrative'];

/** The row of a file that a figure comes from. */
export interface RowReference {
  readonly file: string;
  readonly line: number;
  /** Of a workbook the sheet, whose rows are its lines. */
  readonly sheet?: string | undefined;
}

/** A row of a file. */
export function rowIn({ file, sheet }: Pick<RowReference, 'file' | 'sheet'>, line: number): RowReference {
  return { file, line, ...(sheet !== undefined && { sheet }) };
}

interface Row {
  readonly at: RowReference;
}

/** A cell of the agreement's schedules: what a contributor's money is applied to. */
export interface PlanRow extends Row {
  readonly contributor: string;
  readonly source: string;
  readonly heading: string;
  readonly appliedBy: string;
  readonly amountPence: Pence;
  readonly provenance: Provenance;
}

/** A local scheme of one partner's schedule; its heading is '' where none is agreed. */
export interface SchemeRow extends Row {
  readonly schedule: string;
  readonly scheme: string;
  readonly name: string;
  readonly heading: string;
  readonly amountPence: Pence;
}

/**
 * What was brought forward from the year before; positive is held by the pool, or owed to the body, negative is owed by it.
 */
export interface OpeningRow extends Row {
  readonly pool: string;
  readonly heading: string;
  /** Whose money it was. */
  readonly partner: string;
  readonly source: string;
  /** Whose it is, after R4; '' where the row does not say. */
  readonly body: string;
  readonly kind: OpeningKind;
  /** Who held it when last year ended; '' where that is the pool’s host. */
  readonly lastHost: string;
  readonly amountPence: Pence;
}

/** Money received into the pool; negative is paid back. */
export interface ContributionRow extends Row {
  readonly date: IsoDate;
  readonly quarter: Quarter;
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  /** The heading the money is tied to, or ''. */
  readonly heading: string;
  readonly amountPence: Pence;
  readonly reference: string;
  readonly settles: WhatSettled;
  /** Whether it puts another row of this year right. */
  readonly isCorrection: boolean;
  /** What of it settles last year’s contributions, by purpose: the rest is this year’s. */
  readonly ofLastYear: readonly PartOfReceipt[];
  /** What of it is aligned money, by heading: it never came into the pool (R1). */
  readonly aligned: readonly Share[];
}

/** A part of a receipt, and the heading that what it settles is tied to ('' for none). */
export interface PartOfReceipt {
  readonly purpose: string;
  readonly amountPence: Pence;
}

/**
 * What a receipt is for (R5): this year's contribution, of the quarter that the payer names or of whichever is oldest; what
 * an earlier host of the pool held; or something else that is settled, of an earlier year or of this one (''), on the
 * schedule whose money it makes good.
 */
export type WhatSettled =
  | { readonly kind: 'contribution'; readonly of: Quarter | undefined; readonly isSaid: boolean }
  | { readonly kind: 'handover' }
  | { readonly kind: 'other'; readonly of: Settled; readonly year: string; readonly schedule: string };

/** Money spent out of the pool; negative is a refund or correction. */
export interface ExpenditureRow extends Row {
  readonly date: IsoDate;
  readonly quarter: Quarter;
  readonly schedule: string;
  readonly appliedBy: string;
  readonly heading: string;
  readonly source: string;
  readonly scheme: string;
  readonly district: string;
  readonly amountPence: Pence;
  readonly reference: string;
  readonly accrual: Accrual;
  /** The earlier year whose row it adjusts; '' for none. */
  readonly ofYear: string;
  /** Who says that it applied the money, before the plan tells under whom that counts: its reference is that body’s own. */
  readonly body: string;
  /** Whether it adjusts another row. */
  readonly isAdjustment: boolean;
}

/** What a row of spending says that it is: spent and not yet paid, that turned back, or neither (''). */
export type Accrual = (typeof accrualWords)[number] | '';

export const accrualWords = ['accrual', 'reversal'] as const;

/** A body's expected full-year outturn, as at the end of a quarter. */
export interface ForecastRow extends Row {
  readonly asAt: Quarter;
  readonly schedule: string;
  readonly appliedBy: string;
  readonly heading: string;
  readonly source: string;
  readonly scheme: string;
  /** Which member of a group forecasts; '' where it is the group. */
  readonly district: string;
  readonly amountPence: Pence;
}

/** Non-elective admissions of a measured quarter; `actual` is absent until it is reported. */
export interface ActivityRow extends Row {
  readonly partner: string;
  /** `Q4 2014/15`. */
  readonly quarter: string;
  readonly baseline: number;
  readonly plan: number;
  readonly actual?: number;
}

/** The row that a row adjusts: its reference, '' for none, and the earlier year that it is of, '' for this one. */
export interface Adjusts {
  readonly adjusts: string;
  readonly ofYear: string;
}

/** A row that corrects an earlier one of its year, to which it refers (R7). */
export interface AdjustmentRow extends Row {
  readonly ledger: LedgerKind;
  /** Whose reference it is. */
  readonly body: string;
  readonly reference: string;
  readonly quarter: Quarter;
  readonly amountPence: Pence;
  /** The reference of the row that it corrects. */
  readonly adjusts: string;
  /** The field that holds it. */
  readonly place: Place;
  /** What the row says, where it is spending. */
  readonly spending?: ExpenditureRow | undefined;
}

/** An adjustment, and the row that it corrects. */
export interface AdjustedRow extends AdjustmentRow {
  readonly adjustsAt: RowReference;
  readonly adjustsQuarter: Quarter;
}

/** A budget moved from one heading to another of the same schedule; never negative. */
export interface VirementRow extends Row {
  readonly date: IsoDate;
  readonly quarter: Quarter;
  readonly schedule: string;
  readonly from: string;
  readonly to: string;
  readonly amountPence: Pence;
  readonly approvedBy: string;
  readonly reference: string;
}

/**
 * What one body says that another owes it, and that it owes the other, as at the end of a quarter; and, where it says so,
 * its income from the other and its expenditure to it, of the year to date.
 */
export interface BalanceRow extends Row {
  readonly asAt: Quarter;
  readonly body: string;
  readonly counterparty: string;
  readonly receivablePence: Pence;
  readonly payablePence: Pence;
  readonly incomePence?: Pence | undefined;
  readonly expenditurePence?: Pence | undefined;
}

/** A number as a control writes it: money in the unit of its file, or itself where the figure is no money. */
export interface WrittenNumber {
  /** In pence; what is wrong with it where it is no money, such as more decimals than pence have. */
  readonly money: Pence | Diagnostic;
  readonly number: Decimal;
}

/** A published total to tie a figure out against. */
export interface ControlRow extends Row {
  readonly name: string;
  /** The figure's name, as it is written. */
  readonly figure: string;
  /** What it must be: a number, or the name of a figure elsewhere. */
  readonly expected: WrittenNumber | { readonly figure: string };
  /** How far it may be off; nil where the cell is blank. */
  readonly tolerance: WrittenNumber;
  /** Where the expected figure is printed. */
  readonly place: string;
  /** Why a difference is accepted; '' where none is. */
  readonly acceptedBecause: string;
  readonly acceptedDifference?: WrittenNumber;
  /** Who accepts it; '' where that is not said. */
  readonly acceptedBy: string;
}

/** A line of the pro-forma, and what is mapped to it: a scheme, a heading of a schedule, a heading, or nothing yet. */
export interface ProFormaRow extends Row {
  readonly line: string;
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
  readonly provenance: Provenance;
}
