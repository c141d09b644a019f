import { labelOf } from '../agreement/bodies.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { type BalancePair, balancePairs, owesInWords, type View } from '../rules/agreement-of-balances.js';
import type { Books } from '../rules/check.js';
import { contributionStandings } from '../rules/contributions.js';
import { type PartnerSettlement, settle } from '../rules/settlement.js';
import type { ContributionLine, SettlementStatement } from './settlement-schema.js';

/** Contributions (R5): due, received, outstanding and late, as at the quarter end. */
export function contributionStatement(books: Books): ContributionLine[] {
  const { agreement } = books;
  return contributionStandings(books).map((one) => {
    const { partner, source, pool, kind, retainedPence, instalments } = one;
    const oldest = instalments.find(({ status }) => status === 'outstanding');
    return {
      partner,
      label: labelOf(agreement, partner),
      source,
      sourceLabel: agreement.sources.get(source)?.name ?? source,
      pool,
      kind,
      agreed: toPounds(one.agreedPence),
      dueToDate: toPounds(one.duePence),
      received: toPounds(one.receivedPence),
      outstanding: toPounds(one.outstandingPence),
      ...(retainedPence !== undefined && { retained: toPounds(retainedPence) }),
      ...(oldest?.daysLate !== undefined && { daysLate: oldest.daysLate }),
      instalments: instalments.map(({ amountPence, ...instalment }) => ({
        ...instalment,
        amount: toPounds(amountPence),
      })),
    };
  });
}

/** Who owes what to whom (R5), and what the bodies say themselves; undefined where the fund has a plan only. */
export function settlementStatement(books: Books): SettlementStatement | undefined {
  const { agreement } = books;
  const { partners, hosts } = settle(books);
  if (hosts.length === 0) return undefined;
  const nets = sum(partners.map(({ netPence }) => netPence));
  return {
    partners: partners.map((one) => ({
      pool: one.pool,
      partner: one.partner,
      label: labelOf(agreement, one.partner),
      contributionDue: toPounds(one.contributionDuePence),
      contributionReceived: toPounds(one.contributionReceivedPence),
      allocationDue: toPounds(one.allocationDuePence),
      paid: toPounds(one.paidPence),
      performanceReleased: toPounds(one.performanceReleasedPence),
      held: inOrder(books, one.heldFor).map(([heading, pence]) => ({ heading, amount: toPounds(pence) })),
      varianceShared: toPounds(one.varianceSharedPence),
      net: toPounds(one.netPence),
      message: settlementWords(books, one),
    })),
    hosts: hosts.map(({ pool, host, heldPence }) => ({
      pool,
      host,
      label: agreement.pools.get(pool)?.name ?? pool,
      held: toPounds(heldPence),
      net: toPounds(heldPence),
      message:
        heldPence < 0n
          ? `${labelOf(agreement, host)} has paid out ${inWords(-heldPence)} more than the pool received`
          : `${labelOf(agreement, host)} holds ${inWords(heldPence)} for the partners`,
    })),
    difference: toPounds(nets + sum(hosts.map(({ heldPence }) => heldPence))),
    pairs: balancePairs(books).map((pair) => pairDocument(books, pair)),
  };
}

/** By heading, in the agreement's order. */
function inOrder({ agreement }: Books, byHeading: ReadonlyMap<string, Pence>): [string, Pence][] {
  return [...agreement.headings.keys()].flatMap((heading): [string, Pence][] => {
    const pence = byHeading.get(heading);
    return pence === undefined ? [] : [[heading, pence]];
  });
}

/** Who owes whom, and of what it is made. */
function settlementWords(books: Books, one: PartnerSettlement): string {
  const { agreement } = books;
  const label = labelOf(agreement, one.partner);
  const pool = agreement.pools.get(one.pool);
  const isHost = pool?.host === one.partner;
  const host = isHost ? 'the pool' : labelOf(agreement, pool?.host ?? '');
  const outstanding = one.contributionDuePence - one.contributionReceivedPence;
  const held = inOrder(books, one.heldFor).filter(([, pence]) => pence > 0n);
  const overpaid = one.paidPence - one.allocationDuePence + sum(held.map(([, pence]) => pence));
  const parts: string[] = [];
  if (outstanding > 0n) parts.push(`${inWords(outstanding)} of contribution outstanding`);
  if (outstanding < 0n) parts.push(`${inWords(-outstanding)} of contribution paid ahead`);
  for (const [heading, pence] of held) {
    parts.push(`${inWords(pence)} held for ${agreement.headings.get(heading)?.name ?? heading}, ring-fenced`);
  }
  if (overpaid > 0n) parts.push(`${inWords(overpaid)} spent above what is due to it`);
  if (overpaid < 0n) parts.push(`${inWords(-overpaid)} due to it and not spent`);
  if (one.varianceSharedPence !== 0n) {
    const words = one.varianceSharedPence > 0n ? 'its share of variances to bear' : 'of variances borne by others';
    parts.push(`${inWords(absolute(one.varianceSharedPence))} ${words}`);
  }
  if (one.netPence === 0n) return parts.length === 0 ? 'settled' : `settled: ${parts.join(', ')}`;
  const owes =
    one.netPence > 0n
      ? `${label} owes ${host} ${inWords(one.netPence)}`
      : `${isHost ? 'the pool holds for' : `${host} owes`} ${label} ${inWords(-one.netPence)}`;
  return `${owes}: ${parts.join(', ')}`;
}

function pairDocument({ agreement }: Books, pair: BalancePair): SettlementStatement['pairs'][number] {
  const { one, other, oneSays, otherSays, differencePence, isAgreed } = pair;
  const names = { one: labelOf(agreement, one), other: labelOf(agreement, other) };
  return {
    one,
    oneLabel: names.one,
    other,
    otherLabel: names.other,
    ...(oneSays && { oneSays: viewDocument(oneSays) }),
    ...(otherSays && { otherSays: viewDocument(otherSays) }),
    ...(differencePence !== undefined && { difference: toPounds(differencePence) }),
    agreed: isAgreed,
    message: pairWords(pair, names),
  };
}

function viewDocument({ receivablePence, payablePence }: View) {
  return { receivable: toPounds(receivablePence), payable: toPounds(payablePence) };
}

function pairWords(
  { oneSays, otherSays, differencePence = 0n, isAgreed }: BalancePair,
  names: { one: string; other: string },
): string {
  if (oneSays === undefined) return `${names.one} has not sent its view`;
  if (otherSays === undefined) return `${names.other} has not sent its view`;
  if (isAgreed) return `agreed: ${owesInWords(names, oneSays.payablePence - oneSays.receivablePence)}`;
  return differencePence === 0n
    ? 'not agreed: the nets are alike, receivable and payable are not'
    : `not agreed: ${inWords(absolute(differencePence))} apart`;
}
