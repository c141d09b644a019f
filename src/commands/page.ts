import { makeFundPage } from '../pages/fund-page/make-fund-page.js';
import { noAnswers } from '../render/html/answers.js';
import { fundPageHtml } from '../render/html/fund-page-html.js';
import { checkFund } from '../statement/check-fund.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { reconcile } from '../statement/reconcile.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { withCloses } from '../statement/with-closes.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, runStatement } from './run-statement.js';

/** A fund on one page, in one file. */
export function runPage(options: ReportOptions, world: World): Promise<Outcome> {
  return runStatement('page')({ ...options, format: options.format ?? 'html' }, world, {
    format: 'bcf.page',
    verb: 'make the page',
    extras: ['controls', 'tables', 'pro-forma'],
    isHeldAgainstCloses: true,
    section: (fund, _against, closes) => {
      const { result: check, diagnostics } = checkFund(fund, { asAt: options.asAt });
      if (check === undefined) return { diagnostics };
      const statement = withCloses(reconcile(fund, options.asAt).result, closes);
      figuresOf(checkResultSchema, check);
      figuresOf(resultSchema, statement);
      return { result: { fund: statement.fund, checks: statement.checks, statement, check }, diagnostics };
    },
    endings: ['html', 'htm'],
    shows: {
      written: ({ statement, check }, { inputs }) =>
        fundPageHtml(makeFundPage({ result: statement, check, inputs }), noAnswers),
    },
  });
}
