import { fenceOfHeading } from '../../agreement/tied-money.js';
import type { BalanceOf } from '../../journal/book-view.js';
import { bodyPaid, poolSpentFrom } from '../../rules/due-out.js';
import { spentVarianceLines } from '../../rules/variance.js';
import type { SettlementStatement } from '../../statement/settlement-schema.js';
import type { Term } from '../node.js';
import { added, balances, given, item, minus, plus, step, takenAway } from '../terms.js';
import { contributionName } from './contributions.js';
import { type Piece, piecesOfDue } from './settlement-dues.js';
import { balanceRule, bodyName, headingName, partOf, type Traced } from './traced.js';

/** Who owes what to whom, and what bodies say of each other (R5). */
export function explainSettlement(traced: Traced): void {
  const { settlement } = traced.result;
  if (settlement === undefined) return;
  const dues = piecesOfDue(traced);
  for (const one of settlement.partners) explainPartner(traced, one, dues);
  explainHosts(traced, settlement);
  for (const pair of settlement.pairs) explainPair(traced, pair);
}

/** The name of what a body and the host of a pool owe each other. */
export function settledName({ pool, partner }: { readonly pool: string; readonly partner: string }): string {
  return item('settlement.partners', { pool, partner });
}

function ruleOf({ books }: Traced) {
  return { ...balanceRule(books), id: 'R5' as const };
}

function explainPartner(traced: Traced, one: SettlementStatement['partners'][number], dues: readonly Piece[]): void {
  const { books, result, all } = traced;
  const { agreement, actual } = books;
  const { pool, partner, label } = one;
  const name = settledName(one);
  const rule = ruleOf(traced);
  const own = result.contributions.filter((line) => line.pool === pool && line.partner === partner);
  const pieces = dues.filter((piece) => piece.pool === pool && piece.body === partner);
  const paid = actual
    .list('applied')
    .filter(({ account }) => poolSpentFrom(agreement, account) === pool && bodyPaid(agreement, account) === partner);
  const explain = (key: string, what: string, how: string, terms: () => readonly Term[]) =>
    all.explain(`${name}.${key}`, () => ({ what: `${label}: ${what}`, how, rule, terms: terms() }));
  const ofContributions = (part: string, lines = own) =>
    plus(...lines.map((line) => `${contributionName(line)}.${part}`));
  explain('contribution-due', 'contribution due', 'its contributions due to date', () =>
    ofContributions('due-to-date'),
  );
  explain('contribution-received', 'contribution received', 'its receipts to date', () => ofContributions('received'));
  explain('performance-released', 'performance money released', 'its performance money due to date', () =>
    ofContributions(
      'due-to-date',
      own.filter(({ kind }) => kind === 'performance'),
    ),
  );
  explain(
    'allocation-due',
    'due to it for what it applies',
    'what is due in is due out to the bodies that apply it',
    () => pieces.map(({ made }) => step(made)),
  );
  explain('paid', 'what it has applied out of the pool', 'its accounts, added up', () => balances(paid));
  explainHeld(traced, one, pieces, paid);
  explain(
    'over-allotted',
    'spent above what is allotted; negative is not spent',
    'paid − allocation due + what is held behind fences, which is no underspend',
    () => [
      ...plus(`${name}.paid`),
      ...minus(`${name}.allocation-due`),
      ...plus(
        ...one.held
          .filter(({ amount }) => !amount.startsWith('-') && amount !== '0.00')
          .map(({ heading }) => `${item(`${name}.held`, { heading })}.amount`),
      ),
    ],
  );
  explain(
    'variance-shared',
    'variances shared with it, less its own that others share',
    'by the sharing policy, at the year end',
    () => sharedVariances(traced, pool, partner),
  );
  explain(
    'net',
    'what it owes the host; in brackets, what the host owes it',
    'contribution due − received + paid − allocation due + variances shared',
    () => [
      ...plus(`${name}.contribution-due`, `${name}.paid`, `${name}.variance-shared`),
      ...minus(`${name}.contribution-received`, `${name}.allocation-due`),
    ],
  );
}

/** What is due to a body behind a fence and not spent. */
function explainHeld(
  { books, all }: Traced,
  one: SettlementStatement['partners'][number],
  pieces: readonly Piece[],
  paid: readonly BalanceOf<'applied'>[],
): void {
  for (const { heading } of one.held) {
    all.explain(`${item(`${settledName(one)}.held`, { heading })}.amount`, () => ({
      what: `${one.label}: held for ${headingName(books, heading)}`,
      how: 'due to it behind the fence − spent',
      rule: { id: 'R2', clause: fenceOfHeading(books.agreement, heading)?.clause ?? balanceRule(books).clause },
      terms: [
        ...pieces.filter((piece) => piece.heading === heading).map(({ made }) => step(made)),
        ...balances(
          paid.filter(({ account }) => account.heading === heading),
          -1n,
        ),
      ],
    }));
  }
}

