import type { Quarter } from '../agreement/financial-year.js';
import type { Fund } from '../fund/fund.js';
import type { Extra } from '../fund/open-fund.js';
import type { Books, ReadFund } from '../rules/check.js';
import { figuresOf } from '../statement/figure-names.js';
import { headlinesOf, headlinesRoot, headlinesSchema } from '../statement/headlines.js';
import { reconcile } from '../statement/reconcile.js';
import { type Reconciliation, resultSchema } from '../statement/reconciliation-schema.js';
import { namedFigures } from '../statement/report-figures.js';
import { reportFiguresSchema, reportRoot } from '../statement/report-figures-schema.js';
import { DocumentFigures } from './document-figures.js';

/** The figures of a fund: the statement, the books it was made of, and how each figure comes about. */
export interface Traced {
  readonly result: Reconciliation;
  readonly books: Books;
  readonly all: DocumentFigures;
}

/** Every figure of a fund's reconciliation as at a quarter, and how it comes about. */
export function explainAll(fund: ReadFund, askedFor?: Quarter): Traced {
  const { result, books } = reconcile(fund, askedFor);
  const all = new DocumentFigures(figuresOf(resultSchema, result));
  return { result, books, all };
}

/** What a fund must be read with for the figures of the papers. */
export const withPapers = ['pro-forma'] as const satisfies readonly Extra[];

/** Every figure of the papers, and of the reconciliation that they are made of (R6). */
export function explainPapers(fund: Fund, askedFor?: Quarter): Traced {
  const traced = explainAll(fund, askedFor);
  traced.all.add(figuresOf(reportFiguresSchema, namedFigures(fund, traced), reportRoot));
  traced.all.add(figuresOf(headlinesSchema, headlinesOf(traced.result), headlinesRoot));
  return traced;
}
