import type { Contribution } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { type BookName, type InBooks, inBooks, type Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, incomes, plus, stated, turned } from '../figures/terms.js';
import { alignedOf } from './aligned.js';
import type { Books } from './check.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';

/**
 * What each contribution of the agreement comes to: agreed, received to date, and expected for the year (R1). What of it
 * is aligned is contributed as its owner spends it, and so is as much on either side.
 */
export const contributedFigures = oncePer(
  (books: Books): ReadonlyMap<Contribution, InBooks> =>
    new Map(books.agreement.contributions.map((contribution) => [contribution, figuresOf(books, contribution)])),
);

/** Contributions that are meant, with their figures. */
export function contributedBy(books: Books, isMeant: (contribution: Contribution) => boolean): InBooks[] {
  return [...contributedFigures(books)].flatMap(([contribution, figures]) => (isMeant(contribution) ? [figures] : []));
}

function figuresOf(books: Books, contribution: Contribution): InBooks {
  const { agreement, actual, forecast } = books;
  const { partner, source, pool, place, amountPence } = contribution;
  const label = `${labelOf(agreement, partner)}, ${agreement.sources.get(source)?.name ?? source}`;
  const rule = ruleOf('R1', agreement.balanceRule);
  const where = { partner, source, pool };
  const agreed = Figure.money({
    what: `${label}: agreed for the year`,
    how: 'as the agreement states it',
    rule,
    terms: stated('contribution in the agreement', amountPence, place),
  });
  const alignedIn = (book: BookName) => alignedOf(books, book, contribution);
  const received = (): Money => {
    const aligned = balances(alignedIn('actual'));
    return Figure.money({
      what: `${label}: received to date`,
      how: `the receipts, quarter by quarter${aligned.length === 0 ? '' : ', and aligned money that its owner spent'}`,
      rule,
      terms: [...incomes(actual.list('income', where)), ...aligned],
    });
  };
  const expected = (): Money =>
    Figure.money({
      what: `${label}: expected for the year`,
      how: 'what is agreed; of performance money only what is forecast to be released',
      rule,
      terms: [
        ...plus(agreed),
        ...unreleased(books, contribution),
        ...turned(balances(alignedIn('plan'))),
        ...balances(alignedIn('forecast')),
      ],
    });
  return inBooks((book) => {
    switch (book) {
      case 'plan':
        return agreed;
      case 'actual':
        return isKnown(books, 'contributions') ? received() : undefined;
      case 'forecast':
        return forecast.list('income', where).length > 0 ? expected() : undefined;
    }
  });
}

/** Of performance money, the pot leaves the forecast and what is forecast to be released comes in (R3). */
function unreleased({ agreement, plan, forecast }: Books, { partner, source, pool }: Contribution): Term[] {
  const heading = agreement.performanceRule?.heading;
  if (heading === undefined) return [];
  const where = { schedule: partner, source, pool, heading };
  const pot = plan.list('applied', where);
  return pot.length === 0 ? [] : [...turned(balances(pot)), ...balances(forecast.list('applied', where))];
}
