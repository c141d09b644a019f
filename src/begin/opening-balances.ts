import type { LedgerEntry } from '../agreement/agreement.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import { BookView } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import { sum } from '../money/pence.js';
import type { ReadFund } from '../rules/check.js';
import { poolParts } from '../rules/pool-parts.js';
import { amountIn } from './amount-text.js';
import type { NewFile } from './file.js';
import { csvText, headerIn } from './house-csv.js';
import { nowOf, type Successors } from './successors.js';

export interface OpeningBalances {
  readonly file: NewFile;
  /** All of them together: what the fund held at its year end. */
  readonly totalPence: Pence;
  /** Whose fences were overspent, by how much: it is brought forward as that, and not taken from this year’s money. */
  readonly overspentFences: readonly { readonly partner: string; readonly heading: string; readonly pence: Pence }[];
  /** What of it the agreement says is owed back to its partners. */
  readonly owedBackPence: Pence;
}

const names = ['pool', 'heading', 'partner', 'source', 'amount', 'note'];

/**
 * What each part of the pools held at the year end, brought forward: money kept for a purpose, money not spent, and, as
 * a negative amount, what a partner spent above all that it paid in. Undefined where the year has no actuals to Q4.
 */
export function openingBalances(
  fund: ReadFund,
  entry: LedgerEntry | undefined,
  successors: Successors,
): OpeningBalances | undefined {
  const { agreement, journal } = fund;
  if (journal.balances('actual', { within: 'Q4' }).next().done) return undefined;
  const parts = poolParts(agreement, new BookView(journal, 'actual', 'Q4'));
  const merged = new Map<string, { cells: readonly string[]; purpose: string; pence: Pence }>();
  for (const { pool, purpose, partner, source, balance } of parts) {
    const cells = [pool, purpose, nowOf(successors, partner), source];
    const key = cells.join('\0');
    merged.set(key, { cells, purpose, pence: (merged.get(key)?.pence ?? 0n) + balance.amount });
  }
  const held = [...merged.values()].filter(({ pence }) => pence !== 0n);
  const isOwedBack = ({ purpose, pence }: (typeof held)[number]) =>
    agreement.balanceRule.unspent === 'owed-back' && purpose === '' && pence > 0n;
  const noteOf = (row: (typeof held)[number]) => {
    if (row.pence < 0n) return `spent above what it paid in, in ${agreement.year.label}`;
    return isOwedBack(row) ? `not spent in ${agreement.year.label}, owed back` : `not spent in ${agreement.year.label}`;
  };
  const rows = held.map((row) => [...row.cells, amountIn(entry?.unit ?? 'pounds', row.pence), noteOf(row)]);
  return {
    file: {
      path: openingFile,
      text: csvText(headerIn('opening', names, entry), rows),
      what: `what was held at the end of ${agreement.year.label}, brought forward`,
    },
    overspentFences: parts
      .filter(({ purpose, balance }) => balance.amount < 0n && fenceOfHeading(agreement, purpose) !== undefined)
      .map(({ partner, purpose, balance }) => ({ partner, heading: purpose, pence: -balance.amount })),
    totalPence: sum(held.map(({ pence }) => pence)),
    owedBackPence: sum(held.filter(isOwedBack).map(({ pence }) => pence)),
  };
}

export const openingFile = 'ledgers/opening.csv';
