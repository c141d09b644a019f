import { reconciliationPages } from '../pages/reconciliation-pages.js';
import { tidySheet } from '../pages/tidy-sheet.js';
import { figuresOf } from '../statement/figure-names.js';
import { reconcile } from '../statement/reconcile.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { withCloses } from '../statement/with-closes.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, runStatement } from './run-statement.js';

/** Reconciles a fund folder: the whole statement. */
export function runReconcile(options: ReportOptions, world: World): Promise<Outcome> {
  return runStatement('reconcile')(options, world, {
    format: 'bcf.reconciliation',
    verb: 'reconcile',
    isHeldAgainstCloses: true,
    section: (fund, _against, closes) => {
      const { result, diagnostics } = reconcile(fund, options.asAt);
      return { result: withCloses(result, closes), diagnostics };
    },
    figures: (result) => figuresOf(resultSchema, result),
    shows: {
      pages: (result, envelope) => reconciliationPages(result, envelope, options),
      sheet: (result) => tidySheet(result.fund, [{ schema: resultSchema, value: result }]),
    },
  });
}
