import type { LedgerEntry } from '../agreement/agreement.js';
import { inspect, readText } from '../ledger/encoding.js';
import { separatorOf } from '../ledger/field-span.js';
import { readHeader } from '../ledger/header.js';
import { fieldsOf, type RawRow, readRawRows } from '../ledger/raw-rows.js';
import type { Layout } from './row-period.js';

/** What leads a ledger file, and what its bytes hash to. */
export interface LedgerHead {
  readonly sha256: string;
  /** As it stands in the file; '' where the file holds nothing. */
  readonly header: string;
  /** Undefined where the header cannot be used. */
  readonly layout: Layout | undefined;
}

/** Reads a ledger file row by row as it stands: each row with where the columns are, where the header can be used. */
export async function readClosableRows(
  path: string,
  entry: LedgerEntry,
  onRow: (row: RawRow, layout: Layout | undefined) => void,
): Promise<LedgerHead> {
  const { sha256, encoding } = await inspect(path);
  let header = '';
  let layout: Layout | undefined;
  await readRawRows(readText(path, encoding), {
    onHeader: ({ text, names, separator }) => {
      header = text;
      const found = readHeader(fieldsOf(names, separator), '', 1, entry, () => undefined);
      if (found !== undefined) layout = { kind: entry.kind, columns: found.columns, separator };
    },
    onRow: (row) => onRow(row, layout),
  });
  return { sha256, header, layout };
}

/** Where the columns of a file stand; undefined where its header cannot be used. */
export async function readLayout(path: string, entry: LedgerEntry): Promise<Layout | undefined> {
  return (await readClosableRows(path, entry, () => undefined)).layout;
}

/** The layout of a file as it was when it was closed. */
export function layoutAsClosed({
  kind,
  header,
  columns,
}: {
  readonly kind: Layout['kind'];
  readonly header: string;
  readonly columns: readonly (readonly [string, number])[];
}): Layout {
  return { kind, columns: new Map(columns), separator: separatorOf(header) };
}
