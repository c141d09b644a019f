import type { Agreement } from '../agreement/agreement.js';
import { fenceOfHeading, purposeOf } from '../agreement/tied-money.js';
import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import { splitByWeights } from '../money/split.js';
import type { Books, Check, RuleOutcome } from './check.js';
import { type ContributionStanding, contributionStandings, dueBasisPoints } from './contributions.js';
import { oncePer } from './once-per.js';
import { spentVarianceLines, type VarianceLine, viredBody } from './variance.js';
import { type Virement, virementsOf } from './virements.js';

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
 * the nets of a pool add up to what the host holds, to the penny; throws where they do not, which is a bug.
 */
export const settle = oncePer((books: Books): Settlement => {
  const { agreement, actual, asAt, journal } = books;
  if (asAt === undefined || !journal.has('actual')) return { partners: [], hosts: [] };
  const ledger = new SettlementLedger();
  for (const one of contributionStandings(books)) addContribution(books, one, ledger);
  for (const one of virementsOf(books)) if (one.breach === undefined) addVirement(books, one, ledger);
  for (const { account, amountPence } of actual.list('brought-forward')) {
    const { pool, source, partner, purpose } = account;
    addAllocation(books, { pool, schedule: partner, source, heading: purpose, duePence: -amountPence }, ledger);
  }
  for (const { account, amountPence } of actual.list('applied')) {
    const own = ledger.of(poolSpentFrom(agreement, account), bodyOf(agreement, account));
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
  const { partner, source, pool, kind, duePence, receivedPence } = one;
  const own = ledger.of(pool, partner);
  own.contributionDuePence += duePence;
  own.contributionReceivedPence += receivedPence;
  const heading = kind === 'performance' ? books.agreement.performanceRule?.heading : undefined;
  if (heading !== undefined) own.performanceReleasedPence += duePence;
  addAllocation(books, { pool, schedule: partner, source, heading, duePence }, ledger);
}

/** Ring-fenced money is kept account of by heading (R2). */
function hold(agreement: Agreement, own: Running, heading: string, amountPence: Pence): void {
  if (fenceOfHeading(agreement, heading) === undefined) return;
  own.heldFor.set(heading, (own.heldFor.get(heading) ?? 0n) + amountPence);
}

/** A virement moves what is due out, as much of it as is due to date, from one body to another or within one. */
function addVirement(books: Books, { schedule, from, to, amountPence }: Virement, ledger: SettlementLedger): void {
  const { agreement } = books;
  const pool = agreement.headings.get(from)?.pool ?? '';
  const duePence = (amountPence * BigInt(dueBasisPoints(books))) / 10_000n;
  ledger.of(pool, viredBody(books, schedule, from)).allocationDuePence -= duePence;
  ledger.of(pool, viredBody(books, schedule, to)).allocationDuePence += duePence;
}

interface DueOut {
  readonly pool: string;
  readonly schedule: string;
  readonly source: string;
  /** Of one heading; undefined for all of the schedule but performance; '' for no heading at all. */
  readonly heading: string | undefined;
  readonly duePence: Pence;
}

/** What is due in from a schedule is due out to the bodies that apply it, in proportion to their budgets. */
function addAllocation(
  books: Books,
  { pool, schedule, source, heading, duePence }: DueOut,
  ledger: SettlementLedger,
): void {
  const cells = cellsOf(books, schedule, source, pool).filter((cell) =>
    heading === undefined ? cell.heading !== books.agreement.performanceRule?.heading : cell.heading === heading,
  );
  const parts = splitByWeights(duePence, cells);
  // Money with no budget to go to stays its contributor's own.
  if (parts.length === 0) ledger.of(pool, schedule).allocationDuePence += duePence;
  for (const [index, { amountPence }] of parts.entries()) {
    const cell = cells[index];
    if (cell === undefined) continue;
    for (const share of byBody(books.agreement, cell, amountPence)) {
      const own = ledger.of(pool, share.code);
      own.allocationDuePence += share.amountPence;
      hold(books.agreement, own, cell.heading, share.amountPence);
    }
  }
}

interface BudgetCell {
  readonly code: string;
  readonly heading: string;
  readonly appliedBy: string;
  readonly weight: Pence;
}

/** The planned cells of a schedule and source. */
function cellsOf(books: Books, schedule: string, source: string, pool: string): BudgetCell[] {
  const cells = new Map<string, { heading: string; appliedBy: string; weight: Pence }>();
  for (const { account, amountPence } of books.plan.list('applied', { schedule, source, pool })) {
    const { heading, appliedBy } = account;
    const key = [heading, appliedBy].join('\0');
    cells.set(key, { heading, appliedBy, weight: (cells.get(key)?.weight ?? 0n) + amountPence });
  }
  return [...cells].map(([code, cell]) => ({ code, ...cell, weight: cell.weight < 0n ? 0n : cell.weight }));
}

/** A group's money is its members' where the agreement says what each is allotted. */
function byBody(agreement: Agreement, { heading, appliedBy }: BudgetCell, amountPence: Pence) {
  const allotted = allocationsOf(agreement, heading);
  const whole = [{ code: appliedBy, amountPence }];
  if (allotted === undefined || !agreement.groups.has(appliedBy)) return whole;
  const parts = splitByWeights(
    amountPence,
    [...allotted].map(([code, weight]) => ({ code, weight })),
  );
  return parts.length === 0 ? whole : parts;
}

function allocationsOf({ ringFences }: Agreement, heading: string): ReadonlyMap<string, Pence> | undefined {
  return ringFences.find((fence) => fence.heading === heading)?.allocations?.pence;
}

/** The body that a row's money went to. */
function bodyOf(
  agreement: Agreement,
  account: { readonly heading: string; readonly appliedBy: string; readonly district: string },
): string {
  return allocationsOf(agreement, account.heading) === undefined
    ? account.appliedBy
    : account.district || account.appliedBy;
}

/** The pool that spending came out of: its source's own where it is fenced, else its heading's. */
function poolSpentFrom(
  agreement: Agreement,
  account: { readonly source: string; readonly heading: string; readonly pool: string },
): string {
  const purpose = purposeOf(agreement, account);
  return agreement.headings.get(purpose || account.heading)?.pool ?? account.pool;
}

function shareVariance(line: VarianceLine, ledger: SettlementLedger): void {
  const { pool, appliedBy, variancePence = 0n, bornBy } = line;
  if (line.policy === 'responsible-body') return;
  ledger.of(pool, appliedBy).varianceSharedPence -= variancePence;
  for (const { code, amountPence } of bornBy) ledger.of(pool, code).varianceSharedPence += amountPence;
}
