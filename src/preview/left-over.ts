import type { ColumnFacts } from './column-facts.js';
import { comment, fillIn, listed, oneOf, scalar } from './proposal-text.js';

const indent = 4;
const reversed = /^(?:reversed|reversal|parked|cancelled|void(?:ed)?|unapproved|not approved|on hold|rejected)$/i;

/** Rows that may be none of the ledger are for somebody to leave out. */
export function leaveOutLines(free: readonly ColumnFacts[]): string[] {
  return free.flatMap(({ name, texts }) => {
    const words = [...texts.keys()].filter((text) => reversed.test(text));
    if (words.length === 0) return [];
    return [
      ...comment(indent, 'where these rows are none of the ledger:'),
      `    # leave_out: { ${scalar(name)}: ${listed(words)} }`,
    ];
  });
}

/**
 * Columns that nobody reads, and that look like money; of those that may be the amount, what it is not is to be filled in. A
 * column of signs says something of the amount, and is never ignored.
 */
export function ignoreLines(free: readonly ColumnFacts[], toChoose: readonly ColumnFacts[]): string[] {
  const left = free.filter(({ isMoney, isSigns }) => isMoney && !isSigns).map(({ name }) => scalar(name));
  const others = toChoose.slice(1).map(() => fillIn);
  if (left.length + others.length === 0) return [];
  const names = toChoose.map(({ name }) => `“${name}”`);
  const rest = others.length === 0 ? '' : `; add what of ${oneOf(names)} is not`;
  const why = `money that nobody reads: see that none of it is the amount${rest}`;
  return [...comment(indent, why), `    ignore: [${[...left, ...others].join(', ')}]`];
}
