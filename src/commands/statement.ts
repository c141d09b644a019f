import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import type { Extra } from '../fund/open-fund.js';
import type { Watch } from '../fund/post-rows.js';
import type { Pages } from '../pages/page.js';
import type { Sheet } from '../pages/sheet.js';
import type { Verification } from '../statement/closes-schema.js';
import type { Envelope } from '../statement/document-schema.js';
import type { NamedFigure } from '../statement/figure-names.js';
import type { FundStatement, ReconciliationCheck } from '../statement/reconciliation-schema.js';
import type { FormOfFaults } from './forms.js';
import type { Outcome } from './io.js';

/** What a statement is made of and drawn to; findings alone where it cannot be made. */
export interface Made<R> {
  readonly result?: R;
  readonly diagnostics: readonly Diagnostic[];
}

export type ResultShape = { readonly fund: FundStatement; readonly checks?: readonly ReconciliationCheck[] };
export type DrawOfFaults<R> = (envelope: Envelope, result: R | undefined) => string;

/** What a command shows of its result, from which its forms are drawn: JSON is the document itself. */
export interface Shows<R> {
  readonly pages: (result: R, envelope: Envelope) => Pages;
  readonly sheet: (result: R) => Sheet;
}

/** What a command writes for another program, which is in that program’s own form. */
export interface Writes<R> {
  readonly written: (result: R, envelope: Envelope) => Written | Promise<Written>;
}

/** What is to be written, or why it could not be made. */
type Written = Outcome['stdout'] | { readonly fault: Diagnostic };

/** What makes one statement different from another. */
export interface Statement<F extends string, R> {
  readonly format: F;
  /** What could not be done where the inputs cannot be used: `reconcile`. */
  readonly verb: string;
  /** What it needs of a fund folder beside the agreement and the ledgers. */
  readonly extras?: readonly Extra[];
  readonly section: (
    fund: Fund,
    against: Fund | undefined,
    closes: Verification | undefined,
  ) => Made<R> | Promise<Made<R>>;
  /** Whether it is held against the records of closes, so that it cannot agree where a closed quarter has moved (R7). */
  readonly isHeldAgainstCloses?: boolean;
  /** Sees each row of the first fund as it is read. */
  readonly watch?: Watch;
  readonly shows: Shows<R> | Writes<R>;
  /** Whether the section reads the fund a second time by itself, and says what is wrong with it. */
  readonly isReadTwice?: boolean;
  /** The figures of the result with their names; absent where they have none. */
  readonly figures?: (result: R) => readonly NamedFigure[];
  /** The second fund of the result, where two are compared. */
  readonly secondFund?: (result: R) => FundStatement | undefined;
  /** Forms that say something even where the inputs could not be used. */
  readonly formsOfFaults?: Readonly<Record<FormOfFaults, DrawOfFaults<R>>>;
  /** The endings of what it writes, where its forms are not told apart by them. */
  readonly endings?: readonly string[];
}
