import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, incomes, minus, plus, turned } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Books } from './check.js';
import { type ContributionStanding, contributionStandings } from './contributions.js';
import { bodyPaid, poolSpentFrom } from './due-out.js';
import { type DuePiece, duePieces } from './due-pieces.js';
import { isBalanceKnown } from './known.js';
import { oncePer } from './once-per.js';
import { actualParts } from './pool-parts.js';
import { type VarianceLine, varianceLines } from './variance.js';

/** What one body and the host of a pool owe each other, and what it is made of. */
export interface PartnerSettlement {
  readonly pool: string;
  readonly partner: string;
  readonly contributionDue: Money;
  readonly contributionReceived: Money;
  /** Due to it for what it applies: as contributions fall due, as performance is released, and brought forward. */
  readonly allocationDue: Money;
  readonly paid: Money;
  /** Within contribution and allocation due. */
  readonly performanceReleased: Money;
  /** What is due out behind a ring-fence and not spent, kept for its purpose (R2); negative is spent ahead. */
  readonly held: readonly { readonly heading: string; readonly amount: Money }[];
  /** Spent above what is allotted; negative is allotted and not spent. What is held behind fences is apart. */
  readonly overAllotted: Money;
  /** What a sharing policy makes it bear of others' variances, less what others bear of its own; at the year end. */
  readonly varianceShared: Money;
  /** Paid in to settle variances and what earlier years left owed; negative is paid out. */
  readonly settled: Money;
  /** Positive is due to the host, negative due from it. */
  readonly net: Money;
}

/** What stands in a pool: with the partners' nets it adds up to nil. */
export interface HostSettlement {
  readonly pool: string;
  readonly host: string;
  readonly held: Money;
  readonly net: Money;
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
  if (!isBalanceKnown(books)) return { partners: [], hosts: [] };
  const partners = linesOf(books).map((line) => settlementOf(books, line));
  const hosts = [...books.agreement.pools.values()].map((pool) => hostOf(books, pool));
  for (const { pool, net } of hosts) {
    const nets = partners.filter((line) => line.pool === pool).reduce((sum, line) => sum + line.net.amount, 0n);
    if (nets + net.amount !== 0n) throw new Error(`the settlement of ${pool} does not net to zero`);
  }
  return { partners, hosts };
});

/** A body in a pool, and all that is between it and the host. */
interface SettlementLine {
  readonly pool: string;
  readonly partner: string;
  readonly contributions: ContributionStanding[];
  readonly dues: DuePiece[];
  readonly paid: BalanceOf<'applied'>[];
  readonly shared: VarianceLine[];
  readonly settled: BalanceOf<'settled'>[];
}

/** Everybody who has anything between it and a host, pool by pool in the agreement's order. */
function linesOf(books: Books): SettlementLine[] {
  const { agreement, actual, asAt } = books;
  const lines = new Map<string, SettlementLine>();
  const lineOf = (pool: string, partner: string): SettlementLine => {
    const key = [pool, partner].join('\0');
    const line = lines.get(key) ?? { pool, partner, contributions: [], dues: [], paid: [], shared: [], settled: [] };
    lines.set(key, line);
    return line;
  };
  for (const standing of contributionStandings(books)) {
    lineOf(standing.pool, standing.partner).contributions.push(standing);
  }
  for (const piece of duePieces(books)) lineOf(piece.pool, piece.body).dues.push(piece);
  for (const balance of actual.list('applied')) {
    lineOf(poolSpentFrom(agreement, balance.account), bodyPaid(agreement, balance.account)).paid.push(balance);
  }
  for (const line of asAt === 'Q4' ? varianceLines(books) : []) {
    if (line.policy === 'responsible-body') continue;
    const bodies = new Set([line.appliedBy, ...line.borneBy.map(({ code }) => code)]);
    for (const body of bodies) lineOf(line.pool, body).shared.push(line);
  }
  for (const balance of actual.list('settled')) {
    lineOf(balance.account.pool, balance.account.body).settled.push(balance);
  }
  const order = [...agreement.pools.keys()].flatMap((pool) =>
    [...agreement.bodies.keys()].map((body) => [pool, body].join('\0')),
  );
  return order.flatMap((key) => lines.get(key) ?? []);
}

