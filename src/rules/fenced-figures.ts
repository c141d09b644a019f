import type { RingFenceRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { difference, type Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, incomes, plus } from '../figures/terms.js';
import type { Books } from './check.js';
import { contributedBy } from './contributed.js';
import { behind, carriedTerms, isPaidInOneLine, partnersBehind } from './fenced-money.js';
import { unforecastLines } from './forecasts.js';
import { isKnown, isOpeningKnown } from './known.js';
import { oncePer } from './once-per.js';

/** What there is behind a fence, and what became of it; each undefined where it is not known. */
export interface FencedMoney {
  /** Agreed for the year, and brought forward. */
  readonly available: Money | undefined;
  /** With what was brought forward. */
  readonly received: Money | undefined;
  readonly spent: Money | undefined;
  /** Available and not spent. */
  readonly unspent: Money | undefined;
  /** Received and not spent: held for its purpose. */
  readonly held: Money | undefined;
  readonly forecast: Money | undefined;
}

/** What each of a figure behind a fence is, in words. */
export const fencedWords: Readonly<Record<keyof FencedMoney, string>> = {
  available: 'what may be spent',
  received: 'received, with what was brought forward',
  spent: 'spent to date',
  unspent: 'available and not spent',
  held: 'received and not spent, held for its purpose',
  forecast: 'forecast to be spent',
};

/** Of every fence, what each partner has behind it (R2). */
export const fencedFigures = oncePer(
  (books: Books): ReadonlyMap<RingFenceRule, ReadonlyMap<string, FencedMoney>> =>
    new Map(
      books.agreement.ringFences.map((fence) => [
        fence,
        new Map(partnersBehind(books, fence).map((partner) => [partner, ofPartner(books, fence, partner)])),
      ]),
    ),
);

function ofPartner(books: Books, fence: RingFenceRule, partner: string): FencedMoney {
  const { agreement, actual, forecast } = books;
  const heading = agreement.headings.get(fence.heading)?.name ?? fence.heading;
  const about = (key: keyof FencedMoney, how: string) => ({
    what: `${heading}, ${labelOf(agreement, partner)}: ${fencedWords[key]}`,
    how,
    rule: ruleOf('R2', fence),
  });
  const figure = (isMade: boolean, key: keyof FencedMoney, how: string, terms: () => readonly Term[]) =>
    isMade ? Figure.money({ ...about(key, how), terms: terms() }) : undefined;
  const purpose = { partner, purpose: fence.heading };
  const available = figure(
    isOpeningKnown(books),
    'available',
    'agreed for the year + brought forward; last year’s overspend is not taken from it',
    () => [...agreed(books, fence, partner), ...carriedTerms(actual, purpose)],
  );
  const isReceiptKnown = isKnown(books, 'contributions', 'opening') && !isPaidInOneLine(books, purpose);
  const received = figure(isReceiptKnown, 'received', 'received + brought forward', () =>
    incomes([
      ...actual.list('income', purpose),
      ...actual.list('settled', purpose),
      ...actual.list('brought-forward', purpose),
    ]),
  );
  const spent = figure(
    isKnown(books, 'expenditure'),
    'spent',
    'all that was spent of this money, wherever it was booked',
    () => balances(actual.list('applied', behind(fence, partner))),
  );
  const isForecast =
    !forecast.isEmpty && unforecastLines(books, { schedule: partner, heading: fence.heading }).length === 0;
  return {
    available,
    received,
    spent,
    unspent: difference(about('unspent', 'available − spent'), available, spent),
    held: difference(about('held', 'received − spent'), received, spent),
    forecast: figure(isForecast, 'forecast', 'all that is forecast to be spent of this money', () =>
      balances(forecast.list('applied', behind(fence, partner))),
    ),
  };
}

/** What is agreed for the year: of a grant its contributions, of a heading fenced by itself its plan. */
function agreed(books: Books, { source, heading }: RingFenceRule, partner: string): Term[] {
  if (source === undefined) return balances(books.plan.list('applied', { schedule: partner, heading }));
  const contributions = contributedBy(
    books,
    (contribution) => contribution.partner === partner && contribution.source === source,
  );
  return plus(...contributions.flatMap(({ plan }) => plan ?? []));
}
