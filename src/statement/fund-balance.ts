import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { isPaidAsReleased } from '../agreement/tied-money.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { type PoolPart, poolParts } from '../rules/pool-parts.js';
import type { BalancePart, Reconciliation } from './reconciliation-schema.js';

/** The balance of the actuals, and whose it is (R1); undefined where there are none. */
export function fundBalance({ agreement, actual, asAt }: Books): Reconciliation['fundBalance'] {
  if (asAt === undefined || actual.isEmpty) return undefined;
  const parts = poolParts(agreement, actual);
  return {
    broughtForward: toPounds(sum(parts.map(({ broughtForwardPence }) => broughtForwardPence))),
    received: toPounds(sum(parts.map(({ receivedPence }) => receivedPence))),
    applied: toPounds(sum(parts.map(({ appliedPence }) => appliedPence))),
    balance: toPounds(sum(parts.map(({ balancePence }) => balancePence))),
    parts: parts.map((part) => describe(agreement, part)),
  };
}

function describe(agreement: Agreement, part: PoolPart): BalancePart {
  const standing = standingOf(agreement, part);
  return {
    pool: part.pool,
    partner: part.partner,
    partnerLabel: labelOf(agreement, part.partner),
    source: part.source,
    ...(part.purpose && { purpose: part.purpose }),
    standing,
    message: wordsFor(agreement, part, standing),
    broughtForward: toPounds(part.broughtForwardPence),
    received: toPounds(part.receivedPence),
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

function wordsFor(agreement: Agreement, part: PoolPart, standing: BalancePart['standing']): string {
  const purpose = agreement.headings.get(part.purpose)?.name ?? '';
  const host = labelOf(agreement, agreement.pools.get(part.pool)?.host ?? '');
  switch (standing) {
    case 'nil':
      return 'nothing left and nothing owed';
    case 'overdrawn':
      return `${inWords(absolute(part.balancePence))} spent ahead of receipts, carried by ${host}`;
    case 'ring-fenced':
      return `held for ${purpose} (ring-fenced)`;
    case 'performance':
      return 'released for performance and not yet applied';
    case 'carried-forward':
      return 'carried forward on its schedule';
    case 'owed-back':
      return 'owed back to it';
  }
}
