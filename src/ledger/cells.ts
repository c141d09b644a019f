import type { FinancialYear, IsoDate } from '../agreement/financial-year.js';
import { columnsHolding, columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { plainText } from '../diagnostics/plain-text.js';
import { parseDecimal } from '../money/decimal.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import type { Unit } from '../money/unit.js';
import { amountDiagnostic } from './amount-fault.js';
import type { UsedLine } from './codes-met.js';
import type { Header } from './header.js';
import { isNullWord } from './null-word.js';
import { lineUsed, type MappedOrigin, mapsOf } from './origins.js';
import { parseCount } from './parse-count.js';
import { parseDate } from './parse-date.js';
import { type RowReference, rowIn, type WrittenNumber } from './row-types.js';
import type { RowsAlike } from './rows-alike.js';
import { saidRow } from './said-row.js';

/** Stands for what a row does not say. */
const unsaid = '\ufffd';

/**
 * The cells of one row at a time, by the names of their columns. Each reader reports what is wrong with its cell
 * and gives undefined then, so that one pass finds every fault of a row.
 */
export class Cells {
  readonly file: string;
  /** Of a workbook the sheet. */
  readonly sheet: string | undefined;
  readonly report: Report;
  readonly #header: Header;
  readonly #maps: readonly MappedOrigin[];
  /** Columns of the row of which something is told already. */
  #told: readonly number[] = [];
  /** The row in our columns; of one that is posted as those like it, not before somebody asks. */
  #fields: readonly string[] | undefined = [];
  #written: readonly string[] = [];
  #line = 0;
  /** How rows are posted whose codes were seen before. */
  alike: RowsAlike | undefined;
  /** Words of the file that are no codes, and the codes that they were taken for. */
  readonly taken = new Map<string, string>();

  constructor({ file, sheet }: Pick<RowReference, 'file' | 'sheet'>, header: Header, report: Report) {
    this.file = file;
    this.sheet = sheet;
    this.#header = header;
    this.#maps = mapsOf(header.origins.values());
    this.report = (found) => {
      const index = found.place?.field?.index;
      if (index === undefined || !this.#told.includes(index)) report(found);
    };
  }

  /** Moves to another row: its cells as ours, and as they stand in the file. */
  moveTo(fields: readonly string[], line: number, written: readonly string[] = fields): void {
    this.#fields = fields;
    this.#written = written;
    this.#line = line;
    this.#told = [];
    this.toldBy = undefined;
  }

  /** Moves to a row as it stands in the file. */
  moveAlong(written: readonly string[], line: number): void {
    this.#fields = this.#header.said === undefined ? written : undefined;
    this.#written = written;
    this.#line = line;
    if (this.#told.length > 0) this.#told = [];
    this.toldBy = undefined;
  }

  get #texts(): readonly string[] {
    this.#fields ??= saidRow(this.#header.said ?? [], this.#written).texts;
    return this.#fields;
  }

  /** These columns an export does not say in this row, and why not is told elsewhere: here they are no code, day or amount. */
  leaveUnsaid(columns: readonly string[]): void {
    this.#told = columns.flatMap((column) => this.#header.places.get(column) ?? []);
    const fields = [...this.#texts];
    for (const column of columns) fields[this.#header.columns.get(column) ?? fields.length] = unsaid;
    this.#fields = fields;
  }

  /** What tells the row from others where the agreement declares that it has no reference. */
  toldBy: string | undefined;

  /** The cells of this row, which stay when these move on. */
  kept(): Cells {
    const copy = new Cells(this, this.#header, this.report);
    copy.moveTo(this.#texts, this.#line, this.#written);
    return copy;
  }

  get line(): number {
    return this.#line;
  }

  get at(): RowReference {
    return rowIn(this, this.#line);
  }

  get kind(): LedgerKind {
    return this.#header.kind;
  }

  /** Where the columns of the file stand that are ours. */
  get places(): ReadonlyMap<string, number> {
    return this.#header.places;
  }

  /** What the file calls its columns. */
  get names(): readonly string[] {
    return this.#header.names;
  }

  /** The row as it stands in the file. */
  get written(): readonly string[] {
    return this.#written;
  }

  /** A cell as it stands in the file. */
  asWritten(index: number): string {
    return this.#written[index] ?? '';
  }

  /** The row as a reader sees it: its cells that are not blank, each on one line. */
  get text(): string {
    const cells = this.#written.map((field) => plainText(field).replace(/\s+/g, ' ').trim());
    return cells.filter((cell) => cell !== '').join(' | ');
  }

  /** All that the row says in our columns, by which it is told from others where nothing else does. */
  get saying(): string {
    return [this.unit, ...columnsOf(this.kind).map((column) => this.optional(column))].join('\0');
  }

  /** The lines of tables of codes by which the row is read. */
  usedLines(): UsedLine[] {
    return this.#maps.flatMap((map) => lineUsed(map, this.#written) ?? []);
  }

  get unit(): Unit {
    return this.#header.unit;
  }

  /** Where a column stands in this row, by the name that the file has for it; it may come from several cells, of which one is meant. */
  placeOf(column: string, index = this.#header.places.get(column)): Place {
    if (index === undefined) return this.at;
    const { said, names } = this.#header;
    const name = said === undefined ? column : (names[index] ?? column);
    return { ...this.at, field: { index, name } };
  }

  /** The text of a cell without spaces around it; '' where it is blank or the file has no such column. */
  optional(column: string): string {
    const index = this.#header.columns.get(column);
    return index === undefined ? '' : plainText(this.#texts[index] ?? '').trim();
  }

  /** The text of a cell that may not be blank. */
  required(column: string): string | undefined {
    const text = this.optional(column);
    if (text !== '') return text;
    this.report(diagnose('BCF3215', { column }, { place: this.placeOf(column) }));
    return undefined;
  }

  /** Whether a cell holds the word of a database for a blank one, which is reported. */
  isNull(column: string): boolean {
    const found = this.optional(column);
    if (!isNullWord(found)) return false;
    this.report(diagnose('BCF3075', { found, column }, { place: this.placeOf(column) }));
    return true;
  }

  /** One of a few words. */
  choice<T extends string>(column: string, allowed: readonly T[]): T | undefined {
    const found = this.required(column);
    if (found === undefined) return undefined;
    const word = allowed.find((candidate) => candidate === found.toLowerCase());
    if (word === undefined) {
      const args = { found, allowed: allowed.join(', '), meant: near(found, allowed) };
      this.report(diagnose('BCF3216', args, { place: this.placeOf(column) }));
    }
    return word;
  }

  /** An exact amount in pence, read in the unit of the file. */
  amount(column: string): Pence | undefined {
    const text = this.optional(column);
    const parsed = parseAmount(text, this.#header.unit);
    if ('pence' in parsed) return parsed.pence;
    this.report(amountDiagnostic(parsed.fault, text, this.#header.unit, this.placeOf(column)));
    return undefined;
  }

  /** An exact amount in pence where there is one; what is none is not reported. */
  amountIfAny(column: string): Pence | undefined {
    const parsed = parseAmount(this.optional(column), this.#header.unit);
    return 'pence' in parsed ? parsed.pence : undefined;
  }

  /** The money of the row, nil where it is none. */
  get moneyPence(): Pence {
    const [column] = columnsHolding(this.kind, 'money');
    return (column === undefined ? undefined : this.amountIfAny(column)) ?? 0n;
  }

  /** A number that may be money or not, which its row alone cannot tell; undefined where the cell is blank. */
  writtenNumber(column: string): WrittenNumber | undefined | 'bad' {
    const text = this.optional(column);
    if (text === '') return undefined;
    const { unit } = this.#header;
    const [number, money] = [parseDecimal(text), parseAmount(text, unit)];
    if ('number' in number) {
      const pence = 'pence' in money ? money.pence : amountDiagnostic(money.fault, text, unit, this.placeOf(column));
      return { money: pence, number: number.number };
    }
    this.report(amountDiagnostic(number.fault, text, unit, this.placeOf(column)));
    return 'bad';
  }

  /** A day of the year. */
  date(column: string, year: FinancialYear): IsoDate | undefined {
    const parsed = parseDate(this.optional(column), year, this.placeOf(column), this.#header.dayOrder);
    if ('date' in parsed) return parsed.date;
    this.report(parsed.fault);
    return undefined;
  }

  /** A count, such as admissions. */
  count(column: string): number | undefined {
    const found = this.optional(column);
    const count = parseCount(found);
    if (count !== undefined) return count;
    this.report(diagnose('BCF3217', { found }, { place: this.placeOf(column) }));
    return undefined;
  }
}
