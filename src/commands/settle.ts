import { settlementPages } from '../pages/settlement-pages.js';
import { tidySheet } from '../pages/tidy-sheet.js';
import { settlementResultSchema } from '../statement/document-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { settlementSection } from '../statement/sections.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, runStatement } from './run-statement.js';

/** Contributions, who owes what to whom, and what the bodies say of each other. */
export function runSettle(options: ReportOptions, world: World): Promise<Outcome> {
  return runStatement('settle')(options, world, {
    format: 'bcf.settlement',
    verb: 'settle',
    section: (fund) => settlementSection(fund, options.asAt),
    figures: (result) => figuresOf(settlementResultSchema, result),
    shows: {
      pages: (result) => settlementPages(result, options),
      sheet: (result) => tidySheet(result.fund, [{ schema: settlementResultSchema, value: result }]),
    },
  });
}