function settlementOf(books: Books, line: SettlementLine): PartnerSettlement {
  const { pool, partner, contributions, dues } = line;
  const label = labelOf(books.agreement, partner);
  const rule = ruleOf('R5', books.agreement.balanceRule);
  const figure = (what: string, how: string, terms: readonly Term[]) =>
    Figure.money({ what: `${label}: ${what}`, how, rule, terms });
  const performance = contributions.filter(({ kind }) => kind === 'performance');
  const contributionDue = figure(
    'contribution due',
    'its contributions due to date',
    partsOf(contributions, 'dueToDate'),
  );
  const contributionReceived = figure(
    'contribution received',
    'its receipts to date',
    partsOf(contributions, 'received'),
  );
  const allocationDue = figure(
    'due to it for what it applies',
    'what is due in is due out to the bodies that apply it',
    plus(...dues.map(({ amount }) => amount)),
  );
  const paid = figure('what it has applied out of the pool', 'its accounts, added up', balances(line.paid));
  const held = heldBehindFences(books, line);
  const overAllotted = figure(
    'spent above what is allotted; negative is not spent',
    'paid − allocation due + what is held behind fences, which is no underspend',
    [
      ...plus(paid),
      ...minus(allocationDue),
      ...plus(...held.map(({ amount }) => amount).filter(({ amount }) => amount > 0n)),
    ],
  );
  const varianceShared = figure(
    'variances shared with it, less its own that others share',
    'by the sharing policy, at the year end',
    line.shared.flatMap((shared) => sharedTerms(shared, partner)),
  );
  const settled = figure(
    'paid in to settle variances and earlier years; negative is paid out',
    'its receipts that say so',
    incomes(line.settled),
  );
  return {
    pool,
    partner,
    contributionDue,
    contributionReceived,
    allocationDue,
    paid,
    performanceReleased: figure(
      'performance money released',
      'its performance money due to date',
      partsOf(performance, 'dueToDate'),
    ),
    held,
    overAllotted,
    varianceShared,
    settled,
    net: figure(
      'what it owes the host; in brackets, what the host owes it',
      `contribution due − received + paid − allocation due + variances shared${settled.isNil ? '' : ' − settled'}`,
      [
        ...plus(contributionDue, paid, varianceShared),
        ...minus(contributionReceived, allocationDue, ...(settled.isNil ? [] : [settled])),
      ],
    ),
  };
}

function partsOf(contributions: readonly ContributionStanding[], part: 'dueToDate' | 'received'): Term[] {
  return plus(...contributions.flatMap((standing) => standing[part] ?? []));
}

/** Ring-fenced money is kept account of by heading (R2). */
function heldBehindFences({ agreement }: Books, { partner, dues, paid }: SettlementLine): PartnerSettlement['held'] {
  return [...agreement.headings.values()].flatMap(({ code: heading, name }) => {
    const fence = fenceOfHeading(agreement, heading);
    const due = dues.filter((piece) => piece.heading === heading);
    const spent = paid.filter(({ account }) => account.heading === heading);
    if (fence === undefined || due.length + spent.length === 0) return [];
    const amount = Figure.money({
      what: `${labelOf(agreement, partner)}: held for ${name}`,
      how: 'due to it behind the fence − spent',
      rule: ruleOf('R2', fence),
      terms: [...plus(...due.map((piece) => piece.amount)), ...turned(balances(spent))],
    });
    return [{ heading, amount }];
  });
}

/** Of a shared variance: what a body bears of it, less all of it where it is its own. */
function sharedTerms({ appliedBy, variance, borneBy }: VarianceLine, partner: string): Term[] {
  const ofOwnLine = appliedBy === partner && variance !== undefined && !variance.isNil ? minus(variance) : [];
  return [...ofOwnLine, ...borneBy.filter(({ code }) => code === partner).flatMap(({ amount }) => plus(amount))];
}

function hostOf(
  books: Books,
  { code, name, host }: { readonly code: string; readonly name: string; readonly host: string },
): HostSettlement {
  const rule = ruleOf('R5', books.agreement.balanceRule);
  const parts = actualParts(books).filter(({ pool }) => pool === code);
  const held = Figure.money({
    what: `${name}: what stands in the pool`,
    how: 'the balances of its parts',
    rule,
    terms: plus(...parts.map(({ balance }) => balance)),
  });
  const net = Figure.money({
    what: `${name}: held, and due to the partners`,
    how: 'what stands in the pool',
    rule,
    terms: plus(held),
  });
  return { pool: code, host, held, net };
}
