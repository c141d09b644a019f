import type { Contribution } from '../agreement/agreement.js';
import type { Quarter } from '../agreement/financial-year.js';
import type { Money } from '../figures/books.js';
import { nil, partBy } from '../figures/expression.js';
import { Figure, type RuleOfFigure } from '../figures/figure.js';
import { balances, plus, sumOfTerms } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Books } from './check.js';
import { performanceOf } from './performance.js';

/** What a contribution has planned for performance: it is due only as it is released (R3). */
export function potOf(
  { agreement, plan }: Books,
  { partner, source, pool }: Contribution,
): readonly BalanceOf<'applied'>[] {
  const heading = agreement.performanceRule?.heading;
  return heading === undefined ? [] : plan.list('applied', { schedule: partner, source, pool, heading });
}

/** Of a figure of its partner's pot, what a contribution has. */
export type PartOfPot = (whole: Money, about: { what: string; how: string; rule?: RuleOfFigure | undefined }) => Money;

/** What a contribution has earned of its partner's pot. */
interface Earned {
  /** By the quarter in which it is paid. */
  readonly payments: readonly { readonly quarter: Quarter; readonly payment: Money }[];
  readonly retained: Money | undefined;
  readonly partOf: PartOfPot;
}

/** The payments of the pot that a contribution plans for; undefined where its partner has none. */
export function earnedBy(books: Books, contribution: Contribution): Earned | undefined {
  const pot = performanceOf(books).find(({ partner }) => partner === contribution.partner);
  if (pot === undefined) return undefined;
  return {
    payments: pot.quarters.flatMap(({ paidIn, payment }) =>
      payment === undefined ? [] : [{ quarter: paidIn, payment }],
    ),
    retained: pot.totals.retained,
    partOf: partOfPot(books, contribution),
  };
}

/** All of it where the contribution alone plans for performance, else by what each of its partner's plans for it. */
function partOfPot(books: Books, contribution: Contribution): PartOfPot {
  const planned = books.agreement.contributions
    .filter(({ partner }) => partner === contribution.partner)
    .map((line) => ({ line, terms: balances(potOf(books, line)) }))
    .filter(({ terms }) => sumOfTerms(terms) > 0n);
  if (!planned.some(({ line }) => line === contribution)) return (_, about) => Figure.money({ ...about, terms: [] });
  if (planned.length === 1) return (whole, about) => Figure.money({ ...about, terms: plus(whole) });
  const weights = planned.map(({ line, terms }) => {
    const name = books.agreement.sources.get(line.source)?.name ?? line.source;
    return Figure.money({ what: `${name}: planned for performance`, how: '', terms });
  });
  return (whole, { how, ...about }) =>
    Figure.money({
      ...about,
      how: `${how}, its part by what each source plans for performance, an odd penny to the largest remainder`,
      terms: plus(whole, ...weights),
      formula: ([pot = nil, ...amounts]) => {
        const lines = planned.map(({ line }, index) => ({ line, amount: amounts[index] ?? nil }));
        lines.sort((a, b) => (codeOf(a.line) < codeOf(b.line) ? -1 : 1));
        return partBy(
          pot,
          lines.map(({ amount }) => amount),
          lines.findIndex(({ line }) => line === contribution),
        );
      },
    });
}

function codeOf({ partner, source, pool }: Contribution): string {
  return [partner, source, pool].join('\0');
}
