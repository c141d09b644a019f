import { fenceOfHeading } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { added, largest, less, nil } from '../figures/expression.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import type { Books, RuleOutcome } from './check.js';
import { withEarlierHosts } from './handovers.js';
import { isBalanceKnown } from './known.js';
import { actualParts, type PoolPart } from './pool-parts.js';

/** R2: ring-fenced money that was received and not spent is in the pool, and does not carry other spending. */
export function checkFencedCash(books: Books): RuleOutcome {
  const { agreement } = books;
  if (!isBalanceKnown(books)) return { checks: [], diagnostics: [] };
  const parts = actualParts(books);
  const diagnostics = fencedCash(books, parts).flatMap(({ pool, held, there, carriesOther }) => {
    if (carriesOther.isNil) return [];
    const args = {
      pool: agreement.pools.get(pool)?.name ?? pool,
      held: inWords(held.amount),
      there: there.amount > 0n ? inWords(there.amount) : 'nothing',
      short: inWords(carriesOther.amount),
    };
    const first = parts.find((part) => part.pool === pool && isHeld(books, part));
    return [diagnose('BCF2113', args, { rule: first && fenceOfHeading(agreement, first.purpose) })];
  });
  return { checks: [], diagnostics };
}

/** What a pool holds for ring-fences, what stands in it, and what of the first carries other spending. */
export interface FencedCash {
  readonly pool: string;
  readonly held: Money;
  readonly there: Money;
  readonly carriesOther: Money;
  /** Paid out above all that stands in the pool: what its host carries with cash of its own (R5). */
  readonly carriedByHost: Money;
}

/** The fenced cash of every pool, of the parts of the pools in the actuals (R2). */
export function fencedCash(books: Books, parts: readonly PoolPart[]): FencedCash[] {
  const { agreement } = books;
  const rule = ruleOf('R1', agreement.balanceRule);
  return [...agreement.pools.values()].map(({ code, name }) => {
    const partsOfPool = parts.filter(({ pool }) => pool === code);
    const balancesOf = (some: readonly PoolPart[]) => plus(...some.map(({ balance }) => balance));
    const held = Figure.money({
      what: `${name}: received for ring-fences and not spent`,
      how: 'those parts of the pool, added up',
      rule,
      terms: balancesOf(partsOfPool.filter((part) => isHeld(books, part))),
    });
    const there = Figure.money({
      what: `${name}: what stands in the pool`,
      how: 'all its parts, added up',
      rule,
      terms: balancesOf(partsOfPool),
    });
    const carriesOther = Figure.money({
      what: `${name}: of what is held for ring-fences, what carries other spending`,
      how: 'held − what stands in the pool, no less than nil, and no more than is held: what is overdrawn is the host’s own cash (R2, R5)',
      rule,
      terms: plus(held, there),
      formula: ([behind = nil, standing = nil]) => largest(nil, less(behind, largest(nil, standing))),
    });
    const carriedByHost = Figure.money({
      what: `${name}: what its host carries with its own cash`,
      how: 'what the pool has paid out above all that came in, or is still with an earlier host; nil where its host holds money',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: [...plus(there), ...minus(...withEarlierHosts(books, code))],
      formula: ([standing = nil, ...awaited]) => largest(nil, less(added(...awaited), standing)),
    });
    return { pool: code, held, there, carriesOther, carriedByHost };
  });
}

/** Whether a part of a pool is held behind a fence. */
function isHeld({ agreement }: Books, { purpose, balance }: PoolPart): boolean {
  return balance.amount > 0n && fenceOfHeading(agreement, purpose) !== undefined;
}
