import { minus, plus, sumOfTerms } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, checkOf, type RuleOutcome } from './check.js';
import { settle } from './settlement.js';

/** R5: what is owed and drawn ahead, less what the host owes and what is available, is with what it holds nothing. */
export function checkSettlement(books: Books): RuleOutcome {
  const { agreement } = books;
  const { partners, hosts } = settle(books);
  const checks = hosts.map(({ pool, net: held }) => {
    const own = partners.filter((line) => line.pool === pool);
    const sides = {
      in: own.flatMap(({ owes, drawnAhead }) => [owes, drawnAhead]),
      out: own.flatMap(({ owed, available }) => [owed, available]),
    };
    const netPence = sumOfTerms(plus(...sides.in)) - sumOfTerms(plus(...sides.out));
    return checkOf({
      id: `settlement.${pool}`,
      family: 'settlement',
      rule: 'R5',
      clause: agreement.balanceRule.clause,
      expected: [],
      actual: [...plus(...sides.in, held), ...minus(...sides.out)],
      message: `${agreement.pools.get(pool)?.name ?? pool}: what is owed and drawn ahead, less what the host owes and what is available, is ${inWords(netPence)}; ${inWords(held.amount)} is held`,
    });
  });
  return { checks, diagnostics: [] };
}
