import { fenceOfHeading } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books, RuleOutcome } from './check.js';
import { isBalanceKnown } from './known.js';
import { type PoolPart, poolParts } from './pool-parts.js';

/** R2: ring-fenced money that was received and not spent is in the pool, and does not carry other spending. */
export function checkFencedCash(books: Books): RuleOutcome {
  const { agreement } = books;
  const diagnostics = fencedCash(books).flatMap(({ pool, parts, heldPence, therePence, carriesOtherPence }) => {
    if (carriesOtherPence === 0n) return [];
    const args = {
      pool: agreement.pools.get(pool)?.name ?? pool,
      held: inWords(heldPence),
      there: inWords(therePence),
      short: inWords(carriesOtherPence),
    };
    const [first] = parts;
    return [diagnose('BCF2113', args, { rule: first && fenceOfHeading(agreement, first.purpose) })];
  });
  return { checks: [], diagnostics };
}

/** What a pool holds for ring-fences, what stands in it, and what of the first carries other spending. */
export interface FencedCash {
  readonly pool: string;
  /** Parts of the pool that are held behind a fence. */
  readonly parts: readonly PoolPart[];
  readonly heldPence: Pence;
  readonly therePence: Pence;
  readonly carriesOtherPence: Pence;
}

/** The fenced cash of every pool; none where the balance is not known. */
export function fencedCash(books: Books): FencedCash[] {
  const { agreement, actual } = books;
  if (!isBalanceKnown(books)) return [];
  const all = poolParts(agreement, actual);
  return [...agreement.pools.keys()].map((pool) => {
    const own = all.filter((part) => part.pool === pool);
    const parts = own.filter(({ purpose, balancePence }) => balancePence > 0n && fenceOfHeading(agreement, purpose));
    const heldPence = sum(parts.map(({ balancePence }) => balancePence));
    const therePence = sum(own.map(({ balancePence }) => balancePence));
    const shortPence = heldPence - therePence;
    return {
      pool,
      parts,
      heldPence,
      therePence,
      carriesOtherPence: heldPence > 0n && shortPence > 0n ? shortPence : 0n,
    };
  });
}
