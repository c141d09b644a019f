import type { PaperName } from '../statement/paper-schema.js';

/** The papers of `bcf report`, and what each is; here so that help needs to load no more. */
export const papers: Readonly<Record<PaperName, string>> = {
  'pro-forma': 'the expenditure pro-forma of Appendix 4: plan, year to date and forecast by its sixteen lines',
  quarterly: 'the pool manager’s report: income, expenditure, variances, performance, ring-fences, decisions',
  annual: 'the annual return: the memorandum account, each partner’s share, and the note for its own accounts',
  dfg: 'disabled facilities grant spending by district, or by whoever spends it, twice yearly',
  aggregate: 'each schedule on its own page, then all of them added into one',
  return: 'the national quarterly return’s income and expenditure block, with its comments',
};
