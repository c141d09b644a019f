import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import type { ColumnSource, Header } from './exports.js';
import { factsOf, heldIn, type LedgerKind } from './ledger-kinds.js';
import type { ColumnDocument } from './schema-ledgers.js';

type Block = Exclude<ColumnDocument, string | readonly unknown[]>;

/** One of our columns as an entry declares it. */
interface Declared {
  readonly kind: LedgerKind;
  readonly name: string;
  readonly place: Place;
}

/** Where the cells of a column come from, by what stands behind its name; undefined where that is reported. */
export function columnSource(found: ColumnDocument, declared: Declared, report: Report): ColumnSource | undefined {
  if (typeof found === 'string') return { kind: 'cell', header: [found] };
  if (Array.isArray(found)) return ofList(found, declared);
  return ofBlock(found, declared, report);
}

/** Headers of which a file has one; for a reference, cells that are one together. */
function ofList(found: readonly (string | readonly string[])[], { kind, name }: Declared): ColumnSource {
  if (isReference(kind, name)) return { kind: 'together', headers: found.map(headerOf) };
  return { kind: 'cell', header: found.flatMap(headerOf) };
}

/** Whether a column is what tells a row from others of its body, and may be of several cells. */
function isReference(kind: LedgerKind, name: string): boolean {
  return heldIn(kind, name) === 'name' && factsOf(kind).key.includes(name);
}

function ofBlock(found: Block, declared: Declared, report: Report): ColumnSource | undefined {
  const { from, or, value, sign, marked, debit, credit, times } = found;
  const isMoney = heldIn(declared.kind, declared.name) === 'money';
  const isTurned = times === '-1';
  const given = Object.keys(found).filter((key) => key !== 'times');
  const isOf = (...keys: readonly string[]) => given.length === keys.length && keys.every((key) => given.includes(key));
  if (!isMoney && times === undefined && from !== undefined && or !== undefined && isOf('from', 'or')) {
    return { kind: 'first-filled', headers: [headerOf(from), headerOf(or)] };
  }
  const isTimesRight = times === undefined || isTurned || times === '1';
  if (isMoney && isTimesRight) {
    const source = amountSource({ value, sign, marked, debit, credit }, isTurned, isOf);
    if (source !== undefined) return source;
  }
  const args = { column: declared.name, isMoney: isMoney ? 'yes' : 'no' };
  report(diagnose('BCF1060', args, { place: declared.place }));
  return undefined;
}

function amountSource(
  { value, sign, marked, debit, credit }: Pick<Block, 'value' | 'sign' | 'marked' | 'debit' | 'credit'>,
  isTurned: boolean,
  isOf: (...keys: readonly string[]) => boolean,
): ColumnSource | undefined {
  if (value !== undefined && isOf('value')) {
    return isTurned ? { kind: 'turned', value: headerOf(value) } : { kind: 'cell', header: headerOf(value) };
  }
  if (debit !== undefined && credit !== undefined && isOf('debit', 'credit') && !areOne(debit, credit)) {
    return { kind: 'debit-credit', debit: headerOf(debit), credit: headerOf(credit), isTurned };
  }
  if (value !== undefined && marked !== undefined && isOf('value', 'marked')) {
    return { kind: 'marked', value: headerOf(value), credit: headerOf(marked), isTurned };
  }
  if (value === undefined || sign === undefined || credit === undefined) return undefined;
  if (!isOf('value', 'sign', 'credit') && !isOf('value', 'sign', 'credit', 'debit')) return undefined;
  if (areOne(value, sign)) return undefined;
  return {
    kind: 'signed',
    value: headerOf(value),
    sign: headerOf(sign),
    debit: debit === undefined ? [] : headerOf(debit),
    credit: headerOf(credit),
    isTurned,
  };
}

/** Whether two headers are one, so that the same cell would be taken twice. */
function areOne(one: string | readonly string[], other: string | readonly string[]): boolean {
  const plain = (header: string) => header.trim().toLowerCase();
  const others = headerOf(other).map(plain);
  return headerOf(one).some((header) => others.includes(plain(header)));
}

/** One header, or several spellings of it. */
export function headerOf(found: string | readonly string[]): Header {
  return typeof found === 'string' ? [found] : found;
}
