import type { LedgerEntry } from '../agreement/agreement.js';
import { columnsHolding, columnsOf, factsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { columnLetter } from '../diagnostics/column-letter.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { type Unit, unitInHeader, withoutUnit } from '../money/unit.js';
import type { UnreadColumn } from './unread-columns.js';

/** Where each of a ledger's columns stands in one file. */
export interface Header {
  readonly kind: LedgerKind;
  readonly columns: ReadonlyMap<string, number>;
  /** The unit of its amounts; pounds where the ledger has none. */
  readonly unit: Unit;
  /** Columns that are none of a ledger’s, without those that the agreement says to ignore. */
  readonly unread: readonly UnreadColumn[];
}

/** The header line of a file, and how the agreement says that the file is written. */
interface HeaderLine {
  readonly fields: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly entry: LedgerEntry;
}

/**
 * Finds a ledger's columns in the header line of a file, by their documented names or by the aliases that the
 * agreement declares. What is missing, double or without a unit is reported; undefined then.
 */
export function readHeader(header: HeaderLine, report: Report): Header | undefined {
  const { fields, file, line, entry } = header;
  const { kind } = entry;
  const required = Object.keys(factsOf(kind).required);
  const amounts = columnsHolding(kind, 'money');
  const names = fields.map((field) => nameOfColumn(field, entry));
  if (!names.some((name) => required.includes(name ?? ''))) {
    report(diagnose('BCF3022', { expected: required.join(', ') }, { place: { file, line } }));
    return undefined;
  }

  const columns = new Map<string, number>();
  let isComplete = true;
  for (const [index, name] of names.entries()) {
    if (name === undefined) continue;
    const first = columns.get(name);
    if (first === undefined) columns.set(name, index);
    else {
      isComplete = false;
      const args = { column: name, first: columnLetter(first), second: columnLetter(index) };
      report(diagnose('BCF3006', args, { place: { file, line, field: { index, name } } }));
    }
  }
  const ignored = (entry.ignore ?? []).map(plainly);
  const unread = fields
    .map((field, index) => ({ index, name: field.trim() }))
    .filter(({ index, name }) => names[index] === undefined && name !== '' && !ignored.includes(plainly(name)));
  const unreadNames = unread.map(({ name }) => name);
  for (const column of required) {
    if (columns.has(column)) continue;
    isComplete = false;
    const wanted = entry.columns.get(column) ?? column;
    const args = { column: wanted, name: column, meant: near(wanted, unreadNames) };
    report(diagnose('BCF3005', args, { place: { file, line } }));
  }
  // An optional column of money that a file does without declares nothing.
  const isThere = (name: string) => columns.has(name) || required.includes(name);
  const declared = amounts
    .filter(isThere)
    .map((name) => ({ name, unit: unitOf(name, columns.get(name), header, report) }));
  const unit = oneUnit(declared, { file, line }, report);
  return isComplete && unit !== undefined ? { kind, columns, unit, unread } : undefined;
}

/** Which of our columns a header field names: by alias first, then by name, however it is spaced or cased. */
function nameOfColumn(field: string, entry: LedgerEntry): string | undefined {
  const amounts = columnsHolding(entry.kind, 'money');
  for (const [ours, theirs] of entry.columns) {
    const isTheirs = plainly(theirs) === plainly(field);
    if (isTheirs || (amounts.includes(ours) && plainly(theirs) === plainly(withoutUnit(field)))) return ours;
  }
  const plain = plainly(field);
  return columnsOf(entry.kind).find(
    (name) =>
      !entry.columns.has(name) && (name === plain || (amounts.includes(name) && name === plainly(withoutUnit(field)))),
  );
}

function plainly(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
}

/** The unit of all the amounts of a file; pounds where it has none, undefined where they have none or differ. */
function oneUnit(
  amounts: readonly { readonly name: string; readonly unit: Unit | undefined }[],
  place: { readonly file: string; readonly line: number },
  report: Report,
): Unit | undefined {
  const [first, ...others] = amounts;
  if (first === undefined) return 'pounds';
  for (const { name, unit } of others) {
    if (unit === undefined || first.unit === undefined || unit === first.unit) continue;
    const args = { column: name, header: unit, declared: first.unit };
    report(diagnose('BCF3009', args, { place: { ...place, field: { name } } }));
    return undefined;
  }
  return amounts.every(({ unit }) => unit !== undefined) ? first.unit : undefined;
}

function unitOf(
  amount: string,
  index: number | undefined,
  { fields, file, line, entry }: HeaderLine,
  report: Report,
): Unit | undefined {
  if (index === undefined) return undefined;
  const column = fields[index]?.trim() ?? amount;
  const place = { file, line, field: { index, name: amount } };
  const inHeader = unitInHeader(column);
  if (inHeader !== undefined && entry.unit !== undefined && inHeader !== entry.unit) {
    report(diagnose('BCF3009', { column, header: inHeader, declared: entry.unit }, { place }));
    return undefined;
  }
  const unit = inHeader ?? entry.unit;
  if (unit === undefined) report(diagnose('BCF3008', { column }, { place }));
  return unit;
}
