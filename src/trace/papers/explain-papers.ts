import type { Quarter } from '../../agreement/financial-year.js';
import type { Fund } from '../../fund/fund.js';
import type { Extra } from '../../fund/open-fund.js';
import { figuresOf } from '../../statement/figure-names.js';
import { namedFigures } from '../../statement/report-figures.js';
import { reportFiguresSchema, reportRoot } from '../../statement/report-figures-schema.js';
import { explainAll } from '../explain-all.js';
import { explainGrants } from './grants.js';
import type { TracedPapers } from './traced-papers.js';

/** What a fund must be read with for the figures of the papers. */
export const withPapers = ['pro-forma'] as const satisfies readonly Extra[];

/** Whether a name is of a figure that only papers show. */
export function isOfPaper(name: string): boolean {
  return name.startsWith(`${reportRoot}.`);
}

/** Every figure of the papers and of the reconciliation that they are made of (R6). */
export function explainPapers(fund: Fund, askedFor?: Quarter): TracedPapers {
  const traced = explainAll(fund, askedFor);
  const figures = namedFigures(fund, traced);
  traced.all.add(figuresOf(reportFiguresSchema, figures, reportRoot));
  const papers: TracedPapers = { ...traced, figures, fund };
  explainGrants(papers);
  return papers;
}
