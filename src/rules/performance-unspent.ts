import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, minus, plus } from '../figures/terms.js';
import type { Books } from './check.js';
import { carriedTerms } from './fenced-money.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';
import { performanceOf } from './performance.js';
import { earnedTerms, knownOf } from './pot.js';

/** What became of a pot by the end of its year. */
export interface PotOfYear {
  readonly partner: string;
  readonly retained: Money;
  /** Earned, or brought forward for it, and not spent: an underspend; negative is spent above it. */
  readonly unspent: Money;
}

/**
 * R3 and R4 when the year has ended: of each pot what was not earned, which its partner retains, and what was earned and
 * is not spent, which it holds. Undefined before the year end, and where admissions or spending are not known.
 */
export const potsOfYear = oncePer((books: Books): readonly PotOfYear[] | undefined => {
  const { agreement, actual, asAt } = books;
  const rule = agreement.performanceRule;
  const pots = performanceOf(books);
  const isMeasured = knownOf(pots, 'retained') !== undefined && pots.every(({ totals }) => totals.toCome.isNil);
  if (rule === undefined || pots.length === 0 || asAt !== 'Q4' || !isMeasured || !isKnown(books, 'expenditure'))
    return undefined;
  return pots.map((pot) => {
    const { partner, totals } = pot;
    const label = labelOf(agreement, partner);
    const about = (words: string, how: string) => ({ what: `${label}: ${words}`, how, rule: ruleOf('R3', rule) });
    const spent = Figure.money({
      ...about('performance money spent', 'its accounts, added up'),
      terms: balances(actual.list('applied', { schedule: partner, heading: rule.heading })),
    });
    return {
      partner,
      retained: Figure.money({
        ...about('performance money not earned in the year', 'pot − earned'),
        terms: plus(...(totals.retained === undefined ? [] : [totals.retained])),
      }),
      unspent: Figure.money({
        ...about('performance money earned and not spent', 'earned + brought forward − spent'),
        terms: [...earnedTerms(pot), ...carriedTerms(actual, { partner, purpose: rule.heading }), ...minus(spent)],
      }),
    };
  });
});
