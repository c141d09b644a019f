import { exampleFund, figuresOf } from './figure-lines.js';
import type { RulePage } from './page.js';

/** R6. */
export const reports: RulePage = {
  title: 'The pool manager reports, and every paper adds up',
  explain:
    'The manager of a pooled fund gives its partners a report each quarter and a return of income and expenditure each year. No paper is printed unless it adds up to the statement: the quarters make the year, and the schedules make the whole.',
  formula: [
    'Q1 + Q2 + Q3 + Q4 = the annual return, line by line',
    'share = funding due − spent on its schedule + variances moved; carried forward = brought forward + share + settled',
    'what a body settles = carried forward − held for others + held in the shares of others = assets − liabilities',
    'Σ of the schedules = the aggregate',
  ],
  laidDownIn: 'SI 2000/617, regulation 7, for every pooled fund',
  given: exampleFund,
  casesFor: () => figuresOf('R6'),
  shownBy: ['report quarterly', 'report annual', 'report aggregate', 'report pro-forma', 'report dfg', 'report return'],
};
