import { labelOf } from '../agreement/bodies.js';
import { allKnown, type Money, total } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { type ContributionStanding, contributionStandings } from '../rules/contributions.js';
import type { ContributionLine, ContributionTotals } from './settlement-schema.js';

/** Contributions (R5): due, received, outstanding and late, as at the quarter end. */
export function contributionStatement(books: Books): {
  readonly contributions: ContributionLine[];
  readonly contributionTotals?: ContributionTotals;
} {
  const contributions = contributionStandings(books).map((standing) => lineOf(books, standing));
  if (contributions.length === 0) return { contributions };
  return { contributions, contributionTotals: totalsOf(books, contributions) };
}

function lineOf({ agreement }: Books, standing: ContributionStanding): ContributionLine {
  const { partner, source, pool, kind, inKind, agreed, dueToDate, received, outstanding } = standing;
  const { retained, daysLate, instalments, toReturn } = standing;
  return {
    partner,
    label: labelOf(agreement, partner),
    source,
    sourceLabel: agreement.sources.get(source)?.name ?? source,
    pool,
    kind,
    inKind,
    agreed,
    dueToDate,
    received,
    outstanding,
    retained,
    ...(toReturn && { toReturn }),
    ...(daysLate && { daysLate }),
    instalments: instalments.map(({ amount, ...instalment }) => ({ ...instalment, amount })),
  };
}

function totalsOf(books: Books, contributions: readonly ContributionLine[]): ContributionTotals {
  const rule = ruleOf('R5', books.agreement.balanceRule);
  const all = (of: 'dueToDate' | 'received' | 'outstanding', words: string) =>
    total(
      { what: `All contributions: ${words}`, how: 'the contributions, added up', rule },
      contributions.map((line) => line[of]),
    );
  const outstanding = allKnown(contributions.map((line) => line.outstanding));
  const ahead = contributions.flatMap((line) => (line.toReturn ? [] : (line.outstanding ?? [])));
  const toReturn = contributions.flatMap((line) => line.toReturn ?? []);
  return {
    agreed: Figure.money({
      what: 'All contributions: for the year',
      how: 'the contributions, added up',
      rule,
      terms: plus(...contributions.map(({ agreed }) => agreed)),
    }),
    dueToDate: all('dueToDate', 'due to date'),
    received: all('received', 'received'),
    outstanding: all('outstanding', 'outstanding'),
    ...(outstanding && {
      overdue: Figure.money({
        what: 'Contributions due to date and outstanding',
        how: 'those of which something is outstanding, added up',
        rule,
        terms: plus(...outstanding.filter(({ amount }: Money) => amount > 0n)),
      }),
      paidAhead: Figure.money({
        what: 'Contributions received before they were due',
        how: 'those that are paid ahead, added up',
        rule,
        terms: minus(...ahead.filter(({ amount }: Money) => amount < 0n)),
      }),
    }),
    ...(toReturn.length > 0 && {
      toReturn: Figure.money({
        what: 'Performance money paid in above what was earned, to be returned',
        how: 'the contributions of it, added up',
        rule,
        terms: plus(...toReturn),
      }),
    }),
  };
}
