import { parseQuarter } from '../agreement/financial-year.js';
import { columnsOf, heldIn, type LedgerKind } from '../agreement/ledger-kinds.js';
import { parseCount } from '../ledger/parse-count.js';
import { parseDate } from '../ledger/parse-date.js';
import { fieldsOf } from '../ledger/raw-rows.js';
import { parseAmount } from '../money/parse-amount.js';
import { type Calendar, cellOf, type Layout, plainQuarter } from './layout.js';

/** A row as it stands in its file, and how it is read. */
export interface WrittenRow {
  readonly text: string;
  readonly layout: Layout;
}

/** The column that explains a row in free words: beside what the row says, and no part of it (R7). */
const note = 'note';

/**
 * What a row says: its day, bodies, codes, amounts and reference, whatever its cells look like and wherever its columns
 * stand. Two rows with one saying are the same row (R7). What cannot be read says nothing but itself.
 */
export function sayingOf({ text, layout }: WrittenRow, calendar: Calendar): string {
  if (isOpenEnded(text)) return `?${text}`;
  const fields = fieldsOf(text, layout.separator);
  return columnsMeant(layout.kind)
    .map((column) => saidIn(column, fields, layout, calendar))
    .join('\0');
}

/** Whether a quotation mark is opened and never closed: where the row ends, nobody can say. */
function isOpenEnded(text: string): boolean {
  return text.includes('"') && text.split('"').length % 2 === 0;
}

/** The first column, as the row stands now, in which two rows say different things; else their note, where it differs. */
export function columnOfDifference(was: WrittenRow, now: WrittenRow, calendar: Calendar): string | undefined {
  const [before, after] = [fieldsOf(was.text, was.layout.separator), fieldsOf(now.text, now.layout.separator)];
  const place = (column: string) => now.layout.columns.get(column) ?? Number.MAX_SAFE_INTEGER;
  const [first] = columnsMeant(now.layout.kind)
    .filter((column) => saidIn(column, before, was.layout, calendar) !== saidIn(column, after, now.layout, calendar))
    .sort((a, b) => place(a) - place(b));
  return first ?? (cellOf(before, note, was.layout) === cellOf(after, note, now.layout) ? undefined : note);
}

/** In what the writing of a row that says the same differs. */
export interface Difference {
  /** The columns whose cells are written another way. */
  readonly columns: readonly string[];
  /** Whether its note has other words. */
  readonly hasOtherNote: boolean;
}

/** How a row that says the same is written another way. */
export function differenceOf(was: WrittenRow, now: WrittenRow): Difference {
  const [before, after] = [fieldsOf(was.text, was.layout.separator), fieldsOf(now.text, now.layout.separator)];
  const cell = (fields: readonly string[], { columns }: Layout, name: string) => fields[columns.get(name) ?? -1] ?? '';
  const columns = columnsMeant(now.layout.kind).filter(
    (name) => cell(before, was.layout, name) !== cell(after, now.layout, name),
  );
  const words = (fields: readonly string[], layout: Layout) => cellOf(fields, note, layout).replace(/\s+/g, ' ');
  return { columns, hasOtherNote: words(before, was.layout) !== words(after, now.layout) };
}

function columnsMeant(kind: LedgerKind): string[] {
  return columnsOf(kind).filter((column) => column !== note);
}

/** What a cell says; behind a question mark, where it is not what its column holds, the cell itself. */
function saidIn(column: string, fields: readonly string[], layout: Layout, { year }: Calendar): string {
  const cell = cellOf(fields, column, layout);
  if (cell === '') return '';
  switch (heldIn(layout.kind, column)) {
    case 'money': {
      const parsed = parseAmount(cell, layout.unit);
      return 'pence' in parsed ? String(parsed.pence) : `?${cell}`;
    }
    case 'day': {
      const parsed = parseDate(cell, year, { file: '' });
      return 'date' in parsed ? parsed.date : `?${cell}`;
    }
    case 'quarter':
      return parseQuarter(cell) ?? `?${cell}`;
    case 'measured-quarter':
      return plainQuarter(cell);
    case 'count': {
      const count = parseCount(cell);
      return count === undefined ? `?${cell}` : String(count);
    }
    case 'provenance':
    case 'accrual':
    case 'opening':
      return cell.toLowerCase();
    case 'body':
    case 'code':
    case 'name':
    case 'words':
    case 'note':
      return cell;
  }
}
