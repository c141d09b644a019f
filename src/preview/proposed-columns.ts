import type { ColumnFacts } from './column-facts.js';
import { isDebitOrCredit } from './column-facts.js';
import { block, comment, fillIn, listed, oneOf, scalar } from './proposal-text.js';
import type { Sample } from './sample.js';

/** Lines of columns: for one of ours, and the columns of the export that they take. */
export interface Proposed {
  readonly lines: readonly string[];
  readonly taken: readonly ColumnFacts[];
  /** Whether rows with one reference are to be told apart by their order. */
  readonly isNumbered?: boolean;
}

const indent = 6;
const creditWord = /^(?:c|cr\.?|credit|[-–−])$/i;
const debitWord = /^(?:d|dr\.?|debit|\+)$/i;
const besideAmount = /\b(?:vat|tax|balance|rate|cumulative|budget)\b/i;

/** A header that somebody has to choose, with those that it may be. */
function toChoose(column: string, candidates: readonly ColumnFacts[]): string[] {
  const names = candidates.map(({ name }) => `“${name}”`);
  const which = names.length === 0 ? `no column of it is sure to be ${column}` : `${column} may be ${oneOf(names)}`;
  return [...comment(indent, which), line(column, fillIn)];
}

function line(column: string, value: string): string {
  return `${' '.repeat(indent)}${column}: ${value}`;
}

/** Where days come from. */
export function proposedDay(column: string, own: ColumnFacts | undefined, facts: readonly ColumnFacts[]): Proposed {
  if (own !== undefined) return { lines: [], taken: [own] };
  const days = facts.filter(({ isDays }) => isDays);
  const [only] = days;
  if (only === undefined || days.length > 1) return { lines: toChoose(column, days), taken: days };
  return { lines: [line(column, scalar(only.name))], taken: [only] };
}

/** Where an amount comes from: debit and credit, a value with a sign beside it, or a value alone. */
export function proposedAmount(column: string, own: ColumnFacts | undefined, facts: readonly ColumnFacts[]): Proposed {
  const money = facts.filter(({ isMoney }) => isMoney);
  const [debit, credit] = [/^(?:debits?|dr)\b/i, /^(?:credits?|cr)\b/i].map((word) =>
    money.filter(({ name }) => isDebitOrCredit(name) && word.test(name)),
  );
  if (own === undefined && debit?.length === 1 && credit?.length === 1) {
    const [of, to] = [debit[0]?.name ?? '', credit[0]?.name ?? ''];
    return {
      lines: block(indent, column, [
        ['debit', scalar(of)],
        ['credit', scalar(to)],
      ]),
      taken: [...debit, ...credit],
    };
  }
  const values = own === undefined ? money.filter(({ name }) => !besideAmount.test(name)) : [own];
  const [value] = values;
  if (value === undefined || values.length > 1) return { lines: toChoose(column, values), taken: [] };
  const marks = facts.filter(({ isSigns }) => isSigns);
  const [sign] = marks;
  if (sign !== undefined && marks.length === 1) {
    return { lines: signed(column, value, sign), taken: [value, sign] };
  }
  return { lines: value === own ? [] : [line(column, scalar(value.name))], taken: [value] };
}

/** A value with a sign beside it: which word is a credit is told by the word, or asked. */
function signed(column: string, value: ColumnFacts, sign: ColumnFacts): string[] {
  const words = [...sign.texts];
  const credits = words.filter((word) => creditWord.test(word));
  const others = words.filter((word) => !creditWord.test(word));
  const isKnown = credits.length > 0 && others.every((word) => debitWord.test(word));
  const said = isKnown
    ? []
    : comment(indent, `“${sign.name}” has ${oneOf(words.map((word) => `“${word}”`))}: which is a credit?`);
  const parts: [string, string][] = [
    ['value', scalar(value.name)],
    ['sign', scalar(sign.name)],
    ...(isKnown ? [] : [['debit', fillIn] satisfies [string, string]]),
    ['credit', isKnown ? listed(credits) : fillIn],
  ];
  return [...said, ...block(indent, column, parts)];
}

