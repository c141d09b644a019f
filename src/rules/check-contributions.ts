import { nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import type { Books, RuleOutcome } from './check.js';
import { type ContributionStanding, contributionStandings } from './contributions.js';

/** R5: what is outstanding at the quarter end is named, and how long it has been. */
export function checkContributions(books: Books): RuleOutcome {
  const { agreement, asAt, journal } = books;
  if (asAt === undefined || !journal.has('actual')) return { checks: [], diagnostics: [] };
  const diagnostics = contributionStandings(books).flatMap(
    ({ partner, source, pool, kind, instalments, outstandingPence }) => {
      const oldest = instalments.find(({ status }) => status === 'outstanding');
      if (oldest === undefined || outstandingPence <= 0n) return [];
      const args = {
        partner: nameOf(agreement, partner),
        money: moneyInWords(books, { source, pool, kind }),
        amount: inWords(outstandingPence),
        days: oldest.daysLate ?? 0,
        due: oldest.due,
      };
      return [diagnose('BCF2401', args)];
    },
  );
  return { checks: [], diagnostics };
}

function moneyInWords({ agreement }: Books, one: Pick<ContributionStanding, 'source' | 'pool' | 'kind'>): string {
  const source = agreement.sources.get(one.source)?.name ?? one.source;
  const name = one.kind === 'performance' ? 'performance payment released' : source;
  return agreement.pools.size > 1 ? `${name} into ${one.pool}` : name;
}
