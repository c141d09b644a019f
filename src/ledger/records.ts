import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Options, Parser } from 'csv-parse';
import { damageOf } from './excel-damage.js';
import { LineCount } from './line-count.js';
import { hasHeader, layoutOf, type Separator } from './separator.js';
import { swallowedRows } from './swallowed-rows.js';

const longestRecord = 1 << 16;

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

interface RecordHandlers {
  /** Each record with the line it begins on, the header first. False stops the reading. */
  readonly onRecord: (fields: readonly string[], line: number) => boolean;
  readonly onFault: (fault: RecordFault, line: number) => void;
  /** Whether the header has not been found yet, where lines may stand above it. */
  readonly isHeaderSought?: () => boolean;
}

/**
 * Streams the records of a CSV text through csv-parse, strictly: a faulty record is handed to `onFault` and the
 * reading goes on, so that one run shows every fault. Handlers run as each record is parsed, in file order.
 * (csv-parse: options on_skip and skip_records_with_error.) Gives what separates the fields.
 */
export async function readRecords(text: AsyncIterable<string>, handlers: RecordHandlers): Promise<Separator> {
  const pieces = text[Symbol.asyncIterator]();
  const start = await startOf(pieces);
  const { separator, linesBefore, charactersBefore } = layoutOf(start);

  async function* rest(): AsyncGenerator<string> {
    yield start.slice(charactersBefore);
    for (let piece = await pieces.next(); !piece.done && !stopped; piece = await pieces.next()) yield piece.value;
  }

  let stopped = false;
  let expected = 0;
  /** How many fields the header has up to the last that has a name. */
  let named = 0;
  let told = '';
  let isLost = false;
  /** A row's fault is told once; an open quote that an earlier fault left behind is the same fault. */
  const tell = (fault: RecordFault, line: number): void => {
    const isTold = told === `${fault.kind} ${line}` || (fault.kind === 'open-quote' && isLost);
    told = `${fault.kind} ${line}`;
    isLost ||= fault.kind === 'too-long' || (fault.kind === 'stray-quote' && fault.losesRows);
    if (!isTold) handlers.onFault(fault, line);
  };
  const lines = new LineCount(linesBefore);
  let lastEnd = 0;
  const tellSwallowed = (fields: readonly string[], line: number): boolean => {
    const swallowed = swallowedRows(fields, separator, expected);
    if (swallowed === undefined) return false;
    const { index, opensBelow, closesBelow, rows } = swallowed;
    tell({ kind: 'swallowed', index, opens: line + opensBelow, closes: line + closesBelow, rows }, line);
    return true;
  };
  const take = (fields: readonly string[], endsOn: number): void => {
    if (stopped) return;
    const filled = filledLength(fields);
    if (filled > 0 && handlers.isHeaderSought?.() === true) {
      lastEnd = endsOn;
      stopped = !handlers.onRecord(fields, lines.ofRecord(fields, endsOn));
      if (!handlers.isHeaderSought()) [expected, named] = [fields.length, filled];
      return;
    }
    if (expected === 0 && filled > 0) [expected, named] = [fields.length, filled];
    const line = lines.ofRecord(fields, endsOn);
    // A record that ends on the next line has swallowed none: nearly all do.
    const isOfOneLine = endsOn === lastEnd + 1;
    lastEnd = endsOn;
    const isUsual = fields.length === expected;
    if ((expected > 1 || !isUsual) && filled === 0) handlers.onFault({ kind: 'blank' }, line);
    else if (!isOfOneLine && tellSwallowed(fields, line)) return;
    else if (isUsual ? saysBeyond(fields, named) : !isWhole(fields, named)) {
      tell({ kind: 'fields', fields, found: isUsual ? filled : fields.length, expected: named }, line);
    } else stopped = !handlers.onRecord(fields, line);
  };
  const options = optionsFor(separator, (error) => {
    if (!stopped) tell(faultOf(error), lines.ofFault(lineOf(error)));
  });
  const parser = new RecordParser(options, take);
  try {
    await pipeline(Readable.from(rest()), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_MAX_RECORD_SIZE') throw error;
    tell({ kind: 'too-long' }, lines.ofFault(lineOf(error)));
  }
  return separator;
}

/** Strict reading, by which a faulty record is handed over and the next is read; rows may be longer than their header. */
function optionsFor(separator: string, onFault: (error: CsvError) => void): Options {
  return {
    delimiter: separator,
    max_record_size: longestRecord,
    skip_records_with_error: true,
    relax_column_count: true,
    on_skip: (error) => {
      if (error !== undefined) onFault(error);
      return undefined;
    },
  };
}

/** The beginning of a text, at least to the end of its header. */
async function startOf(pieces: AsyncIterator<string>): Promise<string> {
  let start = '';
  while (!hasHeader(start) && start.length < longestRecord) {
    const piece = await pieces.next();
    if (piece.done) break;
    start += piece.value;
  }
  return start;
}

/**
 * Hands each record over as it is parsed, and the line that it ends on. The parser’s own `on_record` is not for this: it
 * describes the parser’s state to each record anew, and these descriptions are most of what a million rows leave behind.
 */
class RecordParser extends Parser {
  readonly #take: (fields: readonly string[], endsOn: number) => void;

  constructor(options: Options, take: (fields: readonly string[], endsOn: number) => void) {
    super(options);
    this.#take = take;
  }

  override push(record: unknown): boolean {
    if (!Array.isArray(record)) return super.push(record);
    if (this.destroyed) return false;
    try {
      this.#take(record, this.info.lines);
    } catch (error) {
      // What a handler throws ends the reading, and is thrown by it.
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return true;
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
