import type { Agreement } from '../agreement/agreement.js';
import { purposeOf } from '../agreement/tied-money.js';
import type { BookView } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import { oncePer } from './once-per.js';

/** A part of a pool: one partner's money from one source, tied to a heading or not ('' ). */
export interface PoolPart {
  readonly pool: string;
  readonly partner: string;
  readonly source: string;
  readonly purpose: string;
  readonly broughtForwardPence: Pence;
  readonly receivedPence: Pence;
  readonly appliedPence: Pence;
  /** What stands on the part's own account; negative where spending ran ahead of receipts. */
  readonly balancePence: Pence;
}

/**
 * The parts of the pools in a book, in the agreement's order. What was applied from each is added up from the headings
 * and the balance from the pool's accounts, so that R1 can compare them.
 */
export function poolParts(agreement: Agreement, book: BookView): PoolPart[] {
  const parts = new Map<string, { pool: string; partner: string; source: string; purpose: string }>();
  for (const { account } of book.list('pool')) {
    const { pool, partner, source, purpose } = account;
    parts.set([pool, partner, source, purpose].join('\0'), { pool, partner, source, purpose });
  }
  return [...parts.values()]
    .sort((a, b) => compareParts(agreement, a, b))
    .map((part) => ({
      ...part,
      broughtForwardPence: book.broughtForward(part),
      receivedPence: book.received(part),
      appliedPence: appliedFrom(agreement, book, part),
      balancePence: book.inPool(part),
    }));
}

function appliedFrom(
  agreement: Agreement,
  book: BookView,
  part: { pool: string; partner: string; source: string; purpose: string },
): Pence {
  let amountPence = 0n;
  for (const balance of book.list('applied', { schedule: part.partner, source: part.source })) {
    const purpose = purposeOf(agreement, balance.account);
    const pool = agreement.headings.get(purpose || balance.account.heading)?.pool;
    if (purpose === part.purpose && pool === part.pool) amountPence += balance.amountPence;
  }
  return amountPence;
}

type Key = Pick<PoolPart, 'pool' | 'partner' | 'source' | 'purpose'>;

function compareParts(agreement: Agreement, a: Key, b: Key): number {
  return (
    ranks(agreement.pools, a.pool, b.pool) ||
    ranks(agreement.partners, a.partner, b.partner) ||
    ranks(agreement.sources, a.source, b.source) ||
    ranks(agreement.headings, a.purpose, b.purpose)
  );
}

const ranksOf = oncePer(
  (declared: ReadonlyMap<string, unknown>) => new Map([...declared.keys()].map((code, index) => [code, index])),
);

/** Which of two codes is declared first; one that is not declared is before all. */
function ranks(declared: ReadonlyMap<string, unknown>, a: string, b: string): number {
  const order = ranksOf(declared);
  return (order.get(a) ?? -1) - (order.get(b) ?? -1);
}
