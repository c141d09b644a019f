import { isPattern } from '../ledger/code-pattern.js';
import { withoutTextMark } from '../ledger/code-table.js';
import { toPounds } from '../money/format-money.js';
import type { Sheet } from '../pages/sheet.js';
import type { Skeleton } from './code-skeleton.js';

/** A skeleton as the table that map: reads: the codes, ours to be filled in, and beside them what helps to fill it in. */
export function skeletonSheet({ by, ours, lines }: Skeleton): Sheet {
  return {
    columns: [...by, ...ours, 'nearest', 'words', 'rows', 'sum'],
    rows: lines.map(({ codes, ours: own, nearest, words, rows, amountPence }) => [
      ...codes.map(asWritten),
      ...own,
      nearest,
      words,
      { exact: String(rows) },
      amountPence === undefined ? undefined : { exact: toPounds(amountPence) },
    ]),
  };
}

/** A code that begins as a marked one does, or is written as a range is, is marked itself, so that it is read as it is. */
function asWritten(code: string): string {
  return withoutTextMark(code) === code && !isPattern(code) ? code : `'${code}`;
}
