import type { Quarter } from '../agreement/financial-year.js';
import { rowsOf } from './chain.js';
import { type Layout, layoutAsClosed } from './layout.js';
import type { Link } from './link.js';
import type { ClosedLedger } from './record-schema.js';
import type { WrittenRow } from './saying.js';

/** A row as it was when it was closed. */
export interface ClosedRow extends WrittenRow {
  readonly line: number;
  readonly link: Link;
}

/** What records say of one file: its rows, how it was written when a record spoke of it last, and whether it is all closed. */
export interface ClosedFile
  extends Pick<ClosedLedger, 'path' | 'kind' | 'header' | 'isDescribed' | 'form' | 'isWhollyClosed'> {
  readonly rows: readonly ClosedRow[];
  readonly layout: Layout;
  /** The record that speaks of it last. */
  readonly link: Link;
}

/** The closed rows of some files, from the records by which quarters are closed; an unchanged file’s are not looked up. */
export async function closedFiles(
  folder: string,
  closed: ReadonlyMap<Quarter, Link>,
  paths: ReadonlySet<string>,
): Promise<Map<string, ClosedFile>> {
  const files = new Map<string, ClosedFile>();
  for (const link of closed.values()) {
    if (!link.ledgers.some(({ path }) => paths.has(path))) continue;
    for (const { rows, columns, unit, ...ledger } of await rowsOf(folder, link)) {
      if (!paths.has(ledger.path)) continue;
      const layout = layoutAsClosed({ ...ledger, columns, unit });
      const earlier = files.get(ledger.path)?.rows ?? [];
      const closedRows = rows.map(([line, , text]) => ({ line, text, link, layout }));
      files.set(ledger.path, {
        ...ledger,
        layout,
        rows: earlier.length === 0 ? closedRows : [...earlier, ...closedRows],
        link,
      });
    }
  }
  return files;
}
