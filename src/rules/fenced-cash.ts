import { fenceOfHeading } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { sum } from '../money/pence.js';
import type { Books, RuleOutcome } from './check.js';
import { poolParts } from './pool-parts.js';

/** R2: ring-fenced money that was received and not spent is in the pool, and does not carry other spending. */
export function checkFencedCash(books: Books): RuleOutcome {
  const { agreement, actual } = books;
  const parts = poolParts(agreement, actual);
  const diagnostics = [...agreement.pools.values()].flatMap(({ code, name }) => {
    const own = parts.filter(({ pool }) => pool === code);
    const fenced = own.filter(({ purpose, balancePence }) => balancePence > 0n && fenceOfHeading(agreement, purpose));
    const heldPence = sum(fenced.map(({ balancePence }) => balancePence));
    const inPoolPence = sum(own.map(({ balancePence }) => balancePence));
    if (heldPence <= inPoolPence || heldPence === 0n) return [];
    const args = {
      pool: name,
      held: inWords(heldPence),
      there: inWords(inPoolPence),
      short: inWords(heldPence - inPoolPence),
    };
    const [first] = fenced;
    return [diagnose('BCF2113', args, { rule: first && fenceOfHeading(agreement, first.purpose) })];
  });
  return { checks: [], diagnostics };
}
