import type { LedgerEntry } from '../agreement/agreement.js';
import type { FileOf } from '../files/open-file.js';
import { inspect, readRowText } from '../ledger/encoding.js';
import { readHeader } from '../ledger/header.js';
import { fieldsOf, type RawHeader, type RawRow, readRawRows } from '../ledger/raw-rows.js';
import type { Form, Layout } from './layout.js';

/** What leads a ledger file, how it is written, and what its bytes hash to. */
export interface LedgerHead {
  readonly sha256: string;
  readonly form: Form;
  /** As it stands in the file; '' where the file holds nothing. */
  readonly header: string;
  /** Undefined where the header cannot be used. */
  readonly layout: Layout | undefined;
}

/** Finds how the rows under a header are read; undefined where it cannot be used. */
export type LayoutUnder = (header: RawHeader) => Layout | undefined;

/** Reads a header as an agreement says that its kind of file is written. */
export function layoutBy(entry: LedgerEntry): LayoutUnder {
  return ({ names, separator }) => {
    const header = readHeader({ fields: fieldsOf(names, separator), file: '', line: 1, entry }, () => undefined);
    return header && { ...header, separator };
  };
}

/** Reads a ledger file row by row as it stands: each row with how it is read, where the header can be used. */
export async function readClosableRows(
  at: FileOf,
  layoutUnder: LayoutUnder,
  onRow: (row: RawRow, layout: Layout | undefined) => void,
): Promise<LedgerHead> {
  const { sha256, encoding, hasMark } = await inspect(at);
  let header = '';
  let layout: Layout | undefined;
  const lineEnd = await readRawRows(readRowText(at, encoding), {
    onHeader: (rawHeader) => {
      header = rawHeader.text;
      layout = layoutUnder(rawHeader);
    },
    onRow: (row) => onRow(row, layout),
  });
  return { sha256, form: { encoding, hasMark, lineEnd }, header, layout };
}
