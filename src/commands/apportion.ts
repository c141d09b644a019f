import { z } from 'zod';
import { apportionmentMarkdown, apportionmentText } from '../render/apportionment-text.js';
import { tableCsv } from '../render/table-csv.js';
import { apportion } from '../statement/apportionment.js';
import { apportionmentTable } from '../tables/apportionment-table.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

/** What shares may be whole numbers of, in pence. */
const steps = { penny: 1n, '100': 10_000n, '1000': 100_000n } as const;

const ownFlags = z.object({
  by: z.string(),
  among: z.string().optional(),
  to: z.enum(['penny', '100', '1000']),
  against: z.string().optional(),
});

interface ApportionOptions extends ReportOptions {
  readonly amount: string;
  readonly shareBy: z.infer<typeof ownFlags>;
}

/** Flags as the command line gives them, as plain options. */
export function parseApportion(amount: string, folder: string, flags: unknown): ApportionOptions {
  return { amount, shareBy: ownFlags.parse(flags), ...reportOptions(folder, flags) };
}

/** A total over partners by declared weights. */
export function runApportion(options: ApportionOptions, world: World): Promise<Outcome> {
  const { amount, shareBy } = options;
  const { by, among, to, against } = shareBy;
  return runStatement(options, world, {
    format: 'bcf.apportionment',
    verb: 'apportion',
    extras: ['tables'],
    section: (fund) => apportion(fund, { amount, by, among, stepPence: steps[to], against }),
    forms: {
      text: (result, _envelope, style) => apportionmentText(result, style),
      markdown: apportionmentMarkdown,
      csv: (result) => tableCsv([apportionmentTable(result)]),
    },
  });
}
