import type { ColumnFacts } from './column-facts.js';
import { comment, listed, scalar } from './proposal-text.js';

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

/** Columns that nobody reads, and that look like money or signs. */
export function ignoreLines(free: readonly ColumnFacts[]): string[] {
  const left = free.filter(({ isMoney, isSigns }) => isMoney || isSigns);
  if (left.length === 0) return [];
  const why = 'money and signs that nobody reads: see that none of it is the amount';
  return [...comment(indent, why), `    ignore: [${left.map(({ name }) => scalar(name)).join(', ')}]`];
}
