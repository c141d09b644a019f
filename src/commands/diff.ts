import * as z from 'zod';
import { parsePercent } from '../agreement/scalars.js';
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { exitCodes } from '../diagnostics/exit-code.js';
import type { Fund } from '../fund/fund.js';
import { parseAmount } from '../money/parse-amount.js';
import { comparisonPages } from '../pages/comparison-pages.js';
import { comparisonTable } from '../pages/comparison-table.js';
import { tableSheet } from '../pages/table-sheet.js';
import { compareFunds } from '../statement/compare-funds.js';
import type { FailOver } from '../statement/comparison.js';
import { comparisonResultSchema, dimensions } from '../statement/comparison-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { comparisonName, readSide } from '../statement/side-asked.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

const ownFlags = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  by: z.enum(dimensions),
  exitCode: z.boolean().default(false),
  failOver: z.string().optional(),
});

interface DiffOptions extends ReportOptions, z.infer<typeof ownFlags> {}

/** Flags as the command line gives them, as plain options. */
export function parseDiff(folder: string, against: string | undefined, flags: unknown): DiffOptions {
  return { ...reportOptions(folder, flags), ...ownFlags.parse(flags), against };
}

/** Plan against outturn, one fund against another, or one quarter against another. */
export async function runDiff(options: DiffOptions, world: World): Promise<Outcome> {
  let isDifferent = false;
  const outcome = await runStatement('diff')(options, world, {
    format: 'bcf.diff',
    verb: 'compare',
    section: (fund, against) => {
      const made = sectionOf(options, fund, against);
      const { summary, lines } = made.result ?? {};
      isDifferent = summary?.renamed.isNil === false || (lines ?? []).some(({ status }) => status !== 'same');
      return made;
    },
    secondFund: ({ against }) => against,
    figures: (result) => figuresOf(comparisonResultSchema, result, comparisonName(result)),
    shows: {
      pages: (result) => comparisonPages(result, options),
      sheet: (result) => tableSheet([comparisonTable(result, { withAll: true, isRead: false })]),
    },
  });
  const asked = options.exitCode && isDifferent ? exitCodes.finding : exitCodes.clean;
  return { ...outcome, exitCode: Math.max(outcome.exitCode, asked) };
}

function sectionOf(options: DiffOptions, fund: Fund, against: Fund | undefined) {
  const faults: Diagnostic[] = [];
  const report: Report = (fault) => faults.push(fault);
  const from = readSide('--from', options.from, report);
  const to = readSide('--to', options.to, report);
  const failOver = failOverOf(options.failOver, faults);
  if (faults.length > 0) return { diagnostics: faults };
  return compareFunds({ fund, against, from, to, by: options.by, asAt: options.asAt, failOver });
}

function failOverOf(text: string | undefined, faults: Diagnostic[]): FailOver | undefined {
  if (text === undefined) return undefined;
  const percent = text.trim().endsWith('%')
    ? parsePercent(text.trim().slice(0, -1).trim().replace(/^\./, '0.'))
    : undefined;
  if (percent !== undefined) return { percent };
  const parsed = parseAmount(text, 'pounds');
  if ('pence' in parsed && parsed.pence >= 0n) return { pence: parsed.pence };
  faults.push(diagnose('BCF0012', { found: text }));
  return undefined;
}
