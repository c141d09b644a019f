import { nameOf } from '../agreement/bodies.js';
import type { IsoDate } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books, RuleOutcome } from './check.js';
import { type ContributionStanding, contributionStandings } from './contributions.js';

/** R5: what is outstanding at the quarter end is named, and how long it has been. */
export function checkContributions(books: Books): RuleOutcome {
  const { agreement } = books;
  const byDay = new Map<IsoDate, Outstanding[]>();
  for (const standing of contributionStandings(books)) {
    const { instalments, outstanding } = standing;
    const oldest = instalments.find(({ status }) => status === 'outstanding');
    if (oldest?.daysLate === undefined || outstanding === undefined || outstanding.amount <= 0n) continue;
    const { due, daysLate } = oldest;
    const money = `${nameOf(agreement, standing.partner)}, ${moneyInWords(books, standing)}`;
    byDay.set(due, [
      ...(byDay.get(due) ?? []),
      { money, amountPence: outstanding.amount, daysLate: Number(daysLate.amount) },
    ]);
  }
  return { checks: [], diagnostics: [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(diagnosed) };
}

/** What is outstanding of one contribution since a day. */
interface Outstanding {
  readonly money: string;
  readonly amountPence: Pence;
  readonly daysLate: number;
}

/** Those that have been outstanding since one day, together. */
function diagnosed([due, outstanding]: readonly [IsoDate, readonly Outstanding[]]): Diagnostic {
  const [first, ...others] = outstanding;
  const each = outstanding.map(({ money, amountPence }) => `${money} ${inWords(amountPence)}`).join('; ');
  return diagnose('BCF2401', {
    money: others.length === 0 ? (first?.money ?? '') : each,
    count: outstanding.length,
    amount: inWords(sum(outstanding.map(({ amountPence }) => amountPence))),
    days: first?.daysLate ?? 0,
    due,
  });
}

function moneyInWords({ agreement }: Books, line: Pick<ContributionStanding, 'source' | 'pool' | 'kind'>): string {
  const source = agreement.sources.get(line.source)?.name ?? line.source;
  const name = line.kind === 'performance' ? 'performance payment released' : source;
  return agreement.pools.size > 1 ? `${name} into ${line.pool}` : name;
}
