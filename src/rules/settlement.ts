import { labelOf } from '../agreement/bodies.js';
import { isAlignedMoney } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, incomes, minus, plus } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import { type AllottedLine, allottedLines, sharedTerms } from './allotted-lines.js';
import type { Books } from './check.js';
import { type ClosingLine, closingLines } from './closing-lines.js';
import { type ContributionStanding, contributionStandings } from './contributions.js';
import { bodyPaid, bodySettling, poolSpentFrom } from './due-out.js';
import { type DuePiece, duePieces } from './due-pieces.js';
import { type Handover, handoversOf, withEarlierHosts } from './handovers.js';
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
  /** What is left of its allotments, or spent above them, by schedule and heading. */
  readonly lines: readonly AllottedLine[];
  /** What a sharing policy makes it bear of others' variances, less what others bear of its own; at the year end. */
  readonly varianceShared: Money;
  /** Paid in to settle variances and what earlier years left owed; negative is paid out. */
  readonly settled: Money;
  /** Owed to it when the year began, of contributions, variances and what it held as a host; negative is owed by it. */
  readonly owedAtStart: Money;
  /** What it held of the pool as an earlier host of it; there is one at most. */
  readonly handovers: readonly Handover[];
  /** What is between it and the pool, line by line. */
  readonly closing: readonly ClosingLine[];
  /** What is due to the host and has not come: contributions; at the year end also what was overspent. */
  readonly owes: Money;
  /** Performance money that it paid in and did not earn: within what the host owes it. */
  readonly toReturn: Money;
  /** What the host owes it: contributions paid ahead; at the year end also what is unspent and owed back. */
  readonly owed: Money;
  /** Allotted and not spent: available to draw; at the year end what is held for it in the pool. */
  readonly available: Money;
  /** Spent ahead of what is allotted to date; nil at the year end, when it is owed. */
  readonly drawnAhead: Money;
  /** owes − owed − available + drawnAhead: what it has of the pool’s cash, with its sign turned. */
  readonly net: Money;
}

/** What the host of a pool holds of it: with the partners' nets it adds up to nil. */
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
 * R5: who owes what to whom in each pool as at the quarter end, gross: nothing is set off. Before the year end a body owes
 * what is due and has not come; what it has not spent is available to it, and what it spent ahead is drawn ahead. At the
 * year end overspends are owed, and what is unspent is held for it or owed back, as the agreement says. Since what is due
 * in is due out, all of it adds up to what the host holds. Nobody where not all of the actuals are known.
 */