function sharedVariances(traced: Traced, pool: string, partner: string): Term[] {
  const { books } = traced;
  if (books.asAt !== 'Q4') return [];
  const lines = spentVarianceLines(books).filter((line) => line.pool === pool && line.policy !== 'responsible-body');
  return lines.flatMap(({ appliedBy, variance, borneBy }) => [
    ...(appliedBy === partner && variance !== undefined && !variance.isNil ? takenAway(variance) : []),
    ...added(...borneBy.flatMap(({ code, amount }) => (code === partner ? [amount] : []))),
  ]);
}

function explainHosts(traced: Traced, { partners, hosts }: SettlementStatement): void {
  const { result, all } = traced;
  const rule = ruleOf(traced);
  for (const { pool, label } of hosts) {
    const name = item('settlement.hosts', { pool });
    const parts = (result.fundBalance?.parts ?? []).filter((part) => part.pool === pool);
    all.explain(`${name}.held`, () => ({
      what: `${label}: what stands in the pool`,
      how: 'the balances of its parts',
      rule,
      terms: plus(...parts.map((part) => `${partOf(part)}.balance`)),
    }));
    all.explain(`${name}.net`, () => ({
      what: `${label}: held, and due to the partners`,
      how: 'what stands in the pool',
      rule,
      terms: plus(`${name}.held`),
    }));
  }
  const nets = (isMeant: (net: string) => boolean) =>
    partners.filter(({ net }) => net !== '0.00' && isMeant(net)).map((one) => `${settledName(one)}.net`);
  all.explain('settlement.owed-to-hosts', () => ({
    what: 'Owed to the hosts',
    how: 'the nets of the bodies that owe, added up',
    rule,
    terms: plus(...nets((net) => !net.startsWith('-'))),
  }));
  all.explain('settlement.owed-by-hosts', () => ({
    what: 'Owed by the hosts',
    how: 'the nets of the bodies that are owed, added up',
    rule,
    terms: minus(...nets((net) => net.startsWith('-'))),
  }));
  all.explain('settlement.held', () => ({
    what: 'Held by the hosts in all pools',
    how: 'what each holds, added up',
    rule,
    terms: plus(...hosts.map(({ pool }) => `${item('settlement.hosts', { pool })}.held`)),
  }));
  all.explain('settlement.difference', () => ({
    what: 'All that is owed to the hosts and by them, and what they hold',
    how: 'the nets of all bodies + what the hosts hold: nil',
    rule,
    terms: plus(
      ...partners.map((one) => `${settledName(one)}.net`),
      ...hosts.map(({ pool }) => `${item('settlement.hosts', { pool })}.net`),
    ),
  }));
}

/** The name of a pair of bodies. */
export function pairName({ one, other }: { readonly one: string; readonly other: string }): string {
  return item('settlement.pairs', { one, other });
}

function explainPair(traced: Traced, { one, other }: SettlementStatement['pairs'][number]): void {
  const { books, all } = traced;
  const name = pairName({ one, other });
  const rule = ruleOf(traced);
  for (const [key, body, counterparty] of [
    ['one-says', one, other],
    ['other-says', other, one],
  ] as const) {
    const row = books.balances.find((own) => own.body === body && own.counterparty === counterparty);
    for (const [part, words] of [
      ['receivable', 'owes it'],
      ['payable', 'is owed by it'],
    ] as const) {
      const amount = part === 'receivable' ? row?.receivablePence : row?.payablePence;
      all.explain(`${name}.${key}.${part}`, () => ({
        what: `${bodyName(books, body)} says that ${bodyName(books, counterparty)} ${words}`,
        how: 'as it reports',
        rule,
        terms: [given({ what: part, unit: 'money', amount: amount ?? 0n, at: row?.at })],
      }));
    }
  }
  all.explain(`${name}.difference`, () => ({
    what: `${bodyName(books, one)} and ${bodyName(books, other)}: how far their views are apart`,
    how: 'what one says it is owed, net, + what the other says it is owed, net: nil where they agree',
    rule,
    terms: [
      ...plus(`${name}.one-says.receivable`, `${name}.other-says.receivable`),
      ...minus(`${name}.one-says.payable`, `${name}.other-says.payable`),
    ],
  }));
}
