import { labelOf } from '../../agreement/bodies.js';
import { type Quarter, quarterOf } from '../../agreement/financial-year.js';
import type { Term } from '../../figures/figure.js';
import { balances, incomes, plus } from '../../figures/terms.js';
import { alignedIn } from '../../rules/aligned.js';
import { dayOf } from '../../rules/as-at.js';
import type { Books } from '../../rules/check.js';
import { type ContributionStanding, contributionStandings } from '../../rules/contributions.js';
import type { NamedReportFigures, QuarterLine } from '../report-figures-schema.js';
import { quarterFigures, summedByQuarter } from './by-quarter.js';

/** What falls due of each partner, quarter by quarter, and of all of them (R6): funding as it accrues, paid or not. */
export function accruedFunding(books: Books): Pick<NamedReportFigures, 'accrued' | 'totalAccrued'> {
  const { agreement } = books;
  const partners = new Set(agreement.contributions.map(({ partner }) => partner));
  const accrued = [...partners].map((code): QuarterLine => {
    const label = labelOf(agreement, code);
    const standings = contributionStandings(books).filter(({ partner }) => partner === code);
    const aligned = alignedIn(books, 'actual', code);
    const andAligned = aligned.length === 0 ? '' : ', and aligned money that it spent in it';
    const words = { what: `${label}: due`, how: `its instalments that fall due in the quarter, added up${andAligned}` };
    const terms = (quarter: Quarter) => [
      ...standings.flatMap((standing) => dueIn(books, standing, quarter)),
      ...balances(aligned.filter((of) => of.quarter === quarter)),
    ];
    return { code, label, ...quarterFigures(books, 'contributions', words, terms) };
  });
  return { accrued, totalAccrued: summedByQuarter(books, 'contributions', 'Due of all', accrued) };
}

/** Performance money falls due as it is released; what is given in kind, as it is recorded. */
function dueIn(books: Books, standing: ContributionStanding, quarter: Quarter): Term[] {
  const { year } = books.agreement;
  const { partner, source, pool, kind, inKind, instalments } = standing;
  if (inKind) {
    return incomes(books.actual.list('income', { partner, source, pool }).filter((of) => of.quarter === quarter));
  }
  const today = dayOf(books, year) ?? '';
  const due = instalments.filter(
    (instalment) => (kind === 'performance' || instalment.due <= today) && quarterOf(instalment.due, year) === quarter,
  );
  return plus(...due.map(({ amount }) => amount));
}
