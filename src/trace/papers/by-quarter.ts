import { type Quarter, quarters } from '../../agreement/financial-year.js';
import type { Balance } from '../../journal/journal.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { bodyName, headingName } from '../explain/traced.js';
import type { Term } from '../node.js';
import { balances, incomes, item, plus } from '../terms.js';
import { rulesOfPapers, type TracedPapers } from './traced-papers.js';

/** What came in and what was spent, quarter by quarter. */
export function explainQuarters(traced: TracedPapers): void {
  const { books, figures } = traced;
  for (const line of figures.income) {
    const { partner, source, pool } = line;
    const own = books.actual.list('income', { partner, source, pool });
    explainLine(traced, incomeName(line), `${line.label}: received`, own, incomes);
  }
  for (const { code, label } of figures.funding) {
    const own = figures.income.filter(({ partner }) => partner === code).map(incomeName);
    explainSum(traced, item(`${reportRoot}.funding`, { partner: code }), `${label}: received`, own);
  }
  explainSum(traced, `${reportRoot}.total-income`, 'Received from all', figures.income.map(incomeName));
  for (const { code } of figures.headings) {
    const own = books.actual.list('applied', { heading: code });
    explainLine(traced, headingLine(code), `${headingName(books, code)}: spent`, own, balances);
  }
  for (const { code } of figures.bodies) {
    const own = books.actual.list('applied', { appliedBy: code });
    const name = item(`${reportRoot}.bodies`, { body: code });
    explainLine(traced, name, `Spent by ${bodyName(books, code)}`, own, balances);
  }
  const headings = figures.headings.map(({ code }) => headingLine(code));
  explainSum(traced, `${reportRoot}.total-spending`, 'Spent on all headings', headings);
}

/** The name of the amount of a quarter of a line. */
export function quarterOf(line: string, quarter: Quarter): string {
  return `${item(`${line}.quarters`, { quarter })}.amount`;
}

/** The name of a line of income. */
export function incomeName({ partner, source, pool }: TracedPapers['figures']['income'][number]): string {
  return item(`${reportRoot}.income`, { partner, source, pool });
}

/** The name of a line of expenditure. */
export function headingLine(heading: string): string {
  return item(`${reportRoot}.headings`, { heading });
}

function explainLine<B extends Balance>(
  { all }: TracedPapers,
  name: string,
  what: string,
  own: readonly B[],
  terms: (list: readonly B[]) => Term[],
): void {
  const rule = rulesOfPapers.poolManager;
  for (const quarter of quarters) {
    all.explain(quarterOf(name, quarter), () => ({
      what: `${what} in ${quarter}`,
      how: 'its accounts in the quarter, added up',
      rule,
      terms: terms(own.filter((balance) => balance.quarter === quarter)),
    }));
  }
  all.explain(`${name}.to-date`, () => ({
    what: `${what} to date`,
    how: 'the quarters, added up',
    rule,
    terms: plus(...all.known(quarters.map((quarter) => quarterOf(name, quarter)))),
  }));
}

/** A line that is others added up, quarter by quarter. */
export function explainSum({ all }: TracedPapers, name: string, what: string, parts: readonly string[]): void {
  const rule = rulesOfPapers.poolManager;
  for (const quarter of quarters) {
    all.explain(quarterOf(name, quarter), () => ({
      what: `${what} in ${quarter}`,
      how: 'its lines in the quarter, added up',
      rule,
      terms: plus(...parts.map((part) => quarterOf(part, quarter))),
    }));
  }
  all.explain(`${name}.to-date`, () => ({
    what: `${what} to date`,
    how: 'its lines to date, added up',
    rule,
    terms: plus(...parts.map((part) => `${part}.to-date`)),
  }));
}
