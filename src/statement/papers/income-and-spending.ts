import { labelOf } from '../../agreement/bodies.js';
import type { Books } from '../../rules/check.js';
import type { IncomeLine, NamedReportFigures, QuarterLine } from '../report-figures-schema.js';
import { appliedByQuarter, receivedByQuarter, summedByQuarter } from './by-quarter.js';

type IncomeAndSpending = Pick<
  NamedReportFigures,
  'income' | 'funding' | 'totalIncome' | 'headings' | 'bodies' | 'totalSpending'
>;

/** What came in, by partner and source, and what was spent, by heading and by who spent it, quarter by quarter (R6). */
export function incomeAndSpending(books: Books): IncomeAndSpending {
  const { agreement, actual } = books;
  const income = agreement.contributions.map(({ partner, source, pool }) => {
    const partnerLabel = labelOf(agreement, partner);
    const label = `${partnerLabel}, ${agreement.sources.get(source)?.name ?? source}`;
    const received = receivedByQuarter(books, `${label}: received`, { partner, source, pool });
    return { partner, partnerLabel, source, pool, label, ...received };
  });
  const headings = [...agreement.headings.values()].map(({ code, name, nature }) => ({
    code,
    label: name,
    nature,
    ...appliedByQuarter(books, `${name}: spent`, { heading: code }),
  }));
  const spenders = new Set(actual.list('applied').map(({ account }) => account.appliedBy));
  const bodies = [...agreement.bodies.keys()].filter((body) => spenders.has(body));
  return {
    income,
    funding: fundingByPartner(books, income),
    totalIncome: summedByQuarter(books, 'contributions', 'Received from all', income),
    headings,
    bodies: bodies.map((code) => {
      const label = labelOf(agreement, code);
      return { code, label, ...appliedByQuarter(books, `Spent by ${label}`, { appliedBy: code }) };
    }),
    totalSpending: summedByQuarter(books, 'expenditure', 'Spent on all headings', headings),
  };
}

/** A partner’s funding from all its sources together, in the order of the agreement. */
function fundingByPartner(books: Books, income: readonly IncomeLine[]): QuarterLine[] {
  return [...new Set(income.map(({ partner }) => partner))].map((code) => {
    const ofPartner = income.filter(({ partner }) => partner === code);
    const label = labelOf(books.agreement, code);
    return { code, label, ...summedByQuarter(books, 'contributions', `${label}: received`, ofPartner) };
  });
}
