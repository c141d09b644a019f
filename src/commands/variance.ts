import { tidySheet } from '../pages/tidy-sheet.js';
import { variancePages } from '../pages/variance-pages.js';
import { varianceResultSchema } from '../statement/document-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { varianceSection } from '../statement/sections.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, runStatement } from './run-statement.js';

/** Over- and underspends, who bears them, and the ring-fences that stand outside. */
export function runVariance(options: ReportOptions, world: World): Promise<Outcome> {
  return runStatement('variance')(options, world, {
    format: 'bcf.variance',
    verb: 'report variances',
    section: (fund) => varianceSection(fund, options.asAt),
    figures: (result) => figuresOf(varianceResultSchema, result),
    shows: {
      pages: (result) => variancePages(result, options),
      sheet: (result) => tidySheet(result.fund, [{ schema: varianceResultSchema, value: result }]),
    },
  });
}
