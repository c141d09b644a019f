import { inWords } from '../money/format-money.js';
import { sum } from '../money/pence.js';
import type { Books, Check, RuleOutcome } from './check.js';
import { settle } from './settlement.js';

/** R5: the nets of each pool and what its host holds come to nothing. */
export function checkSettlement(books: Books): RuleOutcome {
  const { agreement } = books;
  const { partners, hosts } = settle(books);
  const checks = hosts.map(({ pool, heldPence }): Check => {
    const netPence = sum(partners.filter((one) => one.pool === pool).map((one) => one.netPence));
    return {
      id: `settlement.${pool}`,
      rule: 'R5',
      clause: agreement.balanceRule.clause,
      passed: netPence + heldPence === 0n,
      expectedPence: 0n,
      actualPence: netPence + heldPence,
      message: `${agreement.pools.get(pool)?.name ?? pool}: what bodies owe less what they are owed is ${inWords(netPence)}, ${inWords(heldPence)} is held`,
    };
  });
  return { checks, diagnostics: [] };
}
