import type { LedgerEntry } from '../agreement/agreement.js';
import { columnsHolding, factsOf, heldIn } from '../agreement/ledger-kinds.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { FileOf } from '../files/open-file.js';
import type { Pence } from '../money/pence.js';
import { pastedAt, reportBytes } from './byte-faults.js';
import { Cells } from './cells.js';
import type { CodeTables } from './code-table.js';
import { DocumentLines } from './document-lines.js';
import { inspect, type PartRead, partRead, readRowText } from './encoding.js';
import type { Header } from './header.js';
import { type HeaderLine, HeaderLines, isSingleQuoted } from './header-lines.js';
import { IdleLines, isRowInCell } from './idle-lines.js';
import type { FileLayout, LedgerInput } from './ledger-input.js';
import { LeftOutRows } from './left-out.js';
import { LinesAbove } from './lines-above.js';
import { originDiagnostic } from './origin-fault.js';
import { recordFault } from './record-fault.js';
import type { RecordFault } from './record-taker.js';
import { readRecords } from './records.js';
import { RowsAlike } from './rows-alike.js';
import { type ColumnFault, saidRow } from './said-row.js';
import { mayBeMoved, type Width } from './surplus-cells.js';
import { firstFilled, TotalRows } from './total-row.js';
import { UnmappedCodes } from './unmapped-codes.js';
import { UnreadColumns, unreadOf } from './unread-columns.js';
import { reportUnreadOfWorkbook } from './unread-of-workbook.js';
import { UnreferencedRows } from './unreferenced-rows.js';

/** A ledger file and how the agreement says it is written. */
export interface LedgerFile extends FileOf {
  /** What outputs call it: its path in the fund folder. */
  readonly file: string;
  readonly entry: LedgerEntry;
  /** The tables of codes that its entry declares, by our columns. */
  readonly tables: CodeTables;
}

/** Takes a row's cells; gives the row's amount in pence, 0 for a kind without amounts, undefined where it is wrong. */
export type OnRow = (cells: Cells) => Pence | undefined;

/**
 * Streams a ledger file, handing each row's cells to `onRow`. All that is wrong with the file is reported.
 * Throws what the file system throws.
 */
export async function readLedger(ledger: LedgerFile, report: Report, onRow: OnRow): Promise<LedgerInput> {
  const { file, named, part } = ledger;
  const inspection = await inspect(ledger);
  const { sha256, size, encoding, notText } = inspection;
  const read = await partRead(inspection);
  const { sheet } = read;
  const nothing = {
    path: file,
    named,
    part,
    sheet,
    sha256,
    ...{ rows: 0, isWhole: false, columns: new Map<string, number>() },
  };
  if (size === 0) {
    report(diagnose('BCF3003', {}, { place: { file } }));
    return nothing;
  }
  if (notText !== undefined) {
    report(diagnose('BCF3015', { found: notText }, { place: { file } }));
    return nothing;
  }
  if (!(await reportBytes(ledger, inspection, report))) return nothing;
  const chosen = await inspection.workbook?.chosen();
  if (chosen !== undefined && !('reason' in chosen)) reportUnreadOfWorkbook(ledger, chosen, report);

  const reader = new RowReader(ledger, read, report, onRow);
  const separator = await readRecords(
    readRowText(ledger, inspection, (seam) => report(pastedAt(file, seam))),
    {
      onRecord: (fields, line) => reader.take(fields, line),
      onFault: (fault, line) => reader.fault(fault, line),
      isHeaderSought: () => reader.isHeaderSought,
    },
  );
  const rows = reader.finish();
  const found = reader.layout;
  const layout = found && { encoding, separator, ...found };
  return {
    ...nothing,
    rows,
    isWhole: reader.isWhole,
    columns: reader.columns,
    ...(layout && { layout }),
    ...reader.taken,
  };
}

/** The rows of one file: the header first, then rows, blank rows and totals. */
class RowReader {
  readonly #ledger: LedgerFile;
  readonly #read: PartRead;
  readonly #report: Report;
  readonly #onRow: OnRow;
  readonly #idle = new IdleLines();
  readonly #unmapped = new UnmappedCodes();
  readonly #leftOut: LeftOutRows;
  readonly #lines = new DocumentLines();
  readonly #unreferenced: UnreferencedRows | undefined;
  readonly #above = new LinesAbove();
  #header: Header | undefined;
  #cells: Cells | undefined;
  #unread = new UnreadColumns([]);
  #totals: TotalRows | undefined;
  #headerLine = 0;
  #headerLines: HeaderLines | undefined;
  #width: Width = { length: 0, numbers: [] };
  isWhole = true;
  #rows = 0;