export const settle = oncePer((books: Books): Settlement => {
  if (!isBalanceKnown(books)) return { partners: [], hosts: [] };
  const partners = linesOf(books).map((line) => settlementOf(books, line));
  const hosts = [...books.agreement.pools.values()].map((pool) => hostOf(books, pool));
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
  readonly broughtForward: BalanceOf<'brought-forward'>[];
  readonly handovers: Handover[];
}

/** Everybody who has anything between it and a host, pool by pool in the agreement's order. */
function linesOf(books: Books): SettlementLine[] {
  const { agreement, actual, asAt } = books;
  const lines = new Map<string, SettlementLine>();
  const lineOf = (pool: string, partner: string): SettlementLine => {
    const key = [pool, partner].join('\0');
    const line = lines.get(key) ?? emptyLine(pool, partner);
    lines.set(key, line);
    return line;
  };
  for (const standing of contributionStandings(books)) {
    lineOf(standing.pool, standing.partner).contributions.push(standing);
  }
  for (const piece of duePieces(books)) lineOf(piece.pool, piece.body).dues.push(piece);
  for (const balance of actual.list('applied')) {
    if (isAlignedMoney(agreement, balance.account)) continue;
    lineOf(poolSpentFrom(agreement, balance.account), bodyPaid(agreement, balance.account)).paid.push(balance);
  }
  for (const line of asAt === 'Q4' ? varianceLines(books) : []) {
    if (line.policy === 'responsible-body') continue;
    const bodies = new Set([line.appliedBy, ...line.borneBy.map(({ code }) => code)]);
    for (const body of bodies) lineOf(line.pool, body).shared.push(line);
  }
  for (const balance of actual.list('settled')) {
    lineOf(balance.account.pool, bodySettling(books, balance.account)).settled.push(balance);
  }
  for (const balance of actual.list('brought-forward')) {
    const { pool, body, kind } = balance.account;
    if (kind !== 'balance') lineOf(pool, body).broughtForward.push(balance);
  }
  for (const handover of handoversOf(books)) lineOf(handover.pool, handover.body).handovers.push(handover);
  const order = [...agreement.pools.keys()].flatMap((pool) =>
    [...agreement.bodies.keys()].map((body) => [pool, body].join('\0')),
  );
  return order.flatMap((key) => lines.get(key) ?? []);
}

function emptyLine(pool: string, partner: string): SettlementLine {
  const empty = { contributions: [], dues: [], paid: [], shared: [], settled: [], broughtForward: [], handovers: [] };
  return { pool, partner, ...empty };
}

function settlementOf(books: Books, line: SettlementLine): PartnerSettlement {
  const { pool, partner, contributions, dues, handovers } = line;
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
  const lines = allottedLines(books, line);
  const varianceShared = figure(
    'variances shared with it, less its own that others share',
    'by the sharing policy, at the year end',
    line.shared.flatMap((shared) => sharedTerms(shared, partner)),
  );
  const settled = figure(
    'paid in to settle variances and earlier years; negative is paid out',
    'its receipts that say so',
    [...incomes(line.settled), ...plus(...handovers.flatMap(({ come }) => (come.terms.length === 0 ? [] : [come])))],
  );
  const owedAtStart = figure(
    'owed to it when the year began, less what it owed',
    'contributions and variances of last year, and what it held as a host, as they were brought forward',
    [...incomes(line.broughtForward), ...plus(...handovers.map(({ atStart }) => atStart))],
  );
  const closing = closingLines(books, { ...line, allotted: lines });
  const beside = [settled, owedAtStart].filter(({ isNil }) => !isNil);
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
    lines,
    varianceShared,
    settled,
    toReturn: figure('performance money to be returned', 'paid in and not earned', partsOf(performance, 'toReturn')),
    owedAtStart,
    handovers,
    closing,
    ...standingOf(books, closing, figure),
    net: figure(
      'what it owes and has drawn ahead, less what it is owed and may draw',
      `contribution due − received + paid − allocation due + variances shared${settled.isNil ? '' : ' − settled'}${owedAtStart.isNil ? '' : ' − owed at the start'}`,
      [...plus(contributionDue, paid, varianceShared), ...minus(contributionReceived, allocationDue, ...beside)],
    ),
  };
}

function partsOf(contributions: readonly ContributionStanding[], part: 'dueToDate' | 'received' | 'toReturn'): Term[] {
  return plus(...contributions.flatMap((standing) => standing[part] ?? []));
}

/** What a body owes, is owed, may draw and has drawn ahead: each gross, the lines of it added up. */
function standingOf(
  { asAt }: Books,
  lines: readonly ClosingLine[],
  figure: (what: string, how: string, terms: readonly Term[]) => Money,
): Pick<PartnerSettlement, 'owes' | 'owed' | 'available' | 'drawnAhead'> {
  const isOver = asAt === 'Q4';
  const amounts = (state: ClosingLine['state'], isMeant: (pence: Pence) => boolean = () => true) =>
    lines.filter((line) => line.state === state && isMeant(line.amount.amount)).map(({ amount }) => amount);
  const gross = 'line by line, added up: nothing is set off';
  return {
    owes: figure('what it owes the host', gross, minus(...amounts('owed', (pence) => pence < 0n))),
    owed: figure('what the host owes it', gross, plus(...amounts('owed', (pence) => pence > 0n))),
    available: figure(isOver ? 'held for it in the pool' : 'available to draw', gross, plus(...amounts('held'))),
    drawnAhead: figure(
      'drawn ahead',
      isOver ? 'nothing at the year end: what is spent above the allotment is owed' : gross,
      minus(...amounts('drawn-ahead')),
    ),
  };
}

function hostOf(
  books: Books,
  { code, name, host }: { readonly code: string; readonly name: string; readonly host: string },
): HostSettlement {
  const rule = ruleOf('R5', books.agreement.balanceRule);
  const parts = actualParts(books).filter(({ pool }) => pool === code);
  const awaited = withEarlierHosts(books, code);
  const held = Figure.money({
    what: `${name}: what stands in the pool`,
    how:
      awaited.length === 0 ? 'the balances of its parts' : 'the balances of its parts − what earlier hosts still hold',
    rule,
    terms: [...plus(...parts.map(({ balance }) => balance)), ...minus(...awaited)],
  });
  const net = Figure.money({
    what: `${name}: held, and due to the partners`,
    how: 'what stands in the pool',
    rule,
    terms: plus(held),
  });
  return { pool: code, host, held, net };
}
