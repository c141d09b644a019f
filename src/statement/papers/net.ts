import type { Money } from '../../figures/books.js';
import { Figure } from '../../figures/figure.js';
import { minus, plus } from '../../figures/terms.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { NamedReportFigures } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

const rule = rulesOfPapers.poolManager;

/** The surplus or deficit of the year to date and what is carried forward (R6); undefined where not all of it is known. */
export function netFigures({ flowOfFunds, contributionTotals }: Reconciliation): NamedReportFigures['net'] {
  const { sources, applications, balance } = flowOfFunds.totals;
  if (sources.actual === undefined || applications.actual === undefined || balance.actual === undefined)
    return undefined;
  const { outstanding, overdue, paidAhead, toReturn } = contributionTotals ?? {};
  const due = outstanding === undefined ? [] : plus(outstanding);
  const figure = (what: string, how: string, known: Money | undefined) =>
    Figure.money({ what, how, rule, terms: known === undefined ? [] : plus(known) });
  return {
    overdue: figure('Contributions due and outstanding', 'those of which something is outstanding', overdue),
    paidAhead: figure('Contributions received before they were due', 'those that are paid ahead', paidAhead),
    ...(toReturn && {
      toReturn: figure('Performance money to be returned', 'what was paid in above what was earned', toReturn),
    }),
    surplus: Figure.money({
      what: 'Net surplus; negative is a deficit',
      how: 'received + outstanding − spent; what is paid ahead, or is to be returned, is no income',
      rule,
      terms: [...plus(sources.actual), ...due, ...minus(applications.actual)],
    }),
    carriedForward: Figure.money({
      what: 'Balance carried forward',
      how: 'balance of the pool + outstanding; what is paid ahead, or is to be returned, is taken off',
      rule,
      terms: [...plus(balance.actual), ...due],
    }),
  };
}