  constructor(ledger: LedgerFile, read: PartRead, report: Report, onRow: OnRow) {
    this.#ledger = ledger;
    this.#read = read;
    this.#report = report;
    this.#onRow = onRow;
    this.#leftOut = new LeftOutRows(ledger.file);
    if (ledger.entry.isUnreferenced === true) this.#unreferenced = new UnreferencedRows(ledger.file);
  }

  get columns(): ReadonlyMap<string, number> {
    return this.#header?.places ?? new Map();
  }

  /** Words in it that are no codes, and the code that was meant by each. */
  get taken(): Pick<LedgerInput, 'taken'> {
    const taken = [...(this.#cells?.taken ?? [])].map(([found, code]) => ({ found, code }));
    return taken.length === 0 ? {} : { taken };
  }

  /** How the file is written, where its header could be used. */
  get layout(): Omit<FileLayout, 'encoding' | 'separator'> | undefined {
    const totals = this.#totals?.passedOver ?? [];
    const passedOver = [...this.#above.passedOver, ...this.#idle.passedOver, ...totals, ...this.#leftOut.passedOver];
    return this.#header && { headerLine: this.#headerLine, header: this.#header, passedOver };
  }

  /** Takes a record; false where the header cannot be used, so that the rest means nothing. */
  take(fields: readonly string[], line: number): boolean {
    const [header, cells] = [this.#header, this.#cells];
    if (header === undefined || cells === undefined) return this.#takeHeader(fields, line);
    const what = this.#headerLines?.whatIs(fields);
    if (what !== undefined) return this.#takeNoRow(what, line);
    if (fields.length > this.#width.length && mayBeMoved(fields, this.#width)) {
      this.fault({ kind: 'fields', fields, found: fields.length, expected: this.#width.length }, line);
      return true;
    }
    cells.moveAlong(fields, line);
    const isAlike = cells.alike?.isAlike(fields) === true;
    if (isAlike || header.said === undefined) {
      if (isAlike || !this.#isNoRow(fields, line, header)) this.#takeRow(fields, this.#onRow(cells));
      return true;
    }
    const { texts, faults } = saidRow(header.said, fields);
    cells.moveTo(texts, line, fields);
    if (this.#isNoRow(fields, line, header)) return true;
    const reference = this.#ledger.entry.isNumbered === true ? header.columns.get('reference') : undefined;
    if (reference !== undefined) texts[reference] = this.#lines.numbered(texts[reference] ?? '');
    cells.toldBy = this.#unreferenced?.takes(cells);
    if (faults.length === 0) this.#takeRow(fields, this.#onRow(cells));
    else this.#takeFaulty(fields, faults, cells);
    return true;
  }

  /** Passes over the header again, or a line below it; false where it is none that the rows below could be read by. */
  #takeNoRow(what: HeaderLine, line: number): boolean {
    if (what === 'again' || what === 'ruled') {
      this.#idle.header(what, line);
      return true;
    }
    const place = { file: this.#ledger.file, line };
    this.#report(what === 'other' ? diagnose('BCF3030', {}, { place }) : diagnose('BCF3031', {}, { place }));
    this.isWhole = false;
    return false;
  }

  #takeRow(fields: readonly string[], amountPence: Pence | undefined): void {
    this.#rows += 1;
    this.#unread.take(fields);
    if (amountPence === undefined) this.isWhole = false;
    this.#totals?.take(fields, amountPence);
  }

  /**
   * Takes a row that an export does not say in our columns: why not is told, and nothing is posted of it. Its other cells are
   * read all the same, so that one run finds what is wrong with them too.
   */
  #takeFaulty(fields: readonly string[], faults: readonly ColumnFault[], cells: Cells): void {
    const { totals } = factsOf(cells.kind);
    const amountPence = totals && cells.amountIfAny(totals.of);
    for (const { column, fault } of faults) {
      const place = cells.placeOf(column, fault.index);
      if (fault.kind === 'unmapped') this.#unmapped.take(fault, { place, column, amountPence });
      else this.#report(originDiagnostic(fault, cells.unit, place));
    }
    this.#readRest(cells, faults);
    this.isWhole = false;
    this.#rows += 1;
    this.#unread.take(fields);
    this.#totals?.take(fields, amountPence);
  }

  /** Reads what else such a row says; any words are a name or a note, so that with one of these unsaid it would be posted. */
  #readRest(cells: Cells, faults: readonly ColumnFault[]): void {
    const columns = faults.map(({ column }) => column);
    if (columns.some((column) => ['name', 'note', 'words'].includes(heldIn(cells.kind, column)))) return;
    cells.leaveUnsaid(columns);
    this.#onRow(cells);
  }

  /** Whether a record is a total, a note or a formula that was filled down, or is to be left out: it is never added. */
  #isNoRow(fields: readonly string[], line: number, header: Header): boolean {
    if (header.leftOut.length > 0 && this.#isLeftOut(fields, line, header)) return true;
    const { amounts } = header;
    if (amounts.length === 0) return false;
    const filled = firstFilled(fields, amounts);
    const hasAmount = amounts.some((index) => fields[index]?.trim() !== '');
    const [only = '', ...others] = filled;
    if (!hasAmount && others.length === 0 && isRowInCell(only)) {
      this.fault({ kind: 'fields', fields: [only], found: 1, expected: this.#width.length }, line);
      return true;
    }
    if (this.#idle.takesRow(fields, { filled, hasAmount, line })) return true;
    return hasAmount && this.#totals?.isTotal(fields, filled) === true;
  }

  #isLeftOut(fields: readonly string[], line: number, header: Header): boolean {
    const amountPence = this.#leftOut.takes(fields, header, { line, amountOf: () => this.#amountIfAny() });
    if (amountPence !== undefined) this.#totals?.leaveOut(amountPence);
    return amountPence !== undefined;
  }

  #amountIfAny(): Pence | undefined {
    const { totals } = factsOf(this.#ledger.entry.kind);
    return totals && this.#cells?.amountIfAny(totals.of);
  }

  get isHeaderSought(): boolean {
    return this.#header === undefined;
  }

  #takeHeader(fields: readonly string[], line: number): boolean {
    if (isSingleQuoted(fields)) return this.#takeNoRow('single-quoted', line);
    const { file, entry, tables } = this.#ledger;
    const header = this.#above.headerOf({ fields, file, line, entry, tables });
    if (header === undefined) return !this.#above.isFull || this.#lacksHeader();
    if (!this.#above.reportRows(header, line, this.#report)) this.isWhole = false;
    this.#header = header;
    this.#cells = new Cells({ file, sheet: this.#read.sheet }, header, this.#report);
    this.#unread = new UnreadColumns(unreadOf(header, entry.constants));
    this.#headerLine = line;
    const numbers = columnsHolding(entry.kind, 'money', 'count').flatMap((name) => header.places.get(name) ?? []);
    this.#headerLines = new HeaderLines(fields, entry.kind, header.amounts[0] ?? numbers[0]);
    this.#width = { length: fields.length, numbers: [...new Set([...numbers, ...header.amounts])] };
    const { totals } = factsOf(entry.kind);
    if (totals !== undefined && header.amounts.length > 0 && entry.hasTotals !== false) {
      this.#totals = new TotalRows(this.#cells, totals, header.amounts);
    }
    this.#cells.alike = RowsAlike.of(header, entry, this.#totals);
    return true;
  }

  /** Says why none of the first lines can be the header. */
  #lacksHeader(): false {
    this.#above.reportFault(this.#read.sheet, this.#report);
    this.isWhole = false;
    return false;
  }

  fault(fault: RecordFault, line: number): void {
    if (fault.kind === 'blank') {
      // What stands above a range is none of it.
      if (line >= this.#read.firstLine) this.#idle.blank(line);
      return;
    }
    if (fault.kind === 'fields' && this.#header?.amounts.length !== 0 && this.#idle.takesAlone(fault.fields, line))
      return;
    this.isWhole = false;
    this.#totals?.lose();
    this.#report(recordFault(fault, { file: this.#ledger.file, line }));
  }

  /** Says what can be said only at the end; how many rows there were. */
  finish(): number {
    const { file } = this.#ledger;
    if (this.#header === undefined && this.isWhole && !this.#above.isEmpty) this.#lacksHeader();
    this.#idle.reportAll(file, this.#report);
    this.#leftOut.reportAll(this.#report);
    this.#unreferenced?.reportAll(this.#report);
    this.#unmapped.reportAll(this.#report);
    if (this.#unread.reportAll(file, this.#headerLine, this.#report)) this.isWhole = false;
    if (this.#cells === undefined && this.isWhole) this.#report(diagnose('BCF3003', {}, { place: { file } }));
    else if (this.#rows === 0 && this.isWhole) this.#report(diagnose('BCF3004', {}, { place: { file } }));
    return this.#rows;
  }
}
