import { makeFundPage } from '../pages/fund-page/make-fund-page.js';
import { figuresOnPage, fundPageHtml } from '../render/html/fund-page-html.js';
import { checkFund } from '../statement/check-fund.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { headlinesOf, headlinesRoot, headlinesSchema } from '../statement/headlines.js';
import { reconcile } from '../statement/reconcile.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { withCloses } from '../statement/with-closes.js';
import type { Outcome, World } from './io.js';
import { readWorkings } from './read-workings.js';
import { type ReportOptions, runStatement } from './run-statement.js';
import { sidesOf } from './sides.js';

const extras = ['controls', 'tables', 'pro-forma'] as const;

/** A fund on one page, in one file. */
export function runPage(options: ReportOptions, world: World): Promise<Outcome> {
  return runStatement('page')({ ...options, format: options.format ?? 'html' }, world, {
    format: 'bcf.page',
    verb: 'make the page',
    extras,
    isHeldAgainstCloses: true,
    section: async (fund, _against, closes) => {
      const { result: check, diagnostics } = checkFund(fund, { asAt: options.asAt });
      if (check === undefined) return { diagnostics };
      const statement = withCloses(reconcile(fund, options.asAt).result, closes);
      const headlines = headlinesOf(statement);
      const named = [
        ...figuresOf(checkResultSchema, check),
        ...figuresOf(resultSchema, statement),
        ...figuresOf(headlinesSchema, headlines, headlinesRoot),
      ];
      const page = makeFundPage({
        result: statement,
        check,
        headlines,
        sideOf: sidesOf(fund.agreement),
        inputs: fund.inputs,
      });
      const { workings, faults } = await readWorkings(
        figuresOnPage(page),
        named,
        { fund, shownAs: options.folder, extras },
        world,
      );
      if (faults.length > 0) return { diagnostics: faults };
      return { result: { fund: statement.fund, checks: statement.checks, page, workings }, diagnostics };
    },
    endings: ['html', 'htm'],
    shows: { written: ({ page, workings }) => fundPageHtml(page, workings) },
  });
}
