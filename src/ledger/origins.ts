import type { DayOrder } from '../agreement/exports.js';
import { plainText } from '../diagnostics/plain-text.js';
import { amountIn } from '../money/amount-text.js';
import { type AmountFault, parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import type { Unit } from '../money/unit.js';
import type { CodeTable, NoLine } from './code-table.js';
import type { UsedLine } from './codes-met.js';
import { dayWritten } from './parse-date.js';

/** Where the cells of one of our columns come from in the rows of one file. */
export type Origin =
  | { readonly kind: 'cell'; readonly index: number }
  | { readonly kind: 'first-filled' | 'together'; readonly indexes: readonly number[] }
  | { readonly kind: 'constant'; readonly text: string }
  | MappedOrigin
  | { readonly kind: 'turned'; readonly value: number }
  | { readonly kind: 'debit-credit'; readonly debit: number; readonly credit: number; readonly isTurned: boolean }
  | SignedOrigin
  | MarkedOrigin;

/** What a table has for the codes in these cells. */
export interface MappedOrigin {
  readonly kind: 'mapped';
  readonly by: readonly number[];
  readonly table: CodeTable;
  readonly column: string;
}

interface SignedOrigin {
  readonly kind: 'signed';
  readonly value: number;
  readonly sign: number;
  readonly debit: readonly string[];
  readonly credit: readonly string[];
  readonly isTurned: boolean;
}

interface MarkedOrigin {
  readonly kind: 'marked';
  readonly value: number;
  readonly credit: readonly string[];
  readonly isTurned: boolean;
}

/** Why a cell of an export says nothing of ours. */
export type OriginFault =
  | { readonly kind: 'amount'; readonly index: number; readonly fault: AmountFault; readonly text: string }
  | { readonly kind: 'decimal-point'; readonly index: number; readonly text: string }
  | { readonly kind: 'sign'; readonly index: number; readonly text: string; readonly origin: SignedOrigin }
  | { readonly kind: 'signed-twice'; readonly index: number; readonly text: string; readonly sign: string }
  | { readonly kind: 'unmapped'; readonly index: number; readonly found: NoLine };

/** How the cells of a file are written. */
export interface Writing {
  readonly unit: Unit;
  readonly dayOrder: DayOrder | undefined;
  readonly hasDecimalComma: boolean;
}

/** What a cell of ours says, as text in our own form; or why it says nothing. */
export type Said = string | OriginFault;

/** Says one column of a row. */
export type Say = (fields: readonly string[]) => Said;

/** The words that every ledger has for a debit; for others the agreement declares them. */
const debits = ['d', 'dr', 'debit', '+'];

/** The cells of a file that a column comes from. */
export function indexesOf(origin: Origin | undefined): readonly number[] {
  switch (origin?.kind) {
    case undefined:
    case 'constant':
      return [];
    case 'cell':
      return [origin.index];
    case 'first-filled':
    case 'together':
      return origin.indexes;
    case 'mapped':
      return origin.by;
    case 'turned':
    case 'signed':
    case 'marked':
      return [origin.value];
    case 'debit-credit':
      return [origin.debit, origin.credit];
  }
}

/** How a column is said whose cells come from there. */
export function sayFrom(origin: Origin, holds: 'money' | 'day' | 'other', writing: Writing): Say {
  switch (origin.kind) {
    case 'cell':
      return ofCell(origin.index, holds, writing);
    case 'first-filled':
      return (fields) => origin.indexes.map((index) => cellOf(fields, index)).find((text) => text !== '') ?? '';
    case 'together':
      return (fields) => together(origin.indexes.map((index) => cellOf(fields, index)));
    case 'constant':
      return () => origin.text;
    case 'mapped':
      return (fields) => {
        const found = origin.table.lineFor(codesAt(origin, fields));
        if ('cells' in found) return found.cells.get(origin.column) ?? '';
        return { kind: 'unmapped', index: origin.by[0] ?? 0, found };
      };
    case 'turned':
      return (fields) => written(amountAt(fields, origin.value, writing), true, writing);
    case 'debit-credit':
      return (fields) => debitLessCredit(fields, origin, writing);
    case 'signed':
      return (fields) => signed(fields, origin, writing);
    case 'marked':
      return (fields) => marked(fields, origin, writing);
  }
}

function codesAt({ by }: MappedOrigin, fields: readonly string[]): string[] {
  return by.map((index) => cellOf(fields, index));
}

/** The tables by which columns are read, each once for the cells that it goes by. */
export function mapsOf(origins: Iterable<Origin>): MappedOrigin[] {
  const maps = new Map<string, MappedOrigin>();
  for (const origin of origins) {
    if (origin.kind !== 'mapped') continue;
    maps.set([origin.table.file, origin.table.sheet, ...origin.by].join('\0'), origin);
  }
  return [...maps.values()];
}

/** The line of a table by which a row is read; undefined where there is none. */
export function lineUsed(map: MappedOrigin, fields: readonly string[]): UsedLine | undefined {
  const codes = codesAt(map, fields);
  const line = map.table.lineFor(codes);
  return 'cells' in line ? { table: map.table, line, codes } : undefined;
}

function ofCell(index: number, holds: 'money' | 'day' | 'other', writing: Writing): Say {
  const { dayOrder, hasDecimalComma } = writing;
  if (holds === 'money' && hasDecimalComma)
    return (fields) => written(amountAt(fields, index, writing), false, writing);
  if (holds !== 'day' || dayOrder === undefined) return (fields) => fields[index] ?? '';
  return (fields) => {
    const text = cellOf(fields, index);
    return dayWritten(text, dayOrder) ?? text;
  };
}

/** The cells of a row that are one together; '' where all are blank. */
function together(cells: readonly string[]): string {
  return cells.every((cell) => cell === '') ? '' : cells.join('/');
}

/** The text of a cell as ledgers read it. */
export function cellOf(fields: readonly string[], index: number): string {
  return plainText(fields[index] ?? '').trim();
}

type Amount = { readonly pence: Pence } | OriginFault;

/** The amount in one cell. */
function amountAt(fields: readonly string[], index: number, writing: Writing): Amount {
  return amountOf(cellOf(fields, index), index, writing);
}

function amountOf(text: string, index: number, { unit, hasDecimalComma }: Writing): Amount {
  const parsed = parseAmount(hasDecimalComma ? withPoint(text) : text, unit);
  if ('pence' in parsed) return parsed;
  const { fault } = parsed;
  const isOtherMark = fault === 'continental' || fault === 'misplaced-comma' || fault === 'thousands-point';
  if (hasDecimalComma && isOtherMark) return { kind: 'decimal-point', index, text };
  return { kind: 'amount', index, fault, text };
}

/** The text of an amount with a comma before its pence, as one with a point. */
function withPoint(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
}

function written(amount: Amount, isTurned: boolean, { unit }: Writing): Said {
  if (!('pence' in amount)) return amount;
  return amountIn(unit, isTurned ? -amount.pence : amount.pence);
}

/** A blank cell of two is nil; a row of which both are blank has no amount. */
function debitLessCredit(
  fields: readonly string[],
  { debit, credit, isTurned }: Extract<Origin, { readonly kind: 'debit-credit' }>,
  writing: Writing,
): Said {
  const amounts = [debit, credit].map((index): Amount | undefined =>
    cellOf(fields, index) === '' ? undefined : amountAt(fields, index, writing),
  );
  const [debited, credited] = amounts;
  if (debited === undefined && credited === undefined)
    return { kind: 'amount', index: debit, fault: 'blank', text: '' };
  if (debited !== undefined && !('pence' in debited)) return debited;
  if (credited !== undefined && !('pence' in credited)) return credited;
  return written({ pence: (debited?.pence ?? 0n) - (credited?.pence ?? 0n) }, isTurned, writing);
}

function signed(fields: readonly string[], origin: SignedOrigin, writing: Writing): Said {
  const amount = amountAt(fields, origin.value, writing);
  if (!('pence' in amount)) return amount;
  const sign = cellOf(fields, origin.sign);
  const is = (words: readonly string[]) => words.some((word) => word.toLowerCase() === sign.toLowerCase());
  const isCredit = is(origin.credit);
  if (!isCredit && !is(origin.debit.length > 0 ? origin.debit : debits)) {
    return { kind: 'sign', index: origin.sign, text: sign, origin };
  }
  if (amount.pence < 0n) {
    return { kind: 'signed-twice', index: origin.value, text: cellOf(fields, origin.value), sign };
  }
  return written(amount, isCredit !== origin.isTurned, writing);
}

const [markBefore, markBehind] = [/^(\p{L}+)\.?\s*(?=[£\d.([+-])/u, /(?<=[\d)\]-])\s*(\p{L}+)\.?$/u];

/** The words before an amount and behind it in one cell, and the cell without each: `CR` and `120.00` of `120.00 CR`. */
export function marksOf(text: string): { readonly word: string; readonly amount: string }[] {
  return [markBefore, markBehind].flatMap((pattern) => {
    const [whole, word] = pattern.exec(text) ?? [];
    return whole === undefined || word === undefined ? [] : [{ word, amount: text.replace(whole, '') }];
  });
}

/** An amount is a credit where its cell has the mark of one; without a mark, or with that of a debit, it is as it stands. */
function marked(fields: readonly string[], { value, credit, isTurned }: MarkedOrigin, writing: Writing): Said {
  const text = cellOf(fields, value);
  const credits = credit.map((word) => word.toLowerCase());
  for (const { word, amount: alone } of marksOf(text)) {
    const isCredit = credits.includes(word.toLowerCase());
    if (!isCredit && !debits.includes(word.toLowerCase())) continue;
    const amount = amountOf(alone, value, writing);
    if (!('pence' in amount)) return amount;
    if (amount.pence < 0n) return { kind: 'signed-twice', index: value, text, sign: word };
    return written(amount, isCredit !== isTurned, writing);
  }
  return written(amountOf(text, value, writing), isTurned, writing);
}
