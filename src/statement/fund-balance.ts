import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { isPaidAsReleased } from '../agreement/tied-money.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { absolute, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { instalmentsOf } from '../rules/contributions.js';
import { fencedCash } from '../rules/fenced-cash.js';
import { isPaidInOneLine } from '../rules/fenced-money.js';
import { type Handover, handoversOf } from '../rules/handovers.js';
import { isBalanceKnown } from '../rules/known.js';
import { oncePer } from '../rules/once-per.js';
import { actualParts, type PoolPart } from '../rules/pool-parts.js';
import type { BalancePart, Reconciliation } from './reconciliation-schema.js';

/** The balance of the actuals, and whose it is (R1); undefined where not all of them are known. */
export const fundBalance = oncePer((books: Books): Reconciliation['fundBalance'] => {
  const { agreement } = books;
  if (!isBalanceKnown(books)) return undefined;
  const rule = ruleOf('R1', agreement.balanceRule);
  const parts = actualParts(books);
  const all = (key: Amount, what: string) =>
    Figure.money({
      what,
      how: 'the parts of the pools, added up',
      rule,
      terms: plus(...parts.map((part) => part[key])),
    });
  const settled = parts.filter(({ balance }) => balance.isNil);
  const ofSettled = (key: 'in' | 'applied', what: string) =>
    Figure.money({
      what: `Parts of the pools with nothing left: ${what}`,
      how: 'those parts, added up',
      rule,
      terms: plus(...settled.map((part) => part[key])),
    });
  return {
    broughtForward: all('broughtForward', 'Brought forward into the pools'),
    received: all('received', 'Received into the pools to date'),
    ...(books.actual.list('settled').length > 0 && {
      settlements: all('settled', 'Came into the pools to settle variances and earlier years'),
    }),
    in: all('in', 'Received into the pools to date, and brought forward'),
    applied: all('applied', 'Applied out of the pools to date'),
    balance: all('balance', 'What stands in the pools'),
    fenced: fencedCash(books, parts),
    ...withEarlierHosts(books),
    settled: { in: ofSettled('in', 'received, and brought forward'), applied: ofSettled('applied', 'applied') },
    parts: parts.map((part) => describe(books, part)),
  };
});

/** What earlier hosts still hold of it, and so the host does not; absent where there is none. */
function withEarlierHosts(books: Books): Pick<NonNullable<Reconciliation['fundBalance']>, 'awaited'> {
  const open = handoversOf(books).filter(({ outstanding }) => !outstanding.isNil);
  if (open.length === 0) return {};
  const { agreement } = books;
  return {
    awaited: open.map(({ pool, body, outstanding }) => ({
      pool,
      partner: body,
      partnerLabel: labelOf(agreement, body),
      amount: Figure.money({
        what: `${agreement.pools.get(pool)?.name ?? pool}: of what stands in it, still with ${labelOf(agreement, body)}`,
        how: 'as its settlement has it; negative is what its host owes for it',
        rule: ruleOf('R5', agreement.balanceRule),
        terms: plus(outstanding),
      }),
      message: awaitedWords(books, { body, outstanding }),
    })),
  };
}

function awaitedWords({ agreement }: Books, { body, outstanding }: Pick<Handover, 'body' | 'outstanding'>): string {
  const label = labelOf(agreement, body);
  return outstanding.amount > 0n
    ? `${inWords(outstanding.amount)} of it is still with ${label}, an earlier host: it is owed by it`
    : `${inWords(-outstanding.amount)} was paid out of its own cash by ${label}, an earlier host, and is owed to it`;
}

type Amount = 'broughtForward' | 'received' | 'settled' | 'in' | 'applied' | 'balance';

function describe(books: Books, part: PoolPart): BalancePart {
  const { pool, partner, source, purpose, broughtForward, received, applied, balance } = part;
  const standing = standingOf(books.agreement, part);
  return {
    pool,
    partner,
    partnerLabel: labelOf(books.agreement, partner),
    source,
    ...(purpose && { purpose }),
    standing,
    message: wordsFor(books, part, standing),
    broughtForward,
    received,
    ...(part.settled.terms.length > 0 && { settlements: part.settled }),
    in: part.in,
    applied,
    balance,
  };
}

function standingOf(agreement: Agreement, { balance, purpose }: PoolPart): BalancePart['standing'] {
  if (balance.isNil) return 'nil';
  if (balance.amount < 0n) return 'overdrawn';
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
        ? `${inWords(absolute(part.balance.amount))} spent, met from its receipts that name no heading`
        : `${inWords(absolute(part.balance.amount))} ${overdrawnWords(books, part)}, carried by ${carrierOf(books, part)}`;
    case 'ring-fenced':
      return `held for ${purpose} (ring-fenced)`;
    case 'performance':
      return 'paid in for performance and not yet spent';
    case 'carried-forward':
      return `from its contribution and not spent, ${books.asAt === 'Q4' ? 'carried forward' : 'in the pool to date'}`;
    case 'owed-back':
      return `from its contribution and not spent, ${books.asAt === 'Q4' ? 'owed back' : 'in the pool to date'}`;
  }
}

/** What carries spending that is above its money: other money of the pool, its host's own cash, or both (R5). */
function carrierOf(books: Books, { pool }: PoolPart): string {
  const parts = actualParts(books).filter((part) => part.pool === pool);
  const host = `the own cash of ${labelOf(books.agreement, books.agreement.pools.get(pool)?.host ?? '')}`;
  const others = 'other money of the pool';
  if (sum(parts.map(({ balance }) => balance.amount)) >= 0n) return others;
  return parts.some(({ balance }) => balance.amount > 0n) ? `${others} and ${host}` : host;
}

function overdrawnWords(books: Books, part: PoolPart): string {
  if (part.balance.amount === part.broughtForward.amount) return 'overspent in the year before';
  const standing = instalmentsOf(books, part);
  const isAllIn = standing?.received !== undefined && standing.received.amount >= standing.agreed.amount;
  return isAllIn ? 'spent above all that it contributes' : 'spent ahead of receipts';
}
