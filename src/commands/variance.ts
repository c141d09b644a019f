import { varianceCsv } from '../render/section-csv.js';
import { varianceText } from '../render/section-text.js';
import { varianceDocumentSchema } from '../statement/document-schema.js';
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
    figures: (result) => figuresOf(varianceDocumentSchema.shape.result, result),
    forms: { text: (result, _envelope, style) => varianceText(result, style, options), csv: varianceCsv },
  });
}
