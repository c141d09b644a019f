import { labelOf } from '../agreement/bodies.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { add, addKnown, knownPounds, unsigned } from '../money/pounds-text.js';
import { type BalancePair, balancePairs, owesInWords, type View } from '../rules/agreement-of-balances.js';
import type { Books } from '../rules/check.js';
import { contributionStandings } from '../rules/contributions.js';
import { type PartnerSettlement, settle } from '../rules/settlement.js';
import type { ContributionLine, ContributionTotals, SettlementStatement } from './settlement-schema.js';

/** Contributions (R5): due, received, outstanding and late, as at the quarter end. */
export function contributionStatement(books: Books): {
  readonly contributions: ContributionLine[];
  readonly contributionTotals?: ContributionTotals;
} {
  const contributions = contributionLines(books);
  if (contributions.length === 0) return { contributions };
  const total = (of: 'dueToDate' | 'received' | 'outstanding') => addKnown(contributions.map((line) => line[of]));
  const outstanding = contributions.flatMap((line) => line.outstanding ?? []);
  const isKnown = outstanding.length === contributions.length;
  return {
    contributions,
    contributionTotals: {
      agreed: add(...contributions.map(({ agreed }) => agreed)),
      dueToDate: total('dueToDate'),
      received: total('received'),
      outstanding: total('outstanding'),
      ...(isKnown && {
        overdue: add(...outstanding.filter((amount) => !amount.startsWith('-'))),
        paidAhead: unsigned(add(...outstanding.filter((amount) => amount.startsWith('-')))),
      }),
    },
  };
}

function contributionLines(books: Books): ContributionLine[] {
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
      inKind: agreement.sources.get(source)?.inKind ?? false,
      agreed: toPounds(one.agreedPence),
      dueToDate: knownPounds(one.duePence),
      received: knownPounds(one.receivedPence),
      outstanding: knownPounds(one.outstandingPence),
      retained: knownPounds(retainedPence),
      ...(oldest?.daysLate !== undefined && { daysLate: oldest.daysLate }),
      instalments: instalments.map(({ amountPence, ...instalment }) => ({
        ...instalment,
        amount: toPounds(amountPence),
      })),
    };
  });
}

/**
 * Who owes what to whom (R5), where all of the actuals are known, and what the bodies say themselves; undefined where
 * there is neither.
 */
export function settlementStatement(books: Books): SettlementStatement | undefined {
  const { agreement } = books;
  const { partners, hosts } = settle(books);
  const pairs = balancePairs(books).map((pair) => pairDocument(books, pair));
  if (hosts.length === 0) return pairs.length === 0 ? undefined : { partners: [], hosts: [], pairs };
  const netsPence = partners.map(({ netPence }) => netPence);
  const heldPence = sum(hosts.map((host) => host.heldPence));
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
      overAllotted: toPounds(overAllottedPence(one)),
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
    owedToHosts: toPounds(sum(netsPence.filter((pence) => pence > 0n))),
    owedByHosts: toPounds(-sum(netsPence.filter((pence) => pence < 0n))),
    held: toPounds(heldPence),
    difference: toPounds(sum(netsPence) + heldPence),
    pairs,
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
  const reasons = reasonsOf(books, one);
  if (one.netPence === 0n) return reasons.length === 0 ? 'settled' : `settled: ${spelt(reasons, 0n)}`;
  const owes =
    one.netPence > 0n
      ? `${label} owes ${host} ${inWords(one.netPence)}`
      : `${isHost ? 'the pool has for' : `${host} owes`} ${label} ${inWords(-one.netPence)}`;
  const [only] = reasons;
  if (reasons.length === 1 && only !== undefined) return `${owes}, ${only.words}`;
  return `${owes}: ${spelt(reasons, one.netPence)}`;
}

interface Reason {
  /** Positive is owed to the host. */
  readonly amountPence: Pence;
  readonly words: string;
}

/** Spent above what is allotted, or (negative) allotted and not spent; what is held behind fences is apart. */
function overAllottedPence({ paidPence, allocationDuePence, heldFor }: PartnerSettlement): Pence {
  return paidPence - allocationDuePence + sum([...heldFor.values()].filter((pence) => pence > 0n));
}

/** What a net is made of. */
function reasonsOf(books: Books, one: PartnerSettlement): Reason[] {
  const { agreement, asAt } = books;
  const fenced = inOrder(books, one.heldFor).filter(([, pence]) => pence > 0n);
  const outstanding = one.contributionDuePence - one.contributionReceivedPence;
  const overspent = overAllottedPence(one);
  const byNow = asAt === 'Q4' ? 'for the year' : 'to date';
  const reasons: Reason[] = [
    { amountPence: outstanding, words: outstanding > 0n ? 'contribution outstanding' : 'contribution received ahead' },
    {
      amountPence: overspent,
      words: overspent > 0n ? `spent above what is allotted to it ${byNow}` : `allotted to it ${byNow} and not spent`,
    },
    ...fenced.map(([heading, pence]) => ({
      amountPence: -pence,
      words: `ring-fenced for ${agreement.headings.get(heading)?.name ?? heading} and not spent`,
    })),
    {
      amountPence: one.varianceSharedPence,
      words: 'by the sharing of variances',
    },
  ];
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
