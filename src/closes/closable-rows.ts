import type { FileOf } from '../files/open-file.js';
import { inspect, readRowText } from '../ledger/encoding.js';
import { mayBeHeader, readHeader } from '../ledger/header.js';
import { HeaderLines } from '../ledger/header-lines.js';
import { fieldsOf, type RawHeader, type RawRow, readRawRows } from '../ledger/raw-rows.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import type { Form, Layout, RowsUnder } from './layout.js';
import { asSaid, headerSaid } from './said-rows.js';

/** What leads the rows of a ledger file. */
export interface HeadOfRows {
  /** As it stands in the file, or our columns where its rows are what they say; '' where the file holds nothing. */
  readonly header: string;
  /** Undefined where the header cannot be used. */
  readonly layout: Layout | undefined;
  readonly under: RowsUnder | undefined;
}

/** What leads a ledger file, how it is written, and what its bytes hash to. */
export interface LedgerHead extends HeadOfRows {
  readonly sha256: string;
  readonly form: Form;
}

/** A ledger file, and the lines of it that count in an earlier file, which closes them. */
export interface ClosableFile extends FileOf {
  readonly repeated?: ReadonlySet<number> | undefined;
}

/** Finds how the rows under a header are read. */
export interface Headers {
  /** The line that the header is declared to be on. */
  readonly line?: number | undefined;
  /** How the rows under a header are read; undefined where it cannot be used. */
  readonly rowsUnder: (header: RawHeader) => RowsUnder | undefined;
}

/** Reads a header as an agreement says that its kind of file is written. */
export function headersBy({ entry, tables }: Pick<LedgerFile, 'entry' | 'tables'>): Headers {
  return {
    line: entry.headerLine,
    rowsUnder: ({ line, names, separator }) => {
      if (!mayBeHeader({ line, entry })) return undefined;
      const fields = fieldsOf(names, separator);
      const header = readHeader({ fields, file: '', line, entry, tables }, () => undefined);
      if (header === undefined) return undefined;
      return header.said === undefined ? { layout: { ...header, separator } } : asSaid(header, separator);
    },
  };
}

/** What is done beside looking at rows. */
interface Beside {
  readonly onHeader?: (head: HeadOfRows) => void;
  /** What is done between the pieces in which a file is read: no row passes before that is done. */
  readonly between?: () => Promise<void>;
}

/** Reads a ledger file row by row: as it stands, or what it says; each with how it is read, where the header can be used. */
export async function readClosableRows(
  at: ClosableFile,
  headers: Headers,
  onRow: (row: RawRow, layout: Layout | undefined) => void,
  { onHeader = () => undefined, between = () => Promise.resolve() }: Beside = {},
): Promise<LedgerHead> {
  const found = await inspect(at);
  const { sha256, encoding, hasMark } = found;
  let header = '';
  let under: RowsUnder | undefined;
  let headerLines: HeaderLines | undefined;
  let separator = ',';
  const lineEnd = await readRawRows(inTurn(readRowText(at, found), between), {
    headerLine: headers.line,
    isHeader: (rawHeader) => headers.rowsUnder(rawHeader) !== undefined,
    onHeader: (rawHeader) => {
      under = headers.rowsUnder(rawHeader);
      header = under?.asSaid === undefined ? rawHeader.text : headerSaid(under.layout);
      separator = rawHeader.separator;
      headerLines = under && new HeaderLines(fieldsOf(rawHeader.names, separator), under.layout.kind);
      onHeader({ header, layout: under?.layout, under });
    },
    onRow: ({ line, text }) => {
      if (at.repeated?.has(line) === true) return;
      if (headerLines?.isNoRow(fieldsOf(text, separator)) === true) return;
      if (under?.asSaid === undefined) onRow({ line, text }, under?.layout);
      else {
        const said = under.asSaid(text);
        if (said !== undefined) onRow({ line, text: said }, under.layout);
      }
    },
  });
  return { sha256, form: { encoding, hasMark, lineEnd }, header, layout: under?.layout, under };
}

async function* inTurn(pieces: AsyncIterable<string>, between: () => Promise<void>): AsyncGenerator<string> {
  for await (const piece of pieces) {
    await between();
    yield piece;
  }
  await between();
}
