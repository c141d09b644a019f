import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { purposeOf } from '../agreement/tied-money.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, incomes, minus, plus } from '../figures/terms.js';
import type { BookView } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';
import { poolSpentFrom } from './due-out.js';
import { oncePer } from './once-per.js';

interface Key {
  readonly pool: string;
  readonly partner: string;
  readonly source: string;
  /** The heading that the money is tied to, '' for none. */
  readonly purpose: string;
}

/** A part of a pool: one partner's money from one source, tied to a heading or not. */
export interface PoolPart extends Key {
  readonly broughtForward: Money;
  readonly received: Money;
  /** Come in to settle variances, or what an earlier year left owed. */
  readonly settled: Money;
  /** Brought forward, received and settled. */
  readonly in: Money;
  readonly applied: Money;
  /** What is left of it; negative where spending ran ahead of receipts. */
  readonly balance: Money;
  /** What the pool's own account says that is left: R1 compares the two. */
  readonly standsPence: Pence;
}

/** The parts of the pools in the actuals. */
export const actualParts = oncePer(({ agreement, actual }: Pick<Books, 'agreement' | 'actual'>) =>
  poolParts(agreement, actual),
);

/** The parts of the pools in a book, in the agreement's order. */
export function poolParts(agreement: Agreement, book: BookView): PoolPart[] {
  const parts = new Map<string, Key>();
  for (const { account } of book.list('pool')) {
    const { pool, partner, source, purpose } = account;
    parts.set([pool, partner, source, purpose].join('\0'), { pool, partner, source, purpose });
  }
  return [...parts.values()]
    .sort((a, b) => compareParts(agreement, a, b))
    .map((part) => ({ ...part, ...figuresOf(agreement, book, part), standsPence: book.inPool(part) }));
}

function figuresOf(agreement: Agreement, book: BookView, part: Key): Omit<PoolPart, keyof Key | 'standsPence'> {
  const { partner, source, purpose } = part;
  const tied =
    purpose === ''
      ? (agreement.sources.get(source)?.name ?? source)
      : `money for ${agreement.headings.get(purpose)?.name ?? purpose}`;
  const label = `${labelOf(agreement, partner)}, ${tied}`;
  const rule = ruleOf('R1', agreement.balanceRule);
  const figure = (what: string, how: string, terms: Parameters<typeof Figure.money>[0]['terms']) =>
    Figure.money({ what: `${label}: ${what}`, how, rule, terms });
  const broughtForward = figure('brought forward', 'the opening balances', incomes(book.list('brought-forward', part)));
  const received = figure('received to date', 'the receipts, quarter by quarter', incomes(book.list('income', part)));
  const settled = figure('settled to date', 'what came in to settle variances and earlier years', [
    ...incomes(book.list('settled', part)),
  ]);
  const isAnySettled = settled.terms.length > 0;
  const andSettled = isAnySettled ? ' + settled' : '';
  const come = plus(broughtForward, received, ...(isAnySettled ? [settled] : []));
  const applied = figure(
    'applied to date',
    'what was spent out of it, by heading',
    balances(
      book
        .list('applied', { schedule: partner, source })
        .filter(
          ({ account }) => purposeOf(agreement, account) === purpose && poolSpentFrom(agreement, account) === part.pool,
        ),
    ),
  );
  return {
    broughtForward,
    received,
    settled,
    in: figure('received to date, and brought forward', `brought forward + received${andSettled}`, come),
    applied,
    balance: figure('balance', `brought forward + received${andSettled} − applied`, [...come, ...minus(applied)]),
  };
}

function compareParts(agreement: Agreement, a: Key, b: Key): number {
  return (
    ranks(agreement.pools, a.pool, b.pool) ||
    ranks(agreement.partners, a.partner, b.partner) ||
    ranks(agreement.sources, a.source, b.source) ||
    ranks(agreement.headings, a.purpose, b.purpose)
  );
}

const ranksOf = oncePer(
  (declared: ReadonlyMap<string, unknown>) => new Map([...declared.keys()].map((code, index) => [code, index])),
);

/** Which of two codes is declared first; one that is not declared is before all. */
function ranks(declared: ReadonlyMap<string, unknown>, a: string, b: string): number {
  const order = ranksOf(declared);
  return (order.get(a) ?? -1) - (order.get(b) ?? -1);
}
