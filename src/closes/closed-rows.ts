import type { Quarter } from '../agreement/financial-year.js';
import { type Layout, layoutAsClosed } from './layout.js';
import type { Link } from './link.js';
import { RecordRows } from './record-rows.js';
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
  readonly layout: Layout;
  /** The record that speaks of it last. */
  readonly link: Link;
  /** How many rows of it are closed. */
  readonly rows: number;
  /** The rows, a part from each record. */
  readonly parts: readonly ClosedPart[];
}

/** Rows of a file that one record closed, in the order in which they stood. */
export interface ClosedPart {
  readonly link: Link;
  /** Reads them from the record, in pieces. */
  readonly read: () => AsyncGenerator<readonly ClosedRow[]>;
}

/** What was closed of some files, by the records by which quarters are closed. */
export interface ClosedFiles {
  readonly files: ReadonlyMap<string, ClosedFile>;
  readonly records: ReadonlyMap<Link, RecordRows>;
}

/** The closed rows of some files, which are read when they are asked for; an unchanged file’s are not. */
export function closedFiles(
  folder: string,
  closed: ReadonlyMap<Quarter, Link>,
  paths: ReadonlySet<string>,
): ClosedFiles {
  const files = new Map<string, ClosedFile>();
  const records = new Map([...closed.values()].map((link) => [link, new RecordRows(folder, link)]));
  for (const [link, record] of records) {
    for (const { section, rows, columns, unit, ...ledger } of link.ledgers) {
      if (!paths.has(ledger.path)) continue;
      const layout = layoutAsClosed({ ...ledger, columns, unit });
      const earlier = files.get(ledger.path);
      const before = earlier?.parts.filter((part) => part.link === link) ?? [];
      const read = async function* () {
        for (const part of before) yield* part.read();
        if (section === undefined) return;
        for await (const piece of record.of(section)) yield piece.map(([line, text]) => ({ line, text, link, layout }));
      };
      files.set(ledger.path, {
        ...ledger,
        layout,
        link,
        rows: (earlier?.rows ?? 0) + rows,
        parts: [...(earlier?.parts ?? []).filter((part) => part.link !== link), { link, read }],
      });
    }
  }
  return { files, records };
}

/** All the closed rows of a file, of one that cannot be held against them. */
export async function allRows({ parts }: ClosedFile): Promise<ClosedRow[]> {
  const rows: ClosedRow[] = [];
  for (const { read } of parts) for await (const piece of read()) for (const row of piece) rows.push(row);
  return rows;
}
