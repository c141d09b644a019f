import type { Quarter } from '../agreement/financial-year.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import type { Extra } from '../fund/open-fund.js';
import type { Explanations } from './explanations.js';

/** What figures are asked of. */
export interface Asked {
  readonly fund: Fund;
  /** The quarter that was asked for; the latest with actuals where none was. */
  readonly asAt: Quarter | undefined;
  /** The codes after the first word of the name: `diff[by=heading;to=forecast].lines…`. */
  readonly codes: ReadonlyMap<string, string>;
}

/** The figures of one document of `bcf`, such as a reconciliation, and how they are explained. */
export interface KindOfFigure {
  /** The words that their names may begin with, in small letters. */
  readonly firstWords: readonly string[];
  /** What a fund must be read with for them, beside the agreement and the ledgers. */
  readonly extras: readonly Extra[];
  /** Whether the codes after the first word say which document is meant, and are no codes of the figure. */
  readonly isAskedByCodes?: boolean;
  /** Explains all of them; diagnostics alone where the document cannot be made. */
  readonly explained: (asked: Asked) => { readonly all?: Explanations; readonly diagnostics: readonly Diagnostic[] };
}
