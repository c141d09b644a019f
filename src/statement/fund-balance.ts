import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { isPaidAsReleased } from '../agreement/tied-money.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { instalmentsOf } from '../rules/contributions.js';
import { fencedCash } from '../rules/fenced-cash.js';
import { isPaidInOneLine } from '../rules/fenced-money.js';
import { isBalanceKnown } from '../rules/known.js';
import { type PoolPart, poolParts } from '../rules/pool-parts.js';
import type { BalancePart, Reconciliation } from './reconciliation-schema.js';

/** The balance of the actuals, and whose it is (R1); undefined where not all of them are known. */
export function fundBalance(books: Books): Reconciliation['fundBalance'] {
  const { agreement, actual } = books;
  if (!isBalanceKnown(books)) return undefined;
  const parts = poolParts(agreement, actual);
  const settled = parts.filter(({ balancePence }) => balancePence === 0n);
  return {
    broughtForward: toPounds(sum(parts.map(({ broughtForwardPence }) => broughtForwardPence))),
    received: toPounds(sum(parts.map(({ receivedPence }) => receivedPence))),
    in: toPounds(sum(parts.map(inPence))),
    applied: toPounds(sum(parts.map(({ appliedPence }) => appliedPence))),
    balance: toPounds(sum(parts.map(({ balancePence }) => balancePence))),
    fenced: fencedCash(books).map(({ pool, heldPence, therePence, carriesOtherPence }) => ({
      pool,
      held: toPounds(heldPence),
      there: toPounds(therePence),
      carriesOther: toPounds(carriesOtherPence),
    })),
    settled: {
      in: toPounds(sum(settled.map(inPence))),
      applied: toPounds(sum(settled.map(({ appliedPence }) => appliedPence))),
    },
    parts: parts.map((part) => describe(books, part)),
  };
}

function inPence({ broughtForwardPence, receivedPence }: PoolPart): Pence {
  return broughtForwardPence + receivedPence;
}

function describe(books: Books, part: PoolPart): BalancePart {
  const { agreement } = books;
  const standing = standingOf(agreement, part);
  return {
    pool: part.pool,
    partner: part.partner,
    partnerLabel: labelOf(agreement, part.partner),
    source: part.source,
    ...(part.purpose && { purpose: part.purpose }),
    standing,
    message: wordsFor(books, part, standing),
    broughtForward: toPounds(part.broughtForwardPence),
    received: toPounds(part.receivedPence),
    in: toPounds(inPence(part)),
    applied: toPounds(part.appliedPence),
    balance: toPounds(part.balancePence),
  };
}

function standingOf(agreement: Agreement, { balancePence, purpose }: PoolPart): BalancePart['standing'] {
  if (balancePence === 0n) return 'nil';
  if (balancePence < 0n) return 'overdrawn';
  if (purpose === '') return agreement.balanceRule.unspent;
  return isPaidAsReleased(agreement, purpose) ? 'performance' : 'ring-fenced';
}

function wordsFor(books: Books, part: PoolPart, standing: BalancePart['standing']): string {
  const { agreement } = books;
  const purpose = agreement.headings.get(part.purpose)?.name ?? '';
  switch (standing) {
    case 'nil':
      return 'nothing left and nothing owed';
    case 'overdrawn':
      return isPaidInOneLine(books, part)
        ? `${inWords(absolute(part.balancePence))} spent, met from its receipts that name no heading`
        : `${inWords(absolute(part.balancePence))} ${overdrawnWords(books, part)}, carried by other money of the pool`;
    case 'ring-fenced':
      return `held for ${purpose} (ring-fenced)`;
    case 'performance':
      return 'paid in for performance and not yet spent';
    case 'carried-forward':
      return 'from its contribution and not spent, carried forward';
    case 'owed-back':
      return 'from its contribution and not spent, owed back';
  }
}

function overdrawnWords(books: Books, part: PoolPart): string {
  if (part.balancePence === part.broughtForwardPence) return 'overspent in the year before';
  const standing = instalmentsOf(books, part);
  const isAllIn = standing?.receivedPence !== undefined && standing.receivedPence >= standing.agreedPence;
  return isAllIn ? 'spent above all that it contributes' : 'spent ahead of receipts';
}
