import type { CsvError } from 'csv-parse';
import { damageOf } from './excel-damage.js';
import { LineCount } from './line-count.js';
import { swallowedRows } from './swallowed-rows.js';

/** A record that is not well formed, or blank. */
export type RecordFault =
  | {
      readonly kind: 'fields';
      readonly fields: readonly string[];
      readonly found: number;
      readonly expected: number;
    }
  | { readonly kind: 'blank' }
  /** After a mark behind a closing one csv-parse takes the rows that follow for one field. */
  | { readonly kind: 'stray-quote'; readonly losesRows: boolean }
  | { readonly kind: 'open-quote' }
  /** A cell of several lines that holds rows: which field, and the lines on which its marks open and close. */
  | {
      readonly kind: 'swallowed';
      readonly index: number;
      readonly opens: number;
      readonly closes: number;
      readonly rows: number;
    }
  | { readonly kind: 'too-long' };

export interface RecordHandlers {
  /** Each record with the line it begins on, the header first. False stops the reading. */
  readonly onRecord: (fields: readonly string[], line: number) => boolean;
  readonly onFault: (fault: RecordFault, line: number) => void;
  /** Whether the header has not been found yet, where lines may stand above it. */
  readonly isHeaderSought?: () => boolean;
}

/** Takes the records of a file one by one, and tells rows from what is none: on which line each begins, and what is wrong with it. */
export class RecordTaker {
  readonly #handlers: RecordHandlers;
  readonly #separator: string;
  #lines: LineCount;
  #isStopped = false;
  #expected = 0;
  /** How many fields the header has up to the last that has a name. */
  #named = 0;
  #told = '';
  #isLost = false;
  /** The line on which the record before ends, as csv-parse counts. */
  #lastEnd = 0;
  #taken = 0;

  constructor(handlers: RecordHandlers, separator: string, linesBefore: number) {
    this.#handlers = handlers;
    this.#separator = separator;
    this.#lines = new LineCount(linesBefore);
  }

  /** Whether nobody wants to read on. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  get linesBefore(): number {
    return this.#lines.before;
  }

  /** Takes a record of one line. */
  takeLine(fields: readonly string[]): void {
    if (!this.#isStopped) this.#takeRecord(fields, this.#lines.ofLine(), true);
  }

  /** Takes a record that csv-parse has read by itself. */
  takeJudged(fields: readonly string[], isOfOneLine: boolean): void {
    if (!this.#isStopped) this.#takeRecord(fields, this.#lines.ofRecord(fields, 0), isOfOneLine);
  }

  /** From here on csv-parse reads, and counts lines from 1; some records that it reads first are taken already. */
  beginParser({ linesBefore, taken }: { readonly linesBefore: number; readonly taken: number }): void {
    this.#lines = new LineCount(linesBefore);
    this.#taken = taken;
  }

  /** Takes a record that csv-parse has read, and the line on which it ends. */
  take(fields: readonly string[], endsOn: number): void {
    if (this.#isStopped) return;
    // A record that ends on the next line has swallowed none: nearly all do.
    const isOfOneLine = endsOn === this.#lastEnd + 1;
    this.#lastEnd = endsOn;
    const line = this.#lines.ofRecord(fields, endsOn);
    if (this.#taken > 0) this.#taken -= 1;
    else this.#takeRecord(fields, line, isOfOneLine);
  }

  /** Takes what csv-parse finds wrong with a record that it skips. */
  takeFault(error: CsvError): void {
    if (!this.#isStopped) this.#tell(faultOf(error), this.#lines.ofFault(lineOf(error)));
  }

  takeTooLong(error: CsvError): void {
    this.#tell({ kind: 'too-long' }, this.#lines.ofFault(lineOf(error)));
  }

  #takeRecord(fields: readonly string[], line: number, isOfOneLine: boolean): void {
    const { onRecord, onFault, isHeaderSought } = this.#handlers;
    const filled = filledLength(fields);
    if (filled > 0 && isHeaderSought?.() === true) {
      this.#isStopped = !onRecord(fields, line);
      if (!isHeaderSought()) [this.#expected, this.#named] = [fields.length, filled];
      return;
    }
    if (this.#expected === 0 && filled > 0) [this.#expected, this.#named] = [fields.length, filled];
    const isUsual = fields.length === this.#expected;
    if ((this.#expected > 1 || !isUsual) && filled === 0) onFault({ kind: 'blank' }, line);
    else if (!isOfOneLine && this.#tellSwallowed(fields, line)) return;
    else if (isUsual ? saysBeyond(fields, this.#named) : !isWhole(fields, this.#named)) {
      this.#tell({ kind: 'fields', fields, found: isUsual ? filled : fields.length, expected: this.#named }, line);
    } else this.#isStopped = !onRecord(fields, line);
  }

  #tellSwallowed(fields: readonly string[], line: number): boolean {
    const swallowed = swallowedRows(fields, this.#separator, this.#expected);
    if (swallowed === undefined) return false;
    const { index, opensBelow, closesBelow, rows } = swallowed;
    this.#tell({ kind: 'swallowed', index, opens: line + opensBelow, closes: line + closesBelow, rows }, line);
    return true;
  }

  /** A row's fault is told once; an open quote that an earlier fault left behind is the same fault. */
  #tell(fault: RecordFault, line: number): void {
    const isTold = this.#told === `${fault.kind} ${line}` || (fault.kind === 'open-quote' && this.#isLost);
    this.#told = `${fault.kind} ${line}`;
    this.#isLost ||= fault.kind === 'too-long' || (fault.kind === 'stray-quote' && fault.losesRows);
    if (!isTold) this.#handlers.onFault(fault, line);
  }
}

function faultOf(error: CsvError): RecordFault {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return { kind: 'open-quote' };
    case 'CSV_MAX_RECORD_SIZE':
      return { kind: 'too-long' };
    case 'INVALID_OPENING_QUOTE':
      return { kind: 'stray-quote', losesRows: false };
    case 'CSV_INVALID_CLOSING_QUOTE':
      return { kind: 'stray-quote', losesRows: true };
    default:
      throw error;
  }
}

/** How many fields a record has up to the last that is not blank. */
function filledLength(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== '') + 1;
}

/** Whether anything is said beyond the columns that have names: a formula filled down beside a table ends in #N/A. */
function saysBeyond(fields: readonly string[], named: number): boolean {
  for (let index = named; index < fields.length; index += 1) {
    const field = fields[index] ?? '';
    if (field.trim() !== '' && damageOf(field, false) !== 'error') return true;
  }
  return false;
}

const endsInUpTo999 = /(?:^|\D)\d{1,3}$/;
const beginsWithThree = /^\d{3}(?!\d)/;

/**
 * Whether a record that is longer or shorter than the header is so by blank cells only, beyond the columns that have names.
 * One that is longer for an amount whose comma was taken for a separator is not: then its last cells may be blank too.
 */
function isWhole(fields: readonly string[], named: number): boolean {
  if (fields.length < named || saysBeyond(fields, named)) return false;
  return !fields.some(
    (field, index) => endsInUpTo999.test(field.trim()) && beginsWithThree.test((fields[index + 1] ?? '').trim()),
  );
}

function lineOf(error: CsvError): number {
  const lines: unknown = error.lines;
  return typeof lines === 'number' ? lines : 1;
}
