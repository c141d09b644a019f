import * as z from 'zod';
import { performancePages } from '../pages/performance-pages.js';
import { tidySheet } from '../pages/tidy-sheet.js';
import { readAssumptions } from '../statement/assumptions.js';
import type { PerformanceResult } from '../statement/document-schema.js';
import { performanceFigures, performanceParts } from '../statement/performance-figures.js';
import { performanceSection } from '../statement/sections.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

interface PerformanceOptions extends ReportOptions {
  readonly whatIf: readonly string[];
  readonly sensitivity: boolean;
}

const ownFlags = z.object({
  whatIf: z.array(z.string()).default([]),
  sensitivity: z.boolean().default(false),
});

/** Flags as the command line gives them, as plain options. */
export function parsePerformance(folder: string, flags: unknown): PerformanceOptions {
  return { ...reportOptions(folder, flags), ...ownFlags.parse(flags) };
}

/** Payment for performance, and what would be. */
export function runPerformance(options: PerformanceOptions, world: World): Promise<Outcome> {
  return runStatement('performance')<'bcf.performance', PerformanceResult>(options, world, {
    format: 'bcf.performance',
    verb: 'report performance',
    section: (fund) => {
      const { assumptions, faults } = readAssumptions(options.whatIf, fund, options.asAt);
      if (faults.length > 0) return { diagnostics: faults };
      return performanceSection(fund, options.asAt, { assumptions, withSensitivity: options.sensitivity });
    },
    figures: performanceFigures,
    shows: {
      pages: (result) => performancePages(result, options),
      sheet: (result) => tidySheet(result.fund, performanceParts(result)),
    },
  });
}
