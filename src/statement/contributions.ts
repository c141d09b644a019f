import { labelOf } from '../agreement/bodies.js';
import { allKnown, type Money, total } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { contributionStandings } from '../rules/contributions.js';
import type { ContributionLine, ContributionTotals } from './settlement-schema.js';

/** Contributions (R5): due, received, outstanding and late, as at the quarter end. */
export function contributionStatement(books: Books): {
  readonly contributions: ContributionLine[];
  readonly contributionTotals?: ContributionTotals;
} {
  const { agreement } = books;
  const contributions = contributionStandings(books).map(({ instalments, ...standing }) => ({
    ...standing,
    label: labelOf(agreement, standing.partner),
    sourceLabel: agreement.sources.get(standing.source)?.name ?? standing.source,
    instalments: [...instalments],
  }));
  if (contributions.length === 0) return { contributions: [] };
  return { contributions: contributions.map(inOrder), contributionTotals: totalsOf(books, contributions) };
}

/** As documents list it. */
function inOrder(line: ContributionLine): ContributionLine {
  const { partner, label, source, sourceLabel, pool, kind, inKind, agreed, dueToDate, received, outstanding } = line;
  const { retained, daysLate, instalments } = line;
  return {
    partner,
    label,
    source,
    sourceLabel,
    pool,
    kind,
    inKind,
    agreed,
    dueToDate,
    received,
    outstanding,
    retained,
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
        terms: minus(...outstanding.filter(({ amount }: Money) => amount < 0n)),
      }),
    }),
  };
}
