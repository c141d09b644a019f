import type { RingFenceRule } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { diagnose, type Place } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import type { Term } from '../figures/figure.js';
import { balances, plus, sumOfTerms } from '../figures/terms.js';
import type { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { type Books, checkOf, outBy, outcomeOf, type RuleOutcome, together } from './check.js';
import { fencedFigures } from './fenced-figures.js';
import { behind, carriedTerms } from './fenced-money.js';
import { outturnBook } from './forecasts.js';

/**
 * R2: fenced money bears spending up to its amount, partner by partner: what is agreed or planned for the year, and
 * what was brought forward; where that is not known, nothing can be judged. A forecast is held against the
 * same before Q4.
 */
export function checkFenceAmounts(books: Books, fence: RingFenceRule): RuleOutcome {
  const { forecast } = books;
  const partners = [...(fencedFigures(books).get(fence) ?? [])];
  return together(
    partners.flatMap(([partner, { available, spent }]) => {
      if (available === undefined) return [];
      const within = (book: BookView, terms: readonly Term[]) =>
        checkSpending(books, fence, { partner, available, book, spent: terms });
      return [
        ...(spent === undefined ? [] : [within(books.actual, plus(spent))]),
        ...(forecast.isEmpty || outturnBook(books) === 'actual'
          ? []
          : [within(forecast, balances(forecast.list('applied', behind(fence, partner))))]),
      ];
    }),
  );
}

interface FencedSpending {
  readonly partner: string;
  readonly available: Money;
  readonly book: BookView;
  readonly spent: readonly Term[];
}

function checkSpending(books: Books, fence: RingFenceRule, spending: FencedSpending): RuleOutcome {
  const { agreement } = books;
  const { partner, available, book, spent } = spending;
  const spentPence = sumOfTerms(spent);
  const name = `${nameOf(agreement, partner)}, ${agreement.headings.get(fence.heading)?.name ?? fence.heading}`;
  const words = book.book === 'forecast' ? 'forecast' : 'actual';
  const check = checkOf({
    id: `ring-fence.${fence.id}.amount.${words}.${partner}`,
    family: `ring-fence.amount.${words}`,
    rule: 'R2',
    clause: fence.clause,
    partner,
    heading: fence.heading,
    passed: spentPence <= available.amount,
    expected: plus(available),
    actual: spent,
    message: `${name}: ${words} spending ${inWords(spentPence)} against ${inWords(available.amount)} available${metInWords(books, spending, fence)}`,
  });
  if (check.passed) return { checks: [check], diagnostics: [] };
  const args = {
    what: name,
    book: words,
    spent: inWords(spentPence),
    available: inWords(available.amount),
    excess: inWords(spentPence - available.amount),
  };
  return outcomeOf(
    [check],
    [outBy(check, diagnose('BCF2107', args, { rule: fence, place: firstRow(book, fence, partner) }))],
  );
}

/** What of it the year’s money does not meet, and what was brought forward does. */
function metInWords(
  { actual }: Books,
  { partner, available, spent }: FencedSpending,
  { heading }: RingFenceRule,
): string {
  const carriedPence = sumOfTerms(carriedTerms(actual, { partner, purpose: heading }));
  const abovePence = sumOfTerms(spent) - (available.amount - carriedPence);
  const metPence = abovePence < carriedPence ? abovePence : carriedPence;
  return metPence > 0n ? `, ${inWords(metPence)} of it met from ${inWords(carriedPence)} brought forward` : '';
}

function firstRow(book: BookView, fence: RingFenceRule, partner: string): Place | undefined {
  const [first] = book.list('applied', behind(fence, partner)).flatMap(({ firstRows }) => firstRows);
  return first && { ...first, field: { name: 'amount' } };
}
