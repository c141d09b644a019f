import type { Quarter } from '../agreement/financial-year.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import type { Extra } from '../fund/open-fund.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { DocumentFigures } from './document-figures.js';

/** What figures are asked of. */
export interface Asked {
  readonly fund: Fund;
  /** The second fund, where two are compared. */
  readonly against?: Fund | undefined;
  /** The quarter that was asked for; the latest with actuals where none was. */
  readonly asAt: Quarter | undefined;
  /** The codes after the first word of the name: `diff[by=heading;to=forecast].lines…`. */
  readonly codes: ReadonlyMap<string, string>;
}

/** The figures of a document and how they are explained; diagnostics alone where it cannot be made. */
export interface Explained {
  readonly all?: DocumentFigures;
  /** The funds as the document describes them, where it is not as at the quarter that was asked for. */
  readonly funds?: { readonly fund: FundStatement; readonly against?: FundStatement | undefined };
  readonly diagnostics: readonly Diagnostic[];
}

/** The figures of one document of `bcf`, such as a reconciliation, and how they are explained. */
export interface KindOfFigure {
  /** The words that their names may begin with, in small letters. */
  readonly firstWords: readonly string[];
  /** The command whose `--names` lists them. */
  readonly command: string;
  /** What a fund must be read with for them, beside the agreement and the ledgers. */
  readonly extras: readonly Extra[];
  /** Whether the codes after the first word say which document is meant, and are no codes of the figure. */
  readonly isAskedByCodes?: boolean;
  /** Whether such a document has a figure of a name where it is known; absent where nobody can say. */
  readonly isFigure?: (name: string) => boolean;
  /** Whether they may be of two funds. */
  readonly isOfTwoFunds?: boolean;
  readonly explained: (asked: Asked) => Explained;
}
