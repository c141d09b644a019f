import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { incomes, minus } from '../figures/terms.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';

/** What a body that hosted a pool in an earlier year has to do with the pool’s host of this one. */
export interface Handover {
  readonly pool: string;
  readonly body: string;
  /** Owed to it when the year began; negative is what it held. */
  readonly atStart: Money;
  /** Come from it since; negative is paid to it. */
  readonly come: Money;
  /** What it still holds; negative is what it carried with its own cash, and is owed. */
  readonly outstanding: Money;
}

/**
 * What earlier hosts hold of the pools (R5): a new host is owed what the old one holds when the year begins, until a row says
 * that it came. None where no opening balance names another holder than the pool’s host.
 */
export const handoversOf = oncePer(({ agreement, actual }: Pick<Books, 'agreement' | 'actual'>): Handover[] => {
  const rule = ruleOf('R5', agreement.balanceRule);
  return [...agreement.pools.values()].flatMap(({ code: pool, name, host }) => {
    // A host that returns has nothing to hand over to itself.
    const bodies = new Set(
      actual
        .list('handover', { pool })
        .map(({ account }) => account.body)
        .filter((body) => body !== host),
    );
    return [...bodies].map((body): Handover => {
      const of = (...sides: readonly ('held' | 'earlier' | 'come')[]) =>
        incomes(sides.flatMap((side) => actual.list('handover', { pool, body, side })));
      const figure = (what: string, how: string, terms: Parameters<typeof Figure.money>[0]['terms']) =>
        Figure.money({ what: `${labelOf(agreement, body)}, an earlier host of ${name}: ${what}`, how, rule, terms });
      const atStart = figure(
        'owed to it as the year began; negative is held by it',
        'as it was brought forward',
        of('held', 'earlier'),
      );
      const come = figure('handed over', 'its receipts that say so', of('come'));
      const outstanding = figure('still held by it; negative is owed to it', 'held as the year began − handed over', [
        ...minus(atStart, come),
      ]);
      return { pool, body, atStart, come, outstanding };
    });
  });
});

/** What of a pool is with earlier hosts; negative is owed to them. */
export function withEarlierHosts(books: Pick<Books, 'agreement' | 'actual'>, pool: string): Money[] {
  return handoversOf(books)
    .filter((handover) => handover.pool === pool)
    .map(({ outstanding }) => outstanding);
}
