import type { SheetPart } from '../files/open-file.js';
import type { Pence } from '../money/pence.js';
import type { CodesMet } from './codes-met.js';
import type { Encoding } from './encoding.js';
import type { Header } from './header.js';
import type { PassedOver } from './passed-over.js';
import type { Separator } from './separator.js';

/** What was read of a file, for the list of inputs. */
export interface LedgerInput {
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
  /** Whether every row of it was read. */
  readonly isWhole: boolean;
  /** Where its columns stand, by our names, counted from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** How it was read; absent where its header could not be used. */
  readonly layout?: FileLayout;
  /** Where it stands, of a file that the user names himself. */
  readonly named?: string | undefined;
  /** What of it is meant, where it is a workbook, and the sheet that was read. */
  readonly part?: SheetPart | undefined;
  readonly sheet?: string | undefined;
  /** The rows of it that an earlier file has, where they count. */
  readonly repeated?: RepeatedRows;
  /** Words in it that are no codes, and the code that was meant by each. */
  readonly taken?: readonly { readonly found: string; readonly code: string }[];
  /** Of a table of codes, what became of its lines; absent where a ledger that is read by it was not read whole. */
  readonly codesMet?: CodesMet;
}

/** Rows of a file that count in another. */
export interface RepeatedRows {
  readonly lines: ReadonlySet<number>;
  readonly amountPence: Pence;
}

/** How a file is written, and what in it is no row. */
export interface FileLayout {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly headerLine: number;
  readonly header: Header;
  readonly passedOver: readonly PassedOver[];
}
