import * as z from 'zod';
import { apportionmentPages } from '../pages/apportionment-pages.js';
import { apportionmentTable } from '../pages/apportionment-table.js';
import { tableSheet } from '../pages/table-sheet.js';
import { apportion } from '../statement/apportionment.js';
import { type AskedApportionment, shareUnits } from '../statement/apportionment-asked.js';
import { apportionmentFigures } from '../statement/apportionment-schema.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

const ownFlags = z.object({
  by: z.string(),
  among: z.string().optional(),
  to: z.enum(shareUnits),
  against: z.string().optional(),
});

interface ApportionOptions extends ReportOptions {
  readonly asked: AskedApportionment;
}

/** Flags as the command line gives them, as plain options. */
export function parseApportion(amount: string, folder: string, flags: unknown): ApportionOptions {
  const { by, among, to, against } = ownFlags.parse(flags);
  return { asked: { amount, by, among, to, against }, ...reportOptions(folder, flags) };
}

/** A total over partners by declared weights. */
export function runApportion(options: ApportionOptions, world: World): Promise<Outcome> {
  const { asked } = options;
  return runStatement('apportion')(options, world, {
    format: 'bcf.apportionment',
    verb: 'apportion',
    extras: ['tables'],
    section: (fund) => apportion(fund, asked),
    figures: (result) => apportionmentFigures(result, asked),
    shows: { pages: apportionmentPages, sheet: (result) => tableSheet([apportionmentTable(result)]) },
  });
}
