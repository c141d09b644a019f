import type { Agreement } from '../agreement/agreement.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from './check.js';
import { type ContributionStanding, contributionStandings } from './contributions.js';
import { type BodyDue, bodyPaid, dueOut, duePartsOfVirements, poolSpentFrom } from './due-out.js';
import { isBalanceKnown } from './known.js';
import { oncePer } from './once-per.js';
import { spentVarianceLines, type VarianceLine } from './variance.js';

/** What one body and the host of a pool owe each other, and what it is made of. */
export interface PartnerSettlement {
  readonly pool: string;
  readonly partner: string;
  readonly contributionDuePence: Pence;
  readonly contributionReceivedPence: Pence;
  /** Due to it for what it applies: as contributions fall due, as performance is released, and brought forward. */
  readonly allocationDuePence: Pence;
  readonly paidPence: Pence;
  /** By heading: what is due out behind a ring-fence and not spent, kept for its purpose (R2). */
  readonly heldFor: ReadonlyMap<string, Pence>;
  /** Within contribution and allocation due. */
  readonly performanceReleasedPence: Pence;
  /** What a sharing policy makes it bear of others' variances, less what others bear of its own; at the year end. */
  readonly varianceSharedPence: Pence;
  /** Positive is due to the host, negative due from it. */
  readonly netPence: Pence;
}

export interface HostSettlement {
  readonly pool: string;
  readonly host: string;
  /** What stands in the pool: with the partners' nets it adds up to nil. */
  readonly heldPence: Pence;
}

export interface Settlement {
  readonly partners: readonly PartnerSettlement[];
  readonly hosts: readonly HostSettlement[];
}

/**
 * R5: who owes what to whom in each pool as at the quarter end. A body owes the contribution that is due and not
 * received, and what it was paid above its allocation due; the host owes the opposite. Since what is due in is due out,
 * the nets of a pool add up to what the host holds, to the penny; throws where they do not, which is a bug. Nobody where
 * not all of the actuals are known.
 */
export const settle = oncePer((books: Books): Settlement => {
  const { agreement, actual, asAt } = books;
  if (!isBalanceKnown(books)) return { partners: [], hosts: [] };
  const ledger = new SettlementLedger();
  for (const one of contributionStandings(books)) addContribution(books, one, ledger);
  addDue(agreement, duePartsOfVirements(books), ledger);
  for (const { account, amountPence } of actual.list('brought-forward')) {
    const { pool, source, partner, purpose } = account;
    const money = { pool, schedule: partner, source, heading: purpose, duePence: -amountPence };
    addDue(agreement, dueOut(books, money), ledger);
  }
  for (const { account, amountPence } of actual.list('applied')) {
    const own = ledger.of(poolSpentFrom(agreement, account), bodyPaid(agreement, account));
    own.paidPence += amountPence;
    hold(agreement, own, account.heading, -amountPence);
  }
  if (asAt === 'Q4') for (const line of spentVarianceLines(books)) shareVariance(line, ledger);
  const partners = ledger.inOrder(agreement);
  const hosts = [...agreement.pools.values()].map(({ code, host }) => ({
    pool: code,
    host,
    heldPence: actual.inPool({ pool: code }),
  }));
  for (const { pool, heldPence } of hosts) {
    const nets = sum(partners.filter((one) => one.pool === pool).map(({ netPence }) => netPence));
    if (nets + heldPence !== 0n) throw new Error(`the settlement of ${pool} does not net to zero`);
  }
  return { partners, hosts };
});

type Running = {
  -readonly [K in Exclude<keyof PartnerSettlement, 'netPence' | 'pool' | 'partner' | 'heldFor'>]: Pence;
} & {
  readonly heldFor: Map<string, Pence>;
};

class SettlementLedger {
  readonly #lines = new Map<string, { pool: string; partner: string; running: Running }>();

  of(pool: string, partner: string): Running {
    const key = [pool, partner].join('\0');
    const found = this.#lines.get(key) ?? {
      pool,
      partner,
      running: {
        contributionDuePence: 0n,
        contributionReceivedPence: 0n,
        allocationDuePence: 0n,
        paidPence: 0n,
        performanceReleasedPence: 0n,
        varianceSharedPence: 0n,
        heldFor: new Map<string, Pence>(),
      },
    };
    this.#lines.set(key, found);
    return found.running;
  }

  inOrder({ pools, bodies }: Agreement): PartnerSettlement[] {
    const order = [...pools.keys()].flatMap((pool) => [...bodies.keys()].map((body) => [pool, body].join('\0')));
    return order.flatMap((key) => {
      const line = this.#lines.get(key);
      if (line === undefined) return [];
      const { pool, partner, running } = line;
      const outstanding = running.contributionDuePence - running.contributionReceivedPence;
      const overpaid = running.paidPence - running.allocationDuePence;
      return [{ pool, partner, ...running, netPence: outstanding + overpaid + running.varianceSharedPence }];
    });
  }
}

function addContribution(books: Books, one: ContributionStanding, ledger: SettlementLedger): void {
  const { partner, source, pool, kind, duePence = 0n, receivedPence = 0n } = one;
  const own = ledger.of(pool, partner);
  own.contributionDuePence += duePence;
  own.contributionReceivedPence += receivedPence;
  const heading = kind === 'performance' ? books.agreement.performanceRule?.heading : undefined;
  if (heading !== undefined) own.performanceReleasedPence += duePence;
  addDue(books.agreement, dueOut(books, { pool, schedule: partner, source, heading, duePence }), ledger);
}

function addDue(agreement: Agreement, dues: readonly BodyDue[], ledger: SettlementLedger): void {
  for (const { pool, body, heading, amountPence } of dues) {
    const own = ledger.of(pool, body);
    own.allocationDuePence += amountPence;
    hold(agreement, own, heading, amountPence);
  }
}

/** Ring-fenced money is kept account of by heading (R2). */
function hold(agreement: Agreement, own: Running, heading: string, amountPence: Pence): void {
  if (fenceOfHeading(agreement, heading) === undefined) return;
  own.heldFor.set(heading, (own.heldFor.get(heading) ?? 0n) + amountPence);
}

function shareVariance(line: VarianceLine, ledger: SettlementLedger): void {
  const { pool, appliedBy, variance, borneBy } = line;
  if (line.policy === 'responsible-body') return;
  ledger.of(pool, appliedBy).varianceSharedPence -= variance?.amount ?? 0n;
  for (const { code, amount } of borneBy) ledger.of(pool, code).varianceSharedPence += amount.amount;
}