const numberOfDocument =
  /\b(?:doc(?:ument)?|invoice|inv|trans(?:action)?|voucher|journal|payment|cheque|entry)\b.*(?:\bno\b|num|\bid\b|\bref|#)|\bref(?:erence)?\b/i;
const numberOfLine = /\b(?:line|seq(?:uence)?)\b/i;

/** What tells rows apart: the number of a document, with that of its line; rows that share one are numbered. */
export function proposedReference(
  column: string,
  {
    own,
    facts,
    day,
  }: {
    readonly own: ColumnFacts | undefined;
    readonly facts: readonly ColumnFacts[];
    readonly day: ColumnFacts | undefined;
  },
  sample: Sample,
): Proposed {
  const isOnce = (...of: readonly ColumnFacts[]) => tellsApart(of, sample);
  const numbers = own === undefined ? facts.filter(({ name }) => numberOfDocument.test(name)) : [own];
  const number = numbers.find((one) => isOnce(one)) ?? numbers[0];
  const others = numbers.filter((one) => one !== number).map(({ name }) => `“${name}”`);
  const also = others.length === 0 ? [] : comment(indent, `${column} may also be ${oneOf(others)}`);
  if (number === undefined || number.filled === 0) return withoutNumber(column, day, facts);
  const named = number === own ? [] : [...also, line(column, scalar(number.name))];
  if (isOnce(number)) return { lines: named, taken: [number] };
  const within = facts.find((one) => one !== number && numberOfLine.test(one.name));
  if (within !== undefined && isOnce(number, within)) {
    return { lines: [...also, line(column, listed([number.name, within.name]))], taken: [number, within] };
  }
  return { lines: named, taken: [number], isNumbered: true };
}

/** Without a number of a document, the day and who was paid, or what for, tell rows apart with their order. */
function withoutNumber(column: string, day: ColumnFacts | undefined, facts: readonly ColumnFacts[]): Proposed {
  const words = facts.find(({ name }) => whom.test(name)) ?? facts.find(({ name }) => whatFor.test(name));
  const cells = [day, words].flatMap((one) => (one === undefined ? [] : [one.name]));
  if (cells.length === 0) return { lines: toChoose(column, []), taken: [] };
  const why = comment(indent, 'no column numbers its rows: these cells and their order tell them apart');
  const value = `[${cells.map(scalar).join(', ')}]`;
  return { lines: [...why, line(column, value)], taken: [], isNumbered: true };
}

/** Whether some cells together stand in no two rows; a row in which they are blank is none. */
function tellsApart(columns: readonly ColumnFacts[], { rows }: Sample): boolean {
  const seen = new Set<string>();
  for (const row of rows) {
    const cells = columns.map(({ index }) => row[index] ?? '');
    if (cells.every((cell) => cell === '')) continue;
    const key = cells.join('\0');
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return seen.size > 0;
}

const whatFor = /\b(?:narrative|narration|desc(?:ription)?|details?|purpose|comments?|particulars|text)\b/i;
const whom = /\b(?:supplier|payee|vendor|merchant|beneficiary|creditor)\b/i;

/** What a row is about: its words, or who was paid where it has none. */
export function proposedNote(column: string, own: ColumnFacts | undefined, facts: readonly ColumnFacts[]): Proposed {
  if (own !== undefined) return { lines: [], taken: [own] };
  const words = facts.find(({ name }) => whatFor.test(name));
  const who = facts.find((one) => one !== words && whom.test(one.name));
  const [first, second] = [words, who].flatMap((one) => one ?? []);
  if (first === undefined) return { lines: [], taken: [] };
  if (second === undefined) return { lines: [line(column, scalar(first.name))], taken: [first] };
  return {
    lines: block(indent, column, [
      ['from', scalar(first.name)],
      ['or', scalar(second.name)],
    ]),
    taken: [first, second],
  };
}

/** A column that only somebody who knows the export can name. */
export function unknownColumn(column: string): string[] {
  return toChoose(column, []);
}
