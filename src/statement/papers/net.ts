import { Figure, type Term } from '../../figures/figure.js';
import { incomes, minus, plus, turned } from '../../figures/terms.js';
import type { Books } from '../../rules/check.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { NamedReportFigures } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';
import { standingMoney } from './standing-money.js';

const rule = rulesOfPapers.poolManager;

/** The surplus or deficit of the year to date and what is carried forward (R6); undefined where not all of it is known. */
export function netFigures(
  books: Books,
  { flowOfFunds, contributionTotals }: Reconciliation,
): NamedReportFigures['net'] {
  const { sources, applications, balance } = flowOfFunds.totals;
  if (sources.actual === undefined || applications.actual === undefined || balance.actual === undefined)
    return undefined;
  const { outstanding, overdue, paidAhead, toReturn } = contributionTotals ?? {};
  const due = outstanding === undefined ? [] : plus(outstanding);
  const figure = (what: string, how: string, terms: readonly Term[]) => Figure.money({ what, how, rule, terms });
  const standing = (isMeant: boolean) =>
    standingMoney(books).flatMap(({ of, terms }) => ((of === 'settled') === isMeant ? terms : []));
  const earlierOutstanding = figure('Contributions of earlier years outstanding', 'brought forward, less what came', [
    ...turned(incomes(books.actual.list('brought-forward', { kind: 'contributions' }))),
    ...turned(incomes(books.actual.list('settled', { of: 'contribution' }))),
  ]);
  return {
    overdue: figure(
      'Contributions due and outstanding',
      'those of which something is outstanding',
      overdue === undefined ? [] : plus(overdue),
    ),
    paidAhead: figure(
      'Contributions received before they were due',
      'those that are paid ahead',
      paidAhead === undefined ? [] : plus(paidAhead),
    ),
    ...(toReturn && {
      toReturn: figure('Performance money to be returned', 'what was paid in above what was earned', plus(toReturn)),
    }),
    surplus: figure(
      'Net surplus; negative is a deficit',
      'received + outstanding − spent; what is paid ahead, or is to be returned, is no income',
      [...plus(sources.actual), ...due, ...minus(applications.actual)],
    ),
    broughtForward: figure(
      'Brought forward',
      'balances and variances; contributions owed are no balance',
      standing(false),
    ),
    settled: figure('Variances settled', 'the receipts that say so', standing(true)),
    carriedForward: figure(
      'Balance carried forward',
      'balance of the pool + outstanding, of earlier years too; what is paid ahead, or is to be returned, is taken off',
      [...plus(balance.actual), ...due, ...plus(earlierOutstanding)],
    ),
    earlierOutstanding,
  };
}
