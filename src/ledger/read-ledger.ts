import type { LedgerEntry } from '../agreement/agreement.js';
import { columnsHolding, factsOf } from '../agreement/ledger-kinds.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { FileOf } from '../files/open-file.js';
import type { Pence } from '../money/pence.js';
import { Cells } from './cells.js';
import { inspect, readRowText } from './encoding.js';
import { readHeader } from './header.js';
import { IdleLines } from './idle-lines.js';
import { recordFault } from './record-fault.js';
import { type RecordFault, readRecords } from './records.js';
import { mayBeMoved, type Width } from './surplus-cells.js';
import { firstFilled, TotalRows } from './total-row.js';
import { UnreadColumns } from './unread-columns.js';

/** A ledger file and how the agreement says it is written. */
export interface LedgerFile extends FileOf {
  /** What outputs call it: its path in the fund folder. */
  readonly file: string;
  readonly entry: LedgerEntry;
}

/** What was read of a file, for the list of inputs. */
export interface LedgerInput {
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
  /** Whether every row of it was read. */
  readonly isWhole: boolean;
  /** Where its columns stand, by our names, counted from 0. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Takes a row's cells; gives the row's amount in pence, 0 for a kind without amounts, undefined where it is wrong. */
export type OnRow = (cells: Cells) => Pence | undefined;

/**
 * Streams a ledger file, handing each row's cells to `onRow`. All that is wrong with the file is reported.
 * Throws what the file system throws.
 */
export async function readLedger(ledger: LedgerFile, report: Report, onRow: OnRow): Promise<LedgerInput> {
  const { file, entry } = ledger;
  const { sha256, size, encoding, notText, strayBytes } = await inspect(ledger);
  const nothing = { path: file, sha256, rows: 0, isWhole: false, columns: new Map<string, number>() };
  if (size === 0) {
    report(diagnose('BCF3003', {}, { place: { file } }));
    return nothing;
  }
  if (notText !== undefined) {
    report(diagnose('BCF3015', { found: notText }, { place: { file } }));
    return nothing;
  }
  if (strayBytes.length > 0) report(diagnose('BCF3014', { bytes: strayBytes.join(', ') }, { place: { file } }));

  const reader = new RowReader(file, entry, report, onRow);
  await readRecords(readRowText(ledger, encoding), {
    onRecord: (fields, line) => reader.take(fields, line),
    onFault: (fault, line) => reader.fault(fault, line),
  });
  return { ...nothing, rows: reader.finish(), isWhole: reader.isWhole, columns: reader.columns };
}

/** The rows of one file: the header first, then rows, blank rows and totals. */
class RowReader {
  readonly #file: string;
  readonly #entry: LedgerEntry;
  readonly #report: Report;
  readonly #onRow: OnRow;
  readonly #idle: IdleLines;
  #cells: Cells | undefined;
  #unread = new UnreadColumns([]);
  #totals: TotalRows | undefined;
  #headerLine = 0;
  #width: Width = { length: 0, numbers: [] };
  columns: ReadonlyMap<string, number> = new Map();
  isWhole = true;
  #amountIndex: number | undefined;
  #rows = 0;

  constructor(file: string, entry: LedgerEntry, report: Report, onRow: OnRow) {
    this.#file = file;
    this.#entry = entry;
    this.#report = report;
    this.#onRow = onRow;
    this.#idle = new IdleLines(file);
  }

  /** Takes a record; false where the header cannot be used, so that the rest means nothing. */
  take(fields: readonly string[], line: number): boolean {
    if (this.#cells === undefined) return this.#takeHeader(fields, line);
    const cells = this.#cells;
    cells.moveTo(fields, line);
    if (fields.length > this.#width.length && mayBeMoved(fields, this.#width)) {
      this.fault({ kind: 'fields', found: fields.length, expected: this.#width.length }, line);
      return true;
    }
    if (this.#amountIndex !== undefined && this.#isNoRow(fields, line, this.#amountIndex)) return true;
    this.#rows += 1;
    this.#unread.take(fields);
    const amountPence = this.#onRow(cells);
    if (amountPence === undefined) this.isWhole = false;
    this.#totals?.take(fields, amountPence);
    return true;
  }

  /** Whether a record is a total, a note or a formula that was filled down: it is named, and never added. */
  #isNoRow(fields: readonly string[], line: number, amountIndex: number): boolean {
    const filled = firstFilled(fields, amountIndex);
    const hasAmount = fields[amountIndex]?.trim() !== '';
    if (!hasAmount && this.#idle.takes(filled, line)) return true;
    return hasAmount && this.#totals?.isTotal(fields, filled) === true;
  }

  #takeHeader(fields: readonly string[], line: number): boolean {
    const header = readHeader({ fields, file: this.#file, line, entry: this.#entry }, this.#report);
    if (header === undefined) {
      this.isWhole = false;
      return false;
    }
    this.#cells = new Cells(this.#file, header, this.#report);
    this.columns = header.columns;
    this.#unread = new UnreadColumns(header.unread);
    this.#headerLine = line;
    const numbers = columnsHolding(this.#entry.kind, 'money', 'count').flatMap(
      (name) => header.columns.get(name) ?? [],
    );
    this.#width = { length: fields.length, numbers };
    const { totals } = factsOf(this.#entry.kind);
    this.#amountIndex = totals && header.columns.get(totals.of);
    if (totals !== undefined && this.#amountIndex !== undefined && this.#entry.hasTotals !== false) {
      this.#totals = new TotalRows(this.#cells, totals, this.#amountIndex);
    }
    return true;
  }

  fault(fault: RecordFault, line: number): void {
    if (fault.kind === 'blank') {
      this.#idle.blank(line);
      return;
    }
    this.isWhole = false;
    this.#totals?.lose();
    this.#report(recordFault(fault, { file: this.#file, line }));
  }

  /** Says what can be said only at the end; how many rows there were. */
  finish(): number {
    this.#idle.reportAll(this.#report);
    if (this.#unread.reportAll(this.#file, this.#headerLine, this.#report)) this.isWhole = false;
    if (this.#cells === undefined && this.isWhole)
      this.#report(diagnose('BCF3003', {}, { place: { file: this.#file } }));
    else if (this.#rows === 0 && this.isWhole) this.#report(diagnose('BCF3004', {}, { place: { file: this.#file } }));
    return this.#rows;
  }
}
