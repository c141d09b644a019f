import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { added, ifPositive, less, nil, smallest } from '../figures/expression.js';
import { Figure, type RuleOfFigure } from '../figures/figure.js';
import { incomes, plus, plusAll } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { bodySettling } from '../rules/due-out.js';

interface Overspends {
  readonly pool: string;
  /** What the pool’s host is called. */
  readonly label: string;
  /** What other bodies than it bear. */
  readonly borne: readonly { readonly partner: string; readonly amount: Money }[];
  readonly rule: RuleOfFigure | undefined;
}

/** What bodies have paid in of the year’s overspends that they bear and the host does not (R5): protected in cash, not by right alone. */
export function paidOfOverspends(books: Books, { pool, label, borne, rule }: Overspends): Money {
  const settled = books.actual.list('settled', { pool, of: 'variance', year: '' });
  const about = (what: string, how: string) => ({ what, how, ...(rule && { rule }) });
  const paid = [...new Set(borne.map(({ partner }) => partner))].map((body) => {
    const name = labelOf(books.agreement, body);
    const own = settled.filter(({ account }) => bodySettling(books, account) === body);
    const came = Figure.money({
      ...about(`${name}: paid in to settle variances of the year`, 'its receipts that say so'),
      terms: incomes(own),
    });
    return Figure.money({
      ...about(
        `${name}: paid of the overspends that it bears`,
        'what it paid in to settle variances, no more than it bears',
      ),
      terms: plus(came, ...borne.flatMap(({ partner, amount }) => (partner === body ? [amount] : []))),
      formula: ([all = nil, ...bears]) => ifPositive(less(nil, all), nil, smallest(all, added(...bears))),
    });
  });
  return Figure.money({
    ...about(
      `Paid in of the overspends that ${label}, the host, does not bear`,
      'body by body, no more than each bears',
    ),
    terms: plusAll(paid),
  });
}
