import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import * as z from 'zod';
import { exitCodes } from '../diagnostics/exit-code.js';
import { plainText } from '../diagnostics/plain-text.js';
import { checkPages } from '../pages/check-pages.js';
import { differencesOf, differencesTable } from '../pages/differences-table.js';
import { tableSheet } from '../pages/table-sheet.js';
import { withWarnings } from '../pages/with-warnings.js';
import { githubAnnotations } from '../render/check-github.js';
import { junitXml } from '../render/check-junit.js';
import { checkFund } from '../statement/check-fund.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { checkWithCloses } from '../statement/with-closes.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

interface CheckOptions extends ReportOptions {
  readonly quiet: boolean;
}

const ownFlags = z.object({ quiet: z.boolean().default(false), lastYear: z.string().optional() });

/** Flags as the command line gives them, as plain options. */
export function parseCheck(folder: string, flags: unknown): CheckOptions {
  const { quiet, lastYear } = ownFlags.parse(flags);
  return { ...reportOptions(folder, flags), quiet, against: lastYear };
}

/** Every rule and every control of a fund, and the schedule of differences. */
export async function runCheck(options: CheckOptions, world: World): Promise<Outcome> {
  const folder = fromRepository(options.folder, world);
  const outcome = await runStatement('check')(options, world, {
    format: 'bcf.check',
    verb: 'check',
    extras: ['controls', 'tables', 'pro-forma'],
    isHeldAgainstCloses: true,
    section: (fund, last, closes) => {
      const { result, diagnostics } = checkFund(fund, {
        asAt: options.asAt,
        last: last && { fund: last, shownAs: options.against ?? '' },
      });
      return { ...(result && { result: checkWithCloses(result, closes) }), diagnostics };
    },
    figures: (result) => figuresOf(checkResultSchema, result),
    shows: {
      pages: (result, envelope) => checkPages(result, envelope, options),
      sheet: (result) => tableSheet([differencesTable(differencesOf(result, options.verbose), true)]),
    },
    formsOfFaults: {
      github: (envelope, result) =>
        githubAnnotations(envelope, {
          folder,
          conclusion: result === undefined ? 'Could not check' : withWarnings(result.conclusion.message, envelope),
        }),
      junit: junitXml,
    },
  });
  return options.quiet && outcome.exitCode === exitCodes.clean ? { ...outcome, stdout: '', stderr: '' } : outcome;
}

/** The fund folder as seen from the repository that it is in, as an annotation names it; '' for the repository itself. */
function fromRepository(shownAs: string, { cwd }: World): string {
  const folder = resolve(cwd, shownAs);
  let root = folder;
  while (!existsSync(join(root, '.git')) && dirname(root) !== root) root = dirname(root);
  const path = relative(existsSync(join(root, '.git')) ? root : cwd, folder).replaceAll('\\', '/');
  return plainText(isAbsolute(path) ? shownAs : path);
}
