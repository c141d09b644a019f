import { labelOf } from '../agreement/bodies.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import { balancePairs } from '../rules/agreement-of-balances.js';
import type { Books } from '../rules/check.js';
import { type HostSettlement, type PartnerSettlement, type Settlement, settle } from '../rules/settlement.js';
import { pairStatement } from './agreement-of-balances.js';
import type { SettlementStatement } from './settlement-schema.js';

/**
 * Who owes what to whom (R5), where all of the actuals are known, and what the bodies say themselves; undefined where
 * there is neither.
 */
export function settlementStatement(books: Books): SettlementStatement | undefined {
  const { agreement } = books;
  const settlement = settle(books);
  const pairs = balancePairs(books).map((pair) => pairStatement(books, pair));
  if (settlement.hosts.length === 0) return pairs.length === 0 ? undefined : { partners: [], hosts: [], pairs };
  return {
    partners: settlement.partners.map((line) => partnerDocument(books, line)),
    hosts: settlement.hosts.map((line) => ({
      pool: line.pool,
      host: line.host,
      label: agreement.pools.get(line.pool)?.name ?? line.pool,
      held: line.held,
      net: line.net,
      message: hostWords(books, line),
    })),
    ...totalsOf(books, settlement),
    pairs,
  };
}

function partnerDocument(books: Books, line: PartnerSettlement): SettlementStatement['partners'][number] {
  const label = labelOf(books.agreement, line.partner);
  const { settled, ...figures } = line;
  return {
    ...figures,
    ...(settled.terms.length > 0 && { settled }),
    held: [...line.held],
    label,
    message: settlementWords(books, line),
  };
}

function hostWords({ agreement }: Books, { host, held }: HostSettlement): string {
  return held.amount < 0n
    ? `${labelOf(agreement, host)} has paid out ${inWords(-held.amount)} more than the pool received`
    : `${labelOf(agreement, host)} holds ${inWords(held.amount)} for the partners`;
}

function totalsOf(
  { agreement }: Books,
  { partners, hosts }: Settlement,
): Pick<SettlementStatement, 'owedToHosts' | 'owedByHosts' | 'held' | 'difference'> {
  const rule = ruleOf('R5', agreement.balanceRule);
  const nets = partners.map(({ net }) => net);
  return {
    owedToHosts: Figure.money({
      what: 'Owed to the hosts',
      how: 'the nets of the bodies that owe, added up',
      rule,
      terms: plus(...nets.filter(({ amount }) => amount > 0n)),
    }),
    owedByHosts: Figure.money({
      what: 'Owed by the hosts',
      how: 'the nets of the bodies that are owed, added up',
      rule,
      terms: minus(...nets.filter(({ amount }) => amount < 0n)),
    }),
    held: Figure.money({
      what: 'Held by the hosts in all pools',
      how: 'what each holds, added up',
      rule,
      terms: plus(...hosts.map(({ held }) => held)),
    }),
    difference: Figure.money({
      what: 'All that is owed to the hosts and by them, and what they hold',
      how: 'the nets of all bodies + what the hosts hold: nil',
      rule,
      terms: plus(...nets, ...hosts.map(({ net }) => net)),
    }),
  };
}

/** Who owes whom, and of what it is made. */
function settlementWords(books: Books, line: PartnerSettlement): string {
  const { agreement } = books;
  const netPence = line.net.amount;
  const label = labelOf(agreement, line.partner);
  const pool = agreement.pools.get(line.pool);
  const isHost = pool?.host === line.partner;
  const host = isHost ? 'the pool' : labelOf(agreement, pool?.host ?? '');
  const reasons = reasonsOf(books, line);
  if (netPence === 0n) return reasons.length === 0 ? 'settled' : `settled: ${spelt(reasons, 0n)}`;
  const owes =
    netPence > 0n
      ? `${label} owes ${host} ${inWords(netPence)}`
      : `${isHost ? 'the pool has for' : `${host} owes`} ${label} ${inWords(-netPence)}`;
  const [only] = reasons;
  if (reasons.length === 1 && only !== undefined) return `${owes}, ${only.words}`;
  return `${owes}: ${spelt(reasons, netPence)}`;
}

interface Reason {
  /** Positive is owed to the host. */
  readonly amountPence: Pence;
  readonly words: string;
}

/** What a net is made of. */
function reasonsOf(books: Books, line: PartnerSettlement): Reason[] {
  const { agreement, asAt } = books;
  const fenced = line.held.filter(({ amount }) => amount.amount > 0n);
  const outstanding = line.contributionDue.amount - line.contributionReceived.amount;
  const overspent = line.overAllotted.amount;
  const byNow = asAt === 'Q4' ? 'for the year' : 'to date';
  const reasons: Reason[] = [
    { amountPence: outstanding, words: outstanding > 0n ? 'contribution outstanding' : 'contribution received ahead' },
    {
      amountPence: overspent,
      words: overspent > 0n ? `spent above what is allotted to it ${byNow}` : `allotted to it ${byNow} and not spent`,
    },
    ...fenced.map(({ heading, amount }) => ({
      amountPence: -amount.amount,
      words: `ring-fenced for ${agreement.headings.get(heading)?.name ?? heading} and not spent`,
    })),
    {
      amountPence: line.varianceShared.amount,
      words: 'by the sharing of variances',
    },
  ];
  const settledPence = line.settled.amount;
  reasons.push({
    amountPence: -settledPence,
    words: settledPence > 0n ? 'paid in to settle a variance' : 'paid back to settle a variance',
  });
  return reasons.filter(({ amountPence }) => amountPence !== 0n);
}

/** A sum in words: `£5.00 of this plus £2.00 of that less £1.00 of another`; first what goes the way of the net. */
function spelt(reasons: readonly Reason[], netPence: Pence): string {
  const isWithNet = ({ amountPence }: Reason) => (netPence < 0n ? amountPence < 0n : amountPence > 0n);
  const inWay = [...reasons.filter(isWithNet), ...reasons.filter((reason) => !isWithNet(reason))];
  return inWay
    .map((reason, index) => {
      const joined = index === 0 ? '' : isWithNet(reason) ? 'plus ' : 'less ';
      return `${joined}${inWords(absolute(reason.amountPence))} ${reason.words}`;
    })
    .join(', ');
}
