import { settlementCsv } from '../render/section-csv.js';
import { settlementText } from '../render/section-text.js';
import { settlementSection } from '../statement/sections.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, runReport } from './report.js';

/** Contributions, who owes what to whom, and what the bodies say of each other. */
export function runSettle(options: ReportOptions, world: World): Promise<Outcome> {
  return runReport(options, world, {
    format: 'bcf.settlement',
    verb: 'settle',
    section: (fund) => settlementSection(fund, options.asAt),
    text: (result, _envelope, style) => settlementText(result, style, options),
    csv: settlementCsv,
  });
}
