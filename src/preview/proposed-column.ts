import type { ColumnSource, Header } from '../agreement/exports.js';
import type { ColumnFacts } from './column-facts.js';
import { block, comment, fillIn, listed, oneOf, scalar } from './proposal-text.js';

type Part = readonly [key: string, value: string];

/** Where one of our columns comes from, as far as that is sure. */
export interface ProposedColumn {
  /** What is to be said above it. */
  readonly says?: readonly string[] | undefined;
  /** Undefined where it has its own name in the file, or where nobody can tell. */
  readonly source?: ColumnSource | undefined;
  /** Whether it has its own name in the file, so that nothing has to be declared of it. */
  readonly isOwn?: boolean;
  /** What somebody has to fill in beside what is sure. */
  readonly asks?: readonly string[];
  /** What is sure beside a header that somebody has to choose. */
  readonly beside?: ColumnSource | undefined;
  /** The columns of the export that it takes, or may take. */
  readonly taken: readonly ColumnFacts[];
  /** Whether rows with one reference are to be told apart by their order. */
  readonly isNumbered?: boolean;
}

/** Whether it is sure where a column comes from, if not with which sign. */
export function isSure({ source, isOwn = false, asks = [] }: ProposedColumn): boolean {
  return (isOwn || source !== undefined) && asks.every((key) => key === 'times');
}

/** A column that has its own name in the file. */
export function ownColumn(own: ColumnFacts): ProposedColumn {
  return { isOwn: true, taken: [own] };
}

/** A column that one column of the export is. */
export function cellOf(facts: ColumnFacts): ColumnSource {
  return { kind: 'cell', header: [facts.name] };
}

/** A header that somebody has to choose, with those that it may be. */
export function toChoose(column: string, candidates: readonly ColumnFacts[]): ProposedColumn {
  const names = candidates.map(({ name }) => `“${name}”`);
  const which = names.length === 0 ? `no column of it is sure to be ${column}` : `${column} may be ${oneOf(names)}`;
  return { says: [which], taken: candidates };
}

const indent = 6;

/** Its lines under columns: in agreement.yaml. */
export function columnLines(column: string, proposed: ProposedColumn): string[] {
  const { says = [], source, isOwn = false, asks = [], beside } = proposed;
  const said = says.flatMap((text) => comment(indent, text));
  const start = `${' '.repeat(indent)}${column}: `;
  const from = source ?? beside;
  if (from === undefined) return isOwn ? said : [...said, `${start}${fillIn}`];
  const value = behindOf(from);
  const blanks = asks.map((key): Part => [key, fillIn]);
  if (typeof value === 'string' && blanks.length === 0) return [...said, `${start}${value}`];
  const parts = typeof value === 'string' ? [['value', value] satisfies Part] : value;
  if (source === undefined) {
    const toFillIn = parts.map(([key, text]): Part => [key, key === 'value' ? fillIn : text]);
    return [...said, ...block(indent, column, [...toFillIn, ...blanks])];
  }
  return [...said, ...block(indent, column, [...parts, ...blanks])];
}

/** What stands behind a column of ours that comes from there. */
function behindOf(source: ColumnSource): string | readonly Part[] {
  switch (source.kind) {
    case 'cell':
      return listed(source.header);
    case 'together':
      return `[${source.headers.map(firstOf).join(', ')}]`;
    case 'first-filled':
      return [
        ['from', firstOf(source.headers[0])],
        ['or', firstOf(source.headers[1])],
      ];
    case 'turned':
      return [
        ['value', firstOf(source.value)],
        ['times', '-1'],
      ];
    case 'marked':
      return [['value', firstOf(source.value)], ...wordsOf('marked', source.credit)];
    case 'debit-credit':
      return [
        ['debit', firstOf(source.debit)],
        ['credit', firstOf(source.credit)],
      ];
    case 'signed':
      return [['value', firstOf(source.value)], ['sign', firstOf(source.sign)], ...wordsOf('credit', source.credit)];
  }
}

function firstOf(header: Header | undefined): string {
  return scalar(header?.[0] ?? '');
}

function wordsOf(key: string, words: readonly string[]): Part[] {
  return words.length === 0 ? [] : [[key, listed(words)]];
}
