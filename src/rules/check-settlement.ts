import { plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, checkOf, type RuleOutcome } from './check.js';
import { settle } from './settlement.js';

/** R5: the nets of each pool and what its host holds come to nothing. */
export function checkSettlement(books: Books): RuleOutcome {
  const { agreement } = books;
  const { partners, hosts } = settle(books);
  const checks = hosts.map(({ pool, net: held }) => {
    const nets = partners.filter((line) => line.pool === pool).map(({ net }) => net);
    const netPence = nets.reduce((sum, net) => sum + net.amount, 0n);
    return checkOf({
      id: `settlement.${pool}`,
      family: 'settlement',
      rule: 'R5',
      clause: agreement.balanceRule.clause,
      expected: [],
      actual: plus(...nets, held),
      message: `${agreement.pools.get(pool)?.name ?? pool}: what bodies owe less what they are owed is ${inWords(netPence)}, ${inWords(held.amount)} is held`,
    });
  });
  return { checks, diagnostics: [] };
}
