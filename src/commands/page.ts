import { resolve } from 'node:path';
import * as z from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor, exitCodes } from '../diagnostics/exit-code.js';
import { makeFundPage } from '../pages/fund-page/make-fund-page.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { figuresOnPage, fundPageHtml } from '../render/html/fund-page-html.js';
import { checkFund } from '../statement/check-fund.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { inputDocument } from '../statement/document.js';
import { figuresOf } from '../statement/figure-names.js';
import { headlinesOf, headlinesRoot, headlinesSchema } from '../statement/headlines.js';
import { reconcile } from '../statement/reconcile.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { withCloses } from '../statement/with-closes.js';
import { changed, stateOf } from './changed.js';
import { formAsked } from './forms.js';
import type { Outcome, World } from './io.js';
import { printToPdf } from './print-to-pdf.js';
import { readWorkings } from './read-workings.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';
import { sidesOf } from './sides.js';

const extras = ['controls', 'tables', 'pro-forma'] as const;

const ownFlags = z.object({
  browser: z.string().optional(),
  pdf: z.boolean().default(false),
  watch: z.boolean().default(false),
});

interface PageOptions extends ReportOptions {
  /** The program that prints a PDF. */
  readonly browser?: string | undefined;
  /** Whether it is drawn again when a file of the fund changes. */
  readonly watch: boolean;
}

/** Flags as the command line gives them, as plain options. */
export function parsePage(folder: string, flags: unknown): PageOptions {
  const { browser, pdf, watch } = ownFlags.parse(flags);
  const options = reportOptions(folder, flags);
  return { ...options, ...(pdf && { format: 'pdf' }), browser, watch };
}

/** A fund on one page, in one file: as a browser shows it, or as one prints it; again whenever its files change. */
export async function runPage(options: PageOptions, world: World): Promise<Outcome> {
  const { folder, output, watch } = options;
  const isToFile = output !== undefined && output !== '-';
  if (!watch) return drawn(options, world);
  if (!isToFile) return refused(diagnose('BCF0074', {}), world);
  const files = { folder: resolve(world.cwd, folder), except: resolve(world.cwd, output) };
  const state = await stateOf(files);
  const outcome = await drawn(options, world);
  const said = outcome.exitCode < exitCodes.couldNotRun ? `${output} is drawn` : `${output} is as it was`;
  const stderr = `${outcome.stderr}${said}; it is drawn again when a file of ${folder} changes. Ctrl-C ends this.\n`;
  return {
    ...outcome,
    stderr,
    next: async () => {
      await changed(files, state);
      return runPage(options, world);
    },
  };
}

function drawn(options: PageOptions, world: World): Promise<Outcome> {
  const { format, output } = options;
  const asked = formAsked({ command: 'page', format, output });
  const isPdf = asked.format === 'pdf' && asked.fault === undefined;
  if (isPdf && (output === undefined || (output === '-' && world.isTerminal))) {
    return Promise.resolve(refused(diagnose('BCF0073', {}), world));
  }
  return drawnAs(isPdf, options, world);
}

function refused(fault: Diagnostic, world: World): Outcome {
  return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
}

function drawnAs(isPdf: boolean, options: PageOptions, world: World): Promise<Outcome> {
  return runStatement('page')({ ...options, format: isPdf ? 'pdf' : (options.format ?? 'html') }, world, {
    format: 'bcf.page',
    verb: 'make the page',
    extras,
    isHeldAgainstCloses: true,
    section: async (fund, _against, closes) => {
      const { result: check, diagnostics } = checkFund(fund, { asAt: options.asAt });
      if (check === undefined) return { diagnostics };
      const statement = withCloses(reconcile(fund, options.asAt).result, closes);
      const headlines = headlinesOf(statement);
      const named = [
        ...figuresOf(checkResultSchema, check),
        ...figuresOf(resultSchema, statement),
        ...figuresOf(headlinesSchema, headlines, headlinesRoot),
      ];
      const page = makeFundPage({
        result: statement,
        check,
        headlines,
        sideOf: sidesOf(fund.agreement),
        inputs: fund.inputs.map(inputDocument),
      });
      const { workings, faults } = await readWorkings(
        figuresOnPage(page),
        named,
        { fund, shownAs: options.folder, extras },
        world,
      );
      if (faults.length > 0) return { diagnostics: faults };
      return { result: { fund: statement.fund, checks: statement.checks, page, workings }, diagnostics };
    },
    shows: {
      written: async ({ page, workings }) => {
        const html = fundPageHtml(page, workings);
        if (!isPdf) return html;
        const printed = await printToPdf(html, options.browser);
        return 'problem' in printed ? { fault: diagnose('BCF0072', { problem: printed.problem }) } : printed.bytes;
      },
    },
  });
}
